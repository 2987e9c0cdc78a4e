//! Back from a z to a score a person can picture: the band of eight in ten, and the score from which a z would have been
//! under a figure. What is judged by that figure is for `signals`.

use super::{
    assessed::{Assessed, Assessment},
    layout::Layout,
    normal,
    norms::Curve,
    recentre::PRIOR_PUPILS,
};

/// Scores in a pool under which another score of one pupil changes what all are compared with too much to say what would
/// have come of it.
const FEW: u32 = 100;

/// So far under, since another score of one pupil changes a little what all rounds are compared with: the less, the more
/// scores there are.
fn margin(pool: f64) -> f64 {
    0.02 + 15.0 / pool
}

/// The score from which on a z would have been under a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Under {
    /// This one.
    Score(f64),
    /// No score would do, or the own one does already.
    None,
    /// The pool is too small to say.
    CannotTell,
}

/// A pupil's score moves what the group shares a little too: so much further it must go.
const OF_GROUP: f64 = 1.02;

impl Assessed<'_> {
    /// The scores between which eight of ten lie, by the reference of a row.
    #[must_use]
    pub fn band(&self, row: &Assessment) -> Option<(f64, f64)> {
        let (curve, _) = self.curve(row)?;
        Some((curve.score_at(-normal::TENTH), curve.score_at(normal::TENTH)))
    }

    /// The nearest score on the better side of a row's own whose z lies under `z`: by a norm, published or in the
    /// unit itself, a whole number where the row's score is one, else in tenths; in the pool a score that somebody has.
    #[must_use]
    pub fn score_under(&self, row: &Assessment, z: f64) -> Under {
        let Some((curve, sign)) = self.curve(row) else { return Under::CannotTell };
        let in_unit = self.layout().series(row.series).and_then(Layout::of_unit);
        if row.norm.is_some() || in_unit.is_some() {
            return under(curve, sign, row.score, z).map_or(Under::None, Under::Score);
        }
        let pool = self.pool(row.series);
        if pool < FEW {
            return Under::CannotTell;
        }
        // Another score of this pupil would also have moved the place of that score by half a pupil.
        let pool = f64::from(pool);
        under_in_pool(curve, sign, row.score, z - margin(pool), 0.5 / pool).map_or(Under::None, Under::Score)
    }

    /// The z at which the trend of a scale that stands alone would have been this, all other pupils staying the same.
    /// A pupil's own surprise is part of the spread it is put on; that is counted too.
    #[must_use]
    pub fn z_at_trend(&self, row: &Assessment, trend: f64) -> Option<f64> {
        let (own, gain) = (f64::from(row.own?), f64::from(row.own_gain?));
        let (spread, pupils) = self.spreads.get(&row.series).copied()?;
        let now = own * spread;
        let wanted = own - (f64::from(row.trend?) - trend) / gain;
        let weight = pupils + PRIOR_PUPILS;
        let others = (spread * spread * weight - now * now).max(PRIOR_PUPILS);
        let then = wanted * (others / (weight - wanted * wanted).max(1.0)).sqrt();
        Some(f64::from(row.z) + (then - now) * OF_GROUP * f64::from(row.expected?.variance).sqrt())
    }
}

fn under(curve: &Curve, sign: f64, score: f64, z: f64) -> Option<f64> {
    let (low, high) = curve.ends()?;
    if sign * curve.z_at(score) < z {
        return None;
    }
    let per_point = if score.fract() == 0.0 { 1.0 } else { 10.0 };
    // From the score at that z, one step back against rounding, towards better until it lies under it.
    let from = (curve.score_at(sign * z) * per_point).round() + sign;
    let steps = (0..=5).map(|step| (from - sign * f64::from(step)) / per_point);
    let mut known = steps.filter(|at| (low..=high).contains(at) && (score - at) * sign > 0.0);
    known.find(|at| sign * curve.z_at(*at) < z)
}

/// The same among the scores that somebody has: between them the curve says nothing of who would stand there.
fn under_in_pool(curve: &Curve, sign: f64, score: f64, z: f64, half: f64) -> Option<f64> {
    // With half a pupil more below it a score must lie so much lower.
    let share = normal::share_below(z) - half;
    let least = if share > 0.0 { normal::z_of_share(share) } else { return None };
    let there = if sign > 0.0 { curve.last_under(least) } else { curve.first_over(-least) };
    there.filter(|at| (score - at) * sign > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// z rises by .25 a point; 20 is the middle.
    fn line() -> Curve {
        Curve::new((0..=40).map(|score| (f64::from(score), f64::from(score - 20) / 4.0)))
    }

    #[test]
    fn the_first_whole_score_on_the_better_side() {
        // Low is worse: z = (20 − score)/4 lies under 1.28 from 14.88, so from 15 on.
        assert_eq!(under(&line(), -1.0, 3.0, 1.28), Some(15.0));
        // On the threshold itself it still holds: 14 has 1.50.
        assert_eq!(under(&line(), -1.0, 3.0, 1.5), Some(15.0));
        // High is worse: under 1.28 up to 25.
        assert_eq!(under(&line(), 1.0, 37.0, 1.28), Some(25.0));
    }

    #[test]
    fn in_a_pool_half_a_pupil_more_lies_below() {
        // 14 has 1.50; with half of ten pupils more it lies above 1.60, and 15 has 1.25 and then above 1.28.
        assert_eq!(under_in_pool(&line(), -1.0, 3.0, 1.51, 0.0), Some(14.0));
        assert_eq!(under_in_pool(&line(), -1.0, 3.0, 1.51, 0.05), Some(16.0));
    }

    #[test]
    fn in_a_pool_only_scores_that_somebody_has() {
        // Scores go by ten: 14.88 lies between 10 and 20, and of what 15 would be nothing is known.
        let by_ten = Curve::new((0..=4).map(|step| (f64::from(step * 10), f64::from(step - 2) * 2.5)));
        assert_eq!(under_in_pool(&by_ten, -1.0, 3.0, 1.28, 0.001), Some(20.0));
    }

    #[test]
    fn tenths_where_scores_have_them() {
        assert_eq!(under(&line(), -1.0, 3.5, 1.28), Some(14.9));
    }

    #[test]
    fn no_score_where_none_would_do() {
        assert_eq!(under(&line(), -1.0, 3.0, -9.0), None);
        assert_eq!(under(&line(), -1.0, 30.0, 1.28), None, "its own lies under it");
        assert_eq!(under(&Curve::default(), -1.0, 3.0, 1.0), None);
        assert_eq!(under_in_pool(&line(), -1.0, 3.0, -9.0, 0.001), None);
    }
}
