//! Means of groups shrunk towards the mean of all: a random intercept by REML, in the two-parameter form that needs no
//! matrix (`docs/signals.md` 1.8), with the ratio θ = τ²/σ² profiled.

/// What one group brings: its size, its mean and the sum of squares within it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// Pupils.
    pub n: f64,
    /// Mean score.
    pub mean: f64,
    /// Sum of squared distances to that mean.
    pub within: f64,
}

/// The variance components.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Components {
    /// μ̂: the mean over groups, weighted by how much each knows.
    pub mean: f64,
    /// τ²: variance between groups.
    pub between: f64,
    /// σ²: variance within groups.
    pub within: f64,
}

impl Components {
    /// λ: reliability of the mean of `n` pupils (0–1).
    #[must_use]
    pub fn reliability(&self, n: f64) -> f64 {
        let between = n * self.between;
        if between > 0.0 { between / (between + self.within) } else { 0.0 }
    }

    /// The group's mean, shrunk towards μ̂.
    #[must_use]
    pub fn shrunken(&self, group: &Share) -> f64 {
        let kept = self.reliability(group.n);
        kept * group.mean + (1.0 - kept) * self.mean
    }
}

/// The REML estimate; none with fewer than two groups or no pupil to spare.
#[must_use]
pub fn reml(groups: &[Share]) -> Option<Components> {
    let pupils: f64 = groups.iter().map(|group| group.n).sum();
    if groups.len() < 2 || pupils <= groups.len() as f64 {
        return None;
    }
    let at = |theta: f64| profile(groups, pupils, theta);
    if at(0.0).1.within <= 0.0 {
        // All scores alike: nothing to tell groups apart by.
        return Some(at(0.0).1);
    }
    // A coarse grid over ln θ finds the valley, the golden section its floor; θ = 0 is a candidate of its own.
    let grid = (-15..=15).map(f64::from).map(|ln| (ln, at(ln.exp()).0));
    let best = grid.min_by(|a, b| a.1.total_cmp(&b.1))?.0;
    let theta = golden(best - 1.0, best + 1.0, |ln| at(ln.exp()).0).exp();
    let (inner, edge) = (at(theta), at(0.0));
    Some(if edge.0 <= inner.0 { edge.1 } else { inner.1 })
}

/// −2 × the restricted log-likelihood at θ (up to a constant), and what is estimated there.
fn profile(groups: &[Share], pupils: f64, theta: f64) -> (f64, Components) {
    let weight = |group: &Share| group.n / (1.0 + group.n * theta);
    let weights: f64 = groups.iter().map(weight).sum();
    let mean = groups.iter().map(|g| weight(g) * g.mean).sum::<f64>() / weights;
    let squares: f64 = groups.iter().map(|g| g.within + weight(g) * (g.mean - mean).powi(2)).sum();
    let within = squares / (pupils - 1.0);
    let spread: f64 = groups.iter().map(|g| (g.n * theta).ln_1p()).sum();
    let deviance = (pupils - 1.0) * within.ln() + spread + weights.ln();
    let components = Components { mean, between: theta * within, within };
    (deviance, components)
}

/// The lowest point of a function with one valley between `low` and `high`.
fn golden(mut low: f64, mut high: f64, f: impl Fn(f64) -> f64) -> f64 {
    let ratio = (5.0_f64.sqrt() - 1.0) / 2.0;
    while high - low > 1e-9 {
        let (a, b) = (high - ratio * (high - low), low + ratio * (high - low));
        if f(a) <= f(b) {
            high = b;
        } else {
            low = a;
        }
    }
    f64::midpoint(low, high)
}
