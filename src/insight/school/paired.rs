//! Means, and changes between rounds; what of it may be shown, `disclosure` knows.

use chrono::{Days, NaiveDate};

use super::figures::{Change, Mean};

/// The round about a year before: at most seven weeks beside the same day.
pub(super) fn a_year_before(
    rounds: &[(NaiveDate, i32, String)],
    last: NaiveDate,
) -> Option<&(NaiveDate, i32, String)> {
    let wanted = last.checked_sub_days(Days::new(365))?;
    let aside = |on: NaiveDate| (on - wanted).num_days().abs();
    rounds.iter().filter(|(on, _, _)| aside(*on) <= 50).min_by_key(|(on, _, _)| aside(*on))
}

/// The mean of scores.
pub(super) fn mean(round: &str, scores: &[f64]) -> Mean {
    let n = scores.len();
    Mean { round: round.to_owned(), mean: scores.iter().sum::<f64>() / n as f64, n }
}

/// The mean change of at least two pupils, from pairs of now and then, with its 95 % interval; more is better.
pub(super) fn paired(pairs: &[(f64, f64)], high_is_good: bool) -> Change {
    let sign = if high_is_good { 1.0 } else { -1.0 };
    let changes: Vec<f64> = pairs.iter().map(|(now, then)| sign * (now - then)).collect();
    let n = changes.len() as f64;
    let mean = changes.iter().sum::<f64>() / n;
    let variance = changes.iter().map(|c| (c - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let half = 1.96 * (variance / n).sqrt();
    Change { mean, low: mean - half, high: mean + half, n: changes.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_is_better() {
        let pairs = [(8.0, 10.0), (8.0, 12.0)];
        let change = paired(&pairs, true);
        assert_eq!((change.mean, change.n), (-3.0, 2));
        // sd √2, n 2: the half width is 1.96
        assert!((change.high - change.mean - 1.96).abs() < 1e-9);
        assert!((paired(&pairs, false).mean - 3.0).abs() < 1e-9);
    }

    #[test]
    fn a_year_before_is_the_same_season() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let rounds = [(day("2024-11-11"), 1, "a".to_owned()), (day("2025-05-12"), 2, "b".to_owned())];
        assert_eq!(a_year_before(&rounds, day("2025-11-10")).unwrap().1, 1);
        assert_eq!(a_year_before(&rounds, day("2027-11-10")), None);
    }
}
