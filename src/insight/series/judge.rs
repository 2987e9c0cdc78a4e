//! What a series says: the band, what was expected of the last score, and the two words.

use crate::analytics::expectation;
use crate::analytics::normal;
use crate::analytics::norms::{self, Curve};
use crate::analytics::standing::Standing;
use crate::evidence::instruments::Stability;
use crate::signals::ruleset::FEWEST_SCORES;

/// The curve of mid-percentiles of a pool, in the direction of the score.
pub(super) fn pooled(counts: &[(f64, i64)]) -> Option<Curve> {
    let all: i64 = counts.iter().map(|(_, n)| n).sum();
    if all < i64::from(FEWEST_SCORES) {
        return None;
    }
    let (scores, counts): (Vec<f64>, Vec<u32>) =
        counts.iter().map(|(score, n)| (*score, u32::try_from(*n).unwrap_or(u32::MAX))).unzip();
    let z = norms::mid_percentiles(&scores, &counts);
    Some(Curve::new(scores.into_iter().zip(z)))
}

type Judged = (Option<(f64, f64, f64)>, Option<Standing>);

/// What was expected of the last score from all earlier ones (`docs/signals.md` 1.4), and the two words; no expectation where
/// the unit carries no change. `curve`: of the last score; `z`: the day of each score (since 1970) and its z by the norm of that day, in
/// the direction of the score.
pub(super) fn judge(
    curve: &Curve,
    stability: Stability,
    (high_is_good, carries_change): (bool, bool),
    z: &[(f64, f64)],
) -> Judged {
    let (days, z): (Vec<f64>, Vec<f64>) = z.iter().copied().unzip();
    let Some((now, past)) = z.split_last() else {
        return (None, None);
    };
    let sign = if high_is_good { -1.0 } else { 1.0 };
    let weights = expectation::weights(stability, &days).filter(|_| carries_change && !past.is_empty());
    let Some(weights) = weights else {
        return (None, Some(Standing::of(now * sign, None, past.len())));
    };
    let (middle, spread) = (weights.expected(past), weights.variance.sqrt());
    let surprise = sign * (now - middle) / spread;
    let expected = (
        curve.score_at(middle),
        curve.score_at(middle - normal::NINETY * spread),
        curve.score_at(middle + normal::NINETY * spread),
    );
    (Some(expected), Some(Standing::of(now * sign, Some(surprise), past.len())))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::analytics::standing::{Change, Level};

    /// Scores on days, by a curve.
    fn rated(curve: &Curve, rounds: &[(&str, f64)]) -> Vec<(f64, f64)> {
        let day = |on: &str| f64::from(on.parse::<NaiveDate>().unwrap().to_epoch_days());
        rounds.iter().map(|(on, score)| (day(on), curve.z_at(*score))).collect()
    }

    fn flat_pool() -> Curve {
        let counts: Vec<(f64, i64)> = (0..=40).map(|score| (f64::from(score), 10)).collect();
        pooled(&counts).unwrap()
    }

    #[test]
    fn a_small_pool_is_no_reference() {
        assert_eq!(pooled(&[(1.0, 20), (2.0, 9)]), None);
        assert!(pooled(&[(1.0, 20), (2.0, 10)]).is_some());
    }

    #[test]
    fn the_middle_of_the_pool_is_ordinary() {
        assert!(flat_pool().z_at(20.0).abs() < 1e-9);
    }

    #[test]
    fn a_deep_fall_is_said_and_the_expectation_lies_between_mean_and_before() {
        let pool = flat_pool();
        let rounds = rated(&pool, &[("2025-05-12", 34.0), ("2025-11-10", 3.0)]);
        let (expected, standing) = judge(&pool, Stability::default(), (true, true), &rounds);
        let (middle, low, high) = expected.unwrap();
        assert!(20.0 < middle && middle < 34.0, "{middle}");
        assert!(low < middle && middle < high && high <= 40.0);
        let standing = standing.unwrap();
        assert_eq!((standing.level, standing.change), (Level::Low, Change::FallsMuch));
        let turned = judge(&pool, Stability::default(), (false, true), &rounds).1.unwrap();
        assert_eq!((turned.level, turned.change), (Level::High, Change::Rises));
        // A band that goes down tells nothing.
        let (expected, standing) = judge(&pool, Stability::default(), (true, false), &rounds);
        assert_eq!((expected, standing.unwrap().change), (None, Change::Unknown));
    }

    #[test]
    fn a_first_round_has_no_expectation() {
        let first = rated(&flat_pool(), &[("2025-11-10", 20.0)]);
        let first = judge(&flat_pool(), Stability::default(), (true, true), &first);
        assert_eq!(first.0, None);
        assert_eq!(first.1.unwrap().change, Change::First);
    }
}
