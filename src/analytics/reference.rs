//! What scores are compared with: for every value of a series its z, against a published norm where there is one for
//! the pupil or the unit has one in it, else against the pool of all scores up to a round (`norms`). A value is looked up once for all its rows.

use rayon::prelude::*;

use super::{
    analysis::Analysis,
    layout::{Layout, Series},
    norms::{Curve, mid_percentiles},
};

/// The reference at one round of each cycle.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    /// The z of each value; above 0 is worse.
    pub z: Vec<f64>,
    /// The same by the pool, also where a published norm fits: for who has scores that none fits.
    pub pooled: Vec<f64>,
    /// Per series: the pooled curve and the number of scores in it.
    pub curves: Vec<(Curve, u32)>,
}

impl Reference {
    /// The reference with all scores up to these rounds (per cycle; none: the cycle is not looked at).
    pub fn gather(analysis: &Analysis, now: &[Option<u32>]) -> Self {
        let series: Vec<u32> = (0..).take(analysis.layout.series.len()).collect();
        let pools: Vec<_> = series
            .into_par_iter()
            .map(|at| {
                let series = analysis.layout.series(at)?;
                let until = now.get(series.cycle as usize).copied().flatten()?;
                Some(pool(analysis, at, series, until))
            })
            .collect();
        let unknown = vec![f64::NAN; analysis.table.values.len()];
        let mut reference =
            Self { z: unknown.clone(), pooled: unknown, curves: Vec::with_capacity(pools.len()) };
        for (range, pool) in analysis.values.iter().zip(pools) {
            let pool = pool.unwrap_or_default();
            for (to, z) in [(&mut reference.z, &pool.z), (&mut reference.pooled, &pool.pooled)] {
                if let Some(slots) = to.get_mut(range.clone()).filter(|slots| slots.len() == z.len()) {
                    slots.copy_from_slice(z);
                }
            }
            reference.curves.push((pool.curve, pool.n));
        }
        reference
    }
}

/// The pool of a series: the z of each of its values by its reference and by the pool alone, the pooled curve and its
/// size.
#[derive(Default)]
struct Pool {
    z: Vec<f64>,
    pooled: Vec<f64>,
    curve: Curve,
    n: u32,
}

fn pool(analysis: &Analysis, at: u32, series: &Series, until: u32) -> Pool {
    let range = analysis.values.get(at as usize).cloned().unwrap_or_default();
    let values = analysis.table.values.get(range.clone()).unwrap_or_default();
    let norms = analysis.norm_z.get(range.clone()).unwrap_or_default();
    let mut counts = vec![0_u32; values.len()];
    for row in analysis.rows(at).all().iter().filter(|row| analysis.round(row) <= until) {
        if let Some(count) = counts.get_mut(row.value as usize - range.start) {
            *count += 1;
        }
    }
    let scores: Vec<f64> = values.iter().map(|value| value.score).collect();
    let shares = mid_percentiles(&scores, &counts);
    let known = scores.iter().zip(&shares).zip(&counts).filter(|(_, count)| **count > 0);
    if let Some(curve) = Layout::of_unit(series) {
        let z: Vec<f64> = scores.iter().map(|score| curve.z_at(*score) * series.sign()).collect();
        return Pool { pooled: z.clone(), z, curve, n: counts.iter().sum() };
    }
    let curve = Curve::new(known.map(|((score, z), _)| (*score, *z)));
    let pooled: Vec<f64> = shares.iter().map(|z| z * series.sign()).collect();
    let z = pooled.iter().zip(norms).map(|(z, norm)| norm.unwrap_or(*z)).collect();
    Pool { z, pooled, curve, n: counts.iter().sum() }
}
