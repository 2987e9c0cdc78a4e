//! From a score to its z against a reference, and back. The reference is a published norm where the instrument has one
//! for this pupil (scale, informant, age, sex), or the publisher has put it in the score (percentile, stanine …); else the
//! pool of scores up to and including the round, by mid-percentile (`docs/signals.md` 1.1, 5.4). z above 0 is worse; a curve itself runs in the direction of the score.

use rayon::prelude::*;

use super::normal;
use crate::evidence::{
    informant::Informant,
    instruments::{Direction, Instrument, Norm, Scale, Sex},
    score_type::ScoreType,
};

/// Below so many different scores more processors are no gain.
const SHARES: usize = 1024;

/// The furthest z of a published norm.
const FURTHEST: f64 = 3.7;

/// A rising line through (score, z) points, z in the direction of the score.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curve {
    scores: Vec<f64>,
    z: Vec<f64>,
}

impl Curve {
    /// The curve through these points, by rising score. Points on one score become one, at their mean z.
    #[must_use]
    pub fn new(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let mut curve = Self::default();
        let mut same = 0.0;
        for (score, z) in points {
            match (curve.scores.last(), curve.z.last_mut()) {
                (Some(last), Some(mean)) if (score - last).abs() < f64::EPSILON => {
                    same += 1.0;
                    *mean += (z - *mean) / same;
                }
                _ => {
                    same = 1.0;
                    curve.scores.push(score);
                    curve.z.push(z);
                }
            }
        }
        curve
    }

    /// Whether it has no points.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.scores.is_empty()
    }

    /// The lowest and the highest score it knows.
    #[must_use]
    pub fn ends(&self) -> Option<(f64, f64)> {
        Some((*self.scores.first()?, *self.scores.last()?))
    }

    /// The highest of its scores with a z under this.
    pub(super) fn last_under(&self, z: f64) -> Option<f64> {
        let from = self.z.partition_point(|own| *own < z);
        self.scores.get(from.checked_sub(1)?).copied()
    }

    /// The lowest of its scores with a z over this.
    pub(super) fn first_over(&self, z: f64) -> Option<f64> {
        self.scores.get(self.z.partition_point(|own| *own <= z)).copied()
    }

    /// The z at a score: linear between points, flat beyond the outer ones.
    #[must_use]
    pub fn z_at(&self, score: f64) -> f64 {
        between(&self.scores, &self.z, score)
    }

    /// The score at a z: linear between points, flat beyond the outer ones.
    #[must_use]
    pub fn score_at(&self, z: f64) -> f64 {
        between(&self.z, &self.scores, z)
    }
}

/// The line through (`from`, `to`) at `x`; flat beyond the ends. `from` rises.
fn between(from: &[f64], to: &[f64], x: f64) -> f64 {
    let above = from.partition_point(|point| *point < x);
    let point = |at: usize| Some((*from.get(at)?, *to.get(at)?));
    match (above.checked_sub(1).and_then(point), point(above)) {
        (Some((x0, y0)), Some((x1, y1))) if x1 > x0 => y0 + (x - x0) / (x1 - x0) * (y1 - y0),
        (Some((_, y)), _) | (None, Some((_, y))) => y,
        (None, None) => f64::NAN,
    }
}

/// Φ⁻¹ of the mid-percentile of each score, by rising score, that comes so many times: the share below it and half of
/// what equals it.
#[must_use]
pub fn mid_percentiles(scores: &[f64], counts: &[u32]) -> Vec<f64> {
    let total: u64 = counts.iter().map(|count| u64::from(*count)).sum();
    let mut shares = Vec::new();
    let (mut below, mut from) = (0_u64, 0);
    #[expect(clippy::float_cmp, reason = "the same text gives the same number; nothing is computed")]
    for same in scores.chunk_by(|a, b| a == b) {
        let counted = counts.get(from..from + same.len()).unwrap_or_default();
        let equal: u64 = counted.iter().map(|count| u64::from(*count)).sum();
        let share = (below as f64 + equal as f64 / 2.0) / (total.max(1)) as f64;
        shares.push((share, same.len()));
        below += equal;
        from += same.len();
    }
    let each: Vec<f64> =
        shares.par_iter().with_min_len(SHARES).map(|(share, _)| normal::z_of_share(*share)).collect();
    each.into_iter().zip(shares).flat_map(|(z, (_, same))| std::iter::repeat_n(z, same)).collect()
}

