//! What scores are compared with: for every value of a series its z, against a published norm where there is one for
//! the pupil or the unit has one in it, else against the pool of all scores up to a round (`norms`). A value is looked up once for all its rows.

use rayon::prelude::*;

use crate::evidence::score_type::ScoreType;

use super::{
    analysis::Analysis,
    layout::{Layout, Series},
    normal,
    norms::{Curve, mid_percentiles},
    trend::small,
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
    /// Per series: which share of its pool lies in what counts as the worst fifth (0–1). On a scale of few scores that is
    /// no fifth; where a norm or the unit says what a fifth is, it is one.
    pub fifths: Vec<f64>,
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
        let mut reference = Self {
            z: unknown.clone(),
            pooled: unknown,
            curves: Vec::with_capacity(pools.len()),
            fifths: Vec::new(),
        };
        for (range, pool) in analysis.values.iter().zip(pools) {
            let pool = pool.unwrap_or_default();
            for (to, z) in [(&mut reference.z, &pool.z), (&mut reference.pooled, &pool.pooled)] {
                if let Some(slots) = to.get_mut(range.clone()).filter(|slots| slots.len() == z.len()) {
                    slots.copy_from_slice(z);
                }
            }
            reference.curves.push((pool.curve, pool.n));
            reference.fifths.push(pool.fifth.unwrap_or(FIFTH));
        }
        reference
    }

    /// The z of a value; `fits`: by the published norm where there is one.
    pub fn z_of(&self, value: u32, fits: bool) -> f32 {
        let of = if fits { &self.z } else { &self.pooled };
        of.get(value as usize).map_or(f32::NAN, |z| small(*z))
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
    /// The share of its scores in the worst fifth; none where that is not for the pool to say.
    fifth: Option<f64>,
}

/// What a fifth is.
pub(super) const FIFTH: f64 = 0.2;

/// The share of the three worst stanines: they end at −0.75.
const THREE_STANINES: f64 = 0.2266;

fn pool(analysis: &Analysis, at: u32, series: &Series, until: u32) -> Pool {
    let range = analysis.values.get(at as usize).cloned().unwrap_or_default();
    let values = analysis.table.values.get(range.clone()).unwrap_or_default();
    let norms = analysis.norm_z.get(range.clone()).unwrap_or_default();
    let mut counts = vec![0_u32; values.len()];
    for row in analysis.rows(at).all().filter(|row| row.round <= until) {
        if let Some(count) = counts.get_mut(row.value as usize - range.start) {
            *count += 1;
        }
    }
    let scores: Vec<f64> = values.iter().map(|value| value.score).collect();
    let shares = mid_percentiles(&scores, &counts);
    let known = scores.iter().zip(&shares).zip(&counts).filter(|(_, count)| **count > 0);
    if let Some(curve) = Layout::of_unit(series) {
        let fifth = (series.key.score_type == ScoreType::Stanine).then_some(THREE_STANINES);
        let z: Vec<f64> = scores.iter().map(|score| curve.z_at(*score) * series.sign()).collect();
        return Pool { pooled: z.clone(), z, curve, n: counts.iter().sum(), fifth };
    }
    let curve = Curve::new(known.map(|((score, z), _)| (*score, *z)));
    let pooled: Vec<f64> = shares.iter().map(|z| z * series.sign()).collect();
    let z = pooled.iter().zip(norms).map(|(z, norm)| norm.unwrap_or(*z)).collect();
    let n: u32 = counts.iter().sum();
    let low: u32 =
        pooled.iter().zip(&counts).filter(|(z, _)| **z >= normal::WORST_FIFTH).map(|(_, count)| count).sum();
    let of_pool = n > 0 && norms.iter().all(Option::is_none);
    let fifth = of_pool.then(|| f64::from(low) / f64::from(n));
    Pool { z, pooled, curve, n, fifth }
}
