//! The scales of one list judged together: is this scale worse while the others stayed (`signals.md` 0.11, 5.2, 5.3)?
//! `S_s = mᵀC⁻¹r / √(mᵀC⁻¹m)` with r the surprises of a pupil, C their correlation over the pupils of that round, shrunk
//! to one common correlation, and m = 1 on the scale, 0.3 on the others. With one scale S is the surprise itself.

#![expect(clippy::indexing_slicing, reason = "entries of a square matrix, by places counted off its size")]

use std::collections::HashMap;

use nalgebra::{DMatrix, DVector};

/// How far the other scales go along when one falls.
const SPILL: f64 = 0.3;

/// Pupils at which the estimated correlations count as much as the common one.
const PRIOR_PUPILS: f64 = 100.0;

/// The patterns of one list in one round: the weights for each set of scales that a pupil has.
#[derive(Debug)]
pub struct Patterns {
    correlation: DMatrix<f64>,
    common: f64,
    solved: HashMap<u64, Vec<Vec<f64>>>,
}

impl Patterns {
    /// From the surprises of all pupils: a row per pupil, a place per scale (none: not measured). At most 64 scales.
    #[must_use]
    pub fn estimate(rows: &[Vec<Option<f64>>], scales: usize) -> Self {
        let mut correlation = DMatrix::identity(scales, scales);
        let (mut total, mut known) = (0.0, 0.0);
        for i in 0..scales {
            for j in 0..i {
                let pairs = rows.iter().filter_map(|row| Some(((*row.get(i)?)?, (*row.get(j)?)?)));
                if let Some((r, n)) = pearson(pairs) {
                    let weight = n / (n + PRIOR_PUPILS);
                    correlation[(i, j)] = weight * r;
                    correlation[(j, i)] = 1.0 - weight;
                    total += r;
                    known += 1.0;
                } else {
                    correlation[(j, i)] = 1.0;
                }
            }
        }
        // Below 0 the matrix of many scales would not be one; scales of one list seldom go against each other.
        let common: f64 = if known > 0.0 { total / known } else { 0.0 };
        let common = common.clamp(0.0, 0.95);
        for i in 0..scales {
            for j in 0..i {
                let shrunk = correlation[(i, j)] + correlation[(j, i)] * common;
                correlation[(i, j)] = shrunk;
                correlation[(j, i)] = shrunk;
            }
        }
        Self { correlation, common, solved: HashMap::new() }
    }

    /// S of each scale that the pupil has.
    pub fn statistics(&mut self, surprises: &[Option<f64>]) -> Vec<Option<f64>> {
        let present: Vec<usize> =
            (0..surprises.len()).filter(|at| surprises.get(*at).copied().flatten().is_some()).collect();
        let set = present.iter().fold(0, |set: u64, at| set | 1 << (at % 64));
        if !self.solved.contains_key(&set) {
            self.solved.insert(set, self.solve(&present));
        }
        let weights = self.solved.get(&set);
        let mut statistics = vec![None; surprises.len()];
        for (member, at) in present.iter().enumerate() {
            let weights = weights.and_then(|all| all.get(member));
            let measured = present.iter().filter_map(|at| *surprises.get(*at)?);
            if let (Some(weights), Some(slot)) = (weights, statistics.get_mut(*at)) {
                *slot = Some(weights.iter().zip(measured).map(|(w, r)| w * r).sum());
            }
        }
        statistics
    }

    /// The weights of each member of a set of scales.
    fn solve(&self, present: &[usize]) -> Vec<Vec<f64>> {
        let k = present.len();
        let estimated = DMatrix::from_fn(k, k, |i, j| match (present.get(i), present.get(j)) {
            (Some(a), Some(b)) => self.correlation[(*a, *b)],
            _ => 0.0,
        });
        let common = || DMatrix::from_fn(k, k, |i, j| if i == j { 1.0 } else { self.common });
        let Some(solver) = estimated.cholesky().or_else(|| common().cholesky()) else {
            return Vec::new();
        };
        let pattern = |s: usize| DVector::from_fn(k, |i, _| if i == s { 1.0 } else { SPILL });
        (0..k)
            .map(|s| {
                let m = pattern(s);
                let weights = solver.solve(&m);
                let scale = m.dot(&weights).sqrt();
                weights.iter().map(|weight| weight / scale).collect()
            })
            .collect()
    }
}

/// Pearson's correlation of pairs, and how many there are; none where one side does not vary.
fn pearson(pairs: impl Iterator<Item = (f64, f64)>) -> Option<(f64, f64)> {
    let pairs: Vec<(f64, f64)> = pairs.collect();
    let n = pairs.len() as f64;
    let mean_x = pairs.iter().map(|(x, _)| x).sum::<f64>() / n;
    let mean_y = pairs.iter().map(|(_, y)| y).sum::<f64>() / n;
    let sum =
        |f: &dyn Fn(f64, f64) -> f64| -> f64 { pairs.iter().map(|(x, y)| f(x - mean_x, y - mean_y)).sum() };
    let spread = (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt();
    (pairs.len() > 2 && spread > 1e-12).then(|| (sum(&|x, y| x * y) / spread, n))
}