/// The place of the norm for this pupil in the instrument's norms: the first that fits. One for all comes before one for
/// the pupil's sex; `by_sex` (the school chose so) turns that round. Without a birth date no norm by age fits.
#[must_use]
pub fn applicable(
    instrument: &Instrument,
    scale: &str,
    informant: Informant,
    age: Option<u32>,
    sex: Option<Sex>,
    by_sex: bool,
) -> Option<usize> {
    let fits = |norm: &Norm| {
        norm.scale.eq_ignore_ascii_case(scale)
            && norm.informant == informant
            && norm.ages.is_none_or(|[from, to]| {
                age.is_some_and(|age| (u32::from(from)..=u32::from(to)).contains(&age))
            })
    };
    let place = |wanted: Option<Sex>| {
        let norms = instrument.norms.iter();
        norms.clone().position(|norm| norm.sex == wanted && fits(norm))
    };
    let own = || sex.and_then(|sex| place(Some(sex)));
    if by_sex { own().or_else(|| place(None)) } else { place(None).or_else(own) }
}

/// The curve of a unit that the publisher has normed already, in the direction of the score: a percentile is a share, a
/// T-score a z, and a band stands for the middle of the pupils in it. None for raw scores.
#[must_use]
pub fn of_unit(unit: ScoreType, high_is_concern: bool) -> Option<Curve> {
    if let Some(shares) = unit.shares(high_is_concern) {
        let mut below = 0.0;
        let middle = |share: &f64| {
            let middle = below + share / 2.0;
            below += share;
            normal::z_of_share(middle / 100.0)
        };
        return Some(Curve::new((1..).map(f64::from).zip(shares.iter().map(middle))));
    }
    match unit {
        // A whole percentile tells no more than half a per cent on both sides.
        ScoreType::Percentile => Some(Curve::new((0..=100).map(|share| {
            let share = f64::from(share);
            (share, normal::z_of_share(share.clamp(0.5, 99.5) / 100.0))
        }))),
        ScoreType::TScore => Some(Curve::new([13.0, 50.0, 87.0].map(|t| (t, (t - 50.0) / 10.0)))),
        _ => None,
    }
}

/// The curve of a published norm, from its points or its mean and sd with what there is of P80 and P90.
#[must_use]
pub fn published(scale: &Scale, norm: &Norm) -> Curve {
    if let Some(points) = &norm.points {
        let z = |share: f64| normal::z_of_share(share / 100.0);
        return Curve::new(points.iter().map(|[score, share]| (*score, z(*share))));
    }
    let (Some(mean), Some(sd)) = (norm.mean, norm.sd) else { return Curve::default() };
    // Read with high as worse: a strength scale is mirrored, and its curve mirrored back.
    let sign = match scale.high_is {
        Direction::Concern => 1.0,
        Direction::Strength => -1.0,
    };
    let (best, worst) = match scale.high_is {
        Direction::Concern => (scale.min, scale.max),
        Direction::Strength => (scale.max, scale.min),
    };
    let beyond = |from: f64, to: f64| ((to - from) * sign / sd).max(0.0);
    let mut knots = vec![(best, -beyond(best, mean).min(3.0)), (mean, 0.0)];
    knots.extend(norm.p80.map(|p80| (p80, normal::FIFTH)));
    knots.extend(norm.p90.map(|p90| (p90, normal::TENTH)));
    let (from, z) = knots.last().copied().unwrap_or((mean, 0.0));
    if norm.p90.is_none() && z + beyond(from, worst) > FURTHEST {
        // Without a border the line keeps its slope as far as it goes.
        knots.push(((FURTHEST - z).mul_add(sign * sd, from), FURTHEST));
    }
    knots.push((worst, (z + beyond(from, worst)).min(FURTHEST)));
    let mut knots: Vec<(f64, f64)> = knots.into_iter().map(|(score, z)| (score, z * sign)).collect();
    knots.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    Curve::new(knots)
}
