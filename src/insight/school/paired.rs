//! Means and changes between rounds, and which groups may be shown.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::figures::{Change, Mean};
use crate::ground::GroupId;
use crate::insight::disclosure;

type Rows = [(i64, f64, Option<GroupId>)];

/// The round about a year before: at most seven weeks beside the same day.
pub(super) fn a_year_before(
    rounds: &[(NaiveDate, i32, String)],
    last: NaiveDate,
) -> Option<&(NaiveDate, i32, String)> {
    let wanted = last.checked_sub_days(Days::new(365))?;
    let aside = |on: NaiveDate| (on - wanted).num_days().abs();
    rounds.iter().filter(|(on, _, _)| aside(*on) <= 50).min_by_key(|(on, _, _)| aside(*on))
}

pub(super) fn mean(round: &str, scores: &[f64], smallest: usize) -> Option<Mean> {
    let n = scores.len();
    (n >= smallest.max(1)).then(|| Mean {
        round: round.to_owned(),
        mean: scores.iter().sum::<f64>() / n as f64,
        n,
    })
}

/// The mean change of pupils in both, more is better, with its 95 % interval.
pub(super) fn paired(now: &Rows, then: &Rows, high_is_good: bool) -> Option<Change> {
    let earlier: HashMap<i64, f64> = then.iter().map(|(pupil, s, _)| (*pupil, *s)).collect();
    let sign = if high_is_good { 1.0 } else { -1.0 };
    let changes: Vec<f64> =
        now.iter().filter_map(|(pupil, score, _)| Some(sign * (score - earlier.get(pupil)?))).collect();
    if changes.len() < 2 {
        return None;
    }
    let n = changes.len() as f64;
    let mean = changes.iter().sum::<f64>() / n;
    let variance = changes.iter().map(|c| (c - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let half = 1.96 * (variance / n).sqrt();
    Some(Change { mean, low: mean - half, high: mean + half, n: changes.len() })
}

pub(super) fn by_group(round: &str, rows: &Rows, smallest: usize) -> Vec<(GroupId, Option<Mean>)> {
    let mut groups: Vec<(GroupId, Vec<f64>)> = Vec::new();
    for (_, score, group) in rows {
        let Some(group) = group else { continue };
        match groups.iter_mut().find(|(known, _)| known == group) {
            Some((_, scores)) => scores.push(*score),
            None => groups.push((group.clone(), vec![*score])),
        }
    }
    let sizes: Vec<usize> = groups.iter().map(|(_, scores)| scores.len()).collect();
    let hide = disclosure::hidden(&sizes, smallest);
    groups
        .into_iter()
        .zip(hide)
        .map(|((group, scores), hide)| {
            let shown = mean(round, &scores, smallest).filter(|_| !hide);
            (group, shown)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(scores: &[(i64, f64)]) -> Vec<(i64, f64, Option<GroupId>)> {
        let group = |pupil: i64| Some(GroupId(format!("g{}", pupil % 2)));
        scores.iter().map(|(p, s)| (*p, *s, group(*p))).collect()
    }

    #[test]
    fn the_change_is_of_the_same_pupils_and_more_is_better() {
        let then = rows(&[(1, 10.0), (2, 12.0), (9, 40.0)]);
        let now = rows(&[(1, 8.0), (2, 8.0), (3, 40.0)]);
        let change = paired(&now, &then, true).unwrap();
        assert_eq!((change.mean, change.n), (-3.0, 2));
        // sd √2, n 2: the half width is 1.96
        assert!((change.high - change.mean - 1.96).abs() < 1e-9);
        assert!((paired(&now, &then, false).unwrap().mean - 3.0).abs() < 1e-9);
        assert_eq!(paired(&now, &[], true), None);
    }

    #[test]
    fn a_small_group_stays_hidden_and_takes_another_along() {
        let scores: Vec<(i64, f64)> = (0..13).map(|i| (i, 5.0)).collect();
        let shown = by_group("najaar", &rows(&scores), 7);
        assert_eq!(shown.iter().filter(|(_, mean)| mean.is_some()).count(), 0);
        let shown = by_group("najaar", &rows(&scores), 6);
        assert_eq!(shown.iter().filter(|(_, mean)| mean.is_some()).count(), 2);
    }

    #[test]
    fn a_year_before_is_the_same_season() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let rounds = [(day("2024-11-11"), 1, "a".to_owned()), (day("2025-05-12"), 2, "b".to_owned())];
        assert_eq!(a_year_before(&rounds, day("2025-11-10")).unwrap().1, 1);
        assert_eq!(a_year_before(&rounds, day("2027-11-10")), None);
    }
}
