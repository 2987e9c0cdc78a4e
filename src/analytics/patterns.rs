//! The scales of one list judged together: is this scale worse while the others stayed (`docs/signals.md` 0.11, 5.2, 5.3)?
//! And is the list as a whole, all scales together (m = 1 throughout)?
//! `S_s = mᵀC⁻¹r / √(mᵀC⁻¹m)` with r the surprises of a pupil, C their correlation over the pupils of that round, shrunk
//! to one common correlation, and m = 1 on the scale, 0.3 on the others. With one scale S is the surprise itself.

#![expect(clippy::indexing_slicing, reason = "entries of a square matrix, by places counted off its size")]

use nalgebra::{DMatrix, DVector};

/// How far the other scales go along when one falls.
const SPILL: f64 = 0.3;

/// Pupils at which the estimated correlations count as much as the common one.
const PRIOR_PUPILS: f64 = 100.0;

/// How scales of one list correlate before anything is known (docs/signals.md 0.7).
const OF_SCALES: f64 = 0.4;

/// Sums over pupils from which the correlations of `scales` scales come: pairwise, with what each pair has.
#[derive(Debug, Clone)]
pub struct Moments {
    scales: usize,
    /// For each pair of scales: n, Σx, Σy, Σxx, Σyy, Σxy.
    sums: Vec<[f64; 6]>,
}

impl Moments {
    /// Of nothing yet.
    #[must_use]
    pub fn new(scales: usize) -> Self {
        Self { scales, sums: vec![[0.0; 6]; scales * scales] }
    }

    /// Takes in one pupil: a surprise per scale, NaN where there is none.
    pub fn take(&mut self, surprises: &[f64]) {
        for (i, x) in surprises.iter().enumerate().filter(|(_, x)| !x.is_nan()) {
            for (j, y) in surprises.iter().enumerate().take(i).filter(|(_, y)| !y.is_nan()) {
                let sum = &mut self.sums[i * self.scales + j];
                for (slot, add) in sum.iter_mut().zip([1.0, *x, *y, x * x, y * y, x * y]) {
                    *slot += add;
                }
            }
        }
    }

    /// Adds what another counted.
    pub fn add(&mut self, other: &Self) {
        for (sum, more) in self.sums.iter_mut().zip(&other.sums) {
            for (slot, add) in sum.iter_mut().zip(more) {
                *slot += add;
            }
        }
    }

    /// The correlation that the pairs have in common (0–0.95), drawn towards what is usual for scales of one list.
    #[must_use]
    pub fn common(&self) -> f64 {
        let pairs = (0..self.scales).flat_map(|i| (0..i).map(move |j| (i, j)));
        let seen: Vec<(f64, f64)> = pairs.filter_map(|(i, j)| self.correlation(i, j)).collect();
        let count = seen.len().max(1) as f64;
        let (r, n) = seen.iter().fold((0.0, 0.0), |(r, n), (one, of)| (r + one / count, n + of / count));
        let weight = n / (n + PRIOR_PUPILS);
        (weight * r + (1.0 - weight) * OF_SCALES).clamp(0.0, 0.95)
    }

    /// Pearson's correlation of a pair, and how many it rests on; none where one side does not vary.
    pub(super) fn correlation(&self, one: usize, other: usize) -> Option<(f64, f64)> {
        let [n, x, y, xx, yy, xy] = self.sums[one * self.scales + other];
        let spread = ((xx - x * x / n) * (yy - y * y / n)).max(0.0).sqrt();
        (n > 2.0 && spread > 1e-12).then(|| ((xy - x * y / n) / spread, n))
    }
}

/// The patterns of one list in one round.
#[derive(Debug, Clone)]
pub struct Patterns {
    correlation: DMatrix<f64>,
    common: f64,
}

/// For each scale that a pupil has, its weights over the scales that the pupil has; then those of the list as a whole.
pub type Weights = Vec<Vec<f64>>;

impl Patterns {
    /// From the surprises of all pupils in that round. At most 64 scales.
    #[must_use]
    pub fn estimate(moments: &Moments) -> Self {
        let scales = moments.scales;
        let pairs = || (0..scales).flat_map(|i| (0..i).map(move |j| (i, j)));
        // Below 0 the matrix of many scales would not be one; scales of one list seldom go against each other.
        let common = moments.common();
        let mut correlation = DMatrix::identity(scales, scales);
        for (i, j) in pairs() {
            let (r, n) = moments.correlation(i, j).unwrap_or((common, 0.0));
            let weight = n / (n + PRIOR_PUPILS);
            let shrunk = weight * r + (1.0 - weight) * common;
            correlation[(i, j)] = shrunk;
            correlation[(j, i)] = shrunk;
        }
        Self { correlation, common }
    }

    /// The weights for pupils with these scales.
    #[must_use]
    pub fn weights(&self, present: &[usize]) -> Weights {
        let k = present.len();
        let estimated = DMatrix::from_fn(k, k, |i, j| match (present.get(i), present.get(j)) {
            (Some(a), Some(b)) => self.correlation[(*a, *b)],
            _ => 0.0,
        });
        let common = || DMatrix::from_fn(k, k, |i, j| if i == j { 1.0 } else { self.common });
        let Some(solver) = estimated.cholesky().or_else(|| common().cholesky()) else {
            return Vec::new();
        };
        // Past the last scale: all of them go down together.
        let pattern = |s: usize| DVector::from_fn(k, |i, _| if i == s || s == k { 1.0 } else { SPILL });
        (0..=k)
            .map(|s| {
                let m = pattern(s);
                let weights = solver.solve(&m);
                let scale = m.dot(&weights).sqrt();
                weights.iter().map(|weight| weight / scale).collect()
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Moments, Patterns};

    #[test]
    fn scales_that_nobody_had_together_are_taken_to_correlate_as_scales_do() {
        // Given nothing seen: r = .4, so of two scales that both fell by 2 the list as a whole says 4/√2.8.
        let patterns = Patterns::estimate(&Moments::new(2));
        let whole: f64 = patterns.weights(&[0, 1])[2].iter().map(|weight| weight * 2.0).sum();
        assert!((whole - 4.0 / 2.8_f64.sqrt()).abs() < 1e-9, "{whole}");
        // Given a thousand who had both alike, they say next to nothing more together.
        let mut moments = Moments::new(2);
        (0..1000).map(|at| f64::from(at % 7)).for_each(|both| moments.take(&[both, both]));
        let whole: f64 =
            Patterns::estimate(&moments).weights(&[0, 1])[2].iter().map(|weight| weight * 2.0).sum();
        assert!((2.0..2.1).contains(&whole), "{whole}");
    }
}
