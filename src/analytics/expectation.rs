//! What to expect of a score given the pupil's earlier rounds: the conditional z with all of them (`signals.md` 1.4),
//! and the probability that the true score lies beyond P90 (5.5). The weights depend only on which rounds there are, so
//! each pattern of gaps is solved once (`Solver`).

use std::collections::HashMap;

use nalgebra::{DMatrix, DVector};

use super::normal;
use crate::evidence::instruments::Stability;

/// Days in half a year.
pub const HALF_YEAR: f64 = 182.625;

/// z of the cut of the level: P90 of the reference.
const CUT: f64 = 1.281_551_565_544_600_5;

/// Weights for one pattern of rounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// β: weight of each earlier round, oldest first.
    pub beta: Vec<f64>,
    /// v: variance of the present z around its expectation.
    pub variance: f64,
    /// Weight of each round, the present one last, in the estimate of the true score.
    level: Vec<f64>,
    /// Standard deviation of the true score around that estimate.
    level_sd: f64,
    /// The cut on the scale of true scores.
    cut: f64,
}

impl Weights {
    /// ẑ: the expected present z.
    #[must_use]
    pub fn expected(&self, past: &[f64]) -> f64 {
        dot(&self.beta, past)
    }

    /// P(true score beyond P90), with the z of all rounds, the present one last.
    #[must_use]
    pub fn level(&self, all: &[f64]) -> f64 {
        normal::share_below((dot(&self.level, all) - self.cut) / self.level_sd)
    }
}

/// The stability with the error that follows from a published reliability, the rest scaled to sum 1.
#[must_use]
pub fn with_reliability(stability: Stability, reliability: f64) -> Stability {
    let scale = reliability / (stability.lasting + stability.state);
    Stability {
        lasting: stability.lasting * scale,
        state: stability.state * scale,
        decay: stability.decay,
        error: 1.0 - reliability,
    }
}

/// ρ(Δ): the correlation of two scores of one pupil `half_years` apart.
#[must_use]
pub fn correlation(stability: Stability, half_years: f64) -> f64 {
    stability.lasting + stability.state * stability.decay.powf(half_years)
}

/// β, ẑ's weights, and v from the correlations among the past and those with the present.
/// A matrix that cannot be solved (two rounds on one day, nothing measured) gives no weights.
#[must_use]
pub fn regression(among_past: DMatrix<f64>, with_present: &DVector<f64>) -> Option<(Vec<f64>, f64)> {
    let beta = among_past.cholesky()?.solve(with_present);
    let variance = 1.0 - with_present.dot(&beta);
    (variance > 1e-9).then(|| (beta.iter().copied().collect(), variance))
}

/// The weights for rounds on these days (the present one last).
#[must_use]
pub fn weights(stability: Stability, days: &[f64]) -> Option<Weights> {
    let lag = |a: f64, b: f64| (a - b).abs() / HALF_YEAR;
    let (present, past) = days.split_last()?;
    let rho = |a: &f64, b: &f64| correlation(stability, lag(*a, *b));
    let sigma = |days: &[f64]| {
        DMatrix::from_fn(days.len(), days.len(), |i, j| match (i == j, days.get(i), days.get(j)) {
            (false, Some(a), Some(b)) => rho(a, b),
            _ => 1.0,
        })
    };
    let with_present = DVector::from_iterator(past.len(), past.iter().map(|day| rho(day, present)));
    let (beta, variance) =
        if past.is_empty() { (Vec::new(), 1.0) } else { regression(sigma(past), &with_present)? };
    let true_share = 1.0 - stability.error;
    let with_true = with_present.push(true_share);
    let level = sigma(days).cholesky()?.solve(&with_true);
    let level_sd = (true_share - with_true.dot(&level)).max(1e-12).sqrt();
    Some(Weights {
        beta,
        variance,
        level: level.iter().copied().collect(),
        level_sd,
        cut: CUT * true_share.sqrt(),
    })
}

type ByRounds = HashMap<Box<[u32]>, Option<Weights>>;

/// Solves each pattern of rounds once.
#[derive(Debug, Default)]
pub struct Solver {
    stabilities: Vec<Stability>,
    /// By number of the stability and cycle: the weights of each set of rounds.
    solved: HashMap<(usize, u32), ByRounds>,
}

impl Solver {
    /// The number of a stability, the same for equal ones.
    pub fn number(&mut self, stability: Stability) -> usize {
        let known = self.stabilities.iter().position(|one| *one == stability);
        known.unwrap_or_else(|| {
            self.stabilities.push(stability);
            self.stabilities.len() - 1
        })
    }

    /// The stability with this number.
    #[must_use]
    pub fn stability(&self, number: usize) -> Option<Stability> {
        self.stabilities.get(number).copied()
    }

    /// The weights for these rounds of a cycle, the present one last.
    pub fn weights(
        &mut self,
        stability: usize,
        cycle: u32,
        rounds: &[u32],
        day: impl Fn(u32) -> f64,
    ) -> Option<&Weights> {
        let parameters = *self.stabilities.get(stability)?;
        let of_cycle = self.solved.entry((stability, cycle)).or_default();
        if !of_cycle.contains_key(rounds) {
            let days: Vec<f64> = rounds.iter().map(|round| day(*round)).collect();
            of_cycle.insert(rounds.into(), weights(parameters, &days));
        }
        of_cycle.get(rounds)?.as_ref()
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}
