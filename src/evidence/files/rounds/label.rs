//! Which round a score falls in: by its label, by rounds that are known, by season.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{APART_DAYS, KnownRounds, season};
use crate::evidence::files::score::{ScoreRow, Series};

/// Fills in every row's round.
pub(super) fn label(rows: &mut [ScoreRow], known: &KnownRounds) {
    let mut series: HashMap<Series, Vec<Round>> = HashMap::new();
    for (key, stored) in known {
        let rounds = series.entry(key.clone()).or_default();
        for (label, date) in stored {
            Round::add(rounds, label, *date, true);
        }
    }
    for row in rows.iter_mut() {
        let rounds = series.entry(row.series()).or_default();
        let label = row.round.get_or_insert_with(|| season(row.date));
        Round::add(rounds, label, row.date, false);
    }
    let joined: HashMap<Series, HashMap<String, String>> =
        series.into_iter().map(|(key, rounds)| (key, join(rounds))).collect();
    for row in rows {
        let labels = joined.get(&row.series());
        let label = row.round.as_ref().and_then(|round| labels?.get(round));
        if let Some(label) = label {
            row.round = Some(label.clone());
        }
    }
}

/// One round of one series while labels are settled.
struct Round {
    label: String,
    dates: Vec<NaiveDate>,
    /// Scores under this label are stored already; it is not renamed.
    stored: bool,
}

impl Round {
    fn add(rounds: &mut Vec<Self>, label: &str, date: NaiveDate, stored: bool) {
        if let Some(round) = rounds.iter_mut().find(|round| round.label == label) {
            round.dates.push(date);
            round.stored |= stored;
        } else {
            rounds.push(Self { label: label.to_owned(), dates: vec![date], stored });
        }
    }
}

/// The label each round of one series ends up with. Two rounds that are both stored stay two.
fn join(mut rounds: Vec<Round>) -> HashMap<String, String> {
    for round in &mut rounds {
        round.dates.sort_unstable();
    }
    rounds.sort_by_key(|round| (median(&round.dates), round.label.clone()));
    let mut clusters: Vec<(Round, Vec<String>)> = Vec::new();
    for round in rounds {
        let previous = clusters.last_mut().filter(|(earlier, _)| {
            let apart = median(&round.dates).zip(median(&earlier.dates));
            let close = apart.is_some_and(|(new, old)| (new - old).num_days() < APART_DAYS);
            close && !(round.stored && earlier.stored)
        });
        if let Some((earlier, labels)) = previous {
            labels.push(round.label.clone());
            earlier.dates.extend(round.dates);
            earlier.dates.sort_unstable();
            if round.stored {
                earlier.label = round.label;
                earlier.stored = true;
            }
        } else {
            let labels = vec![round.label.clone()];
            clusters.push((round, labels));
        }
    }
    let named = |(round, labels): (Round, Vec<String>)| {
        labels.into_iter().map(move |label| (label, round.label.clone()))
    };
    clusters.into_iter().flat_map(named).collect()
}

/// The middle of sorted dates; the earlier of the middle two.
fn median(sorted: &[NaiveDate]) -> Option<NaiveDate> {
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}
