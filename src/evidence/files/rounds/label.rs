//! Rounds of one series that lie too close are one: which label they get.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::APART_DAYS;

/// One round of one series while labels are settled.
pub(super) struct Round {
    label: String,
    dates: BTreeMap<NaiveDate, u32>,
    /// Scores under this label are stored already; it is not renamed.
    stored: bool,
}

impl Round {
    /// A round of scores that are not stored.
    pub(super) const fn new(label: String, dates: BTreeMap<NaiveDate, u32>) -> Self {
        Self { label, dates, stored: false }
    }

    /// Adds the scores of a day to the round of this label.
    pub(super) fn add(rounds: &mut Vec<Self>, label: &str, date: NaiveDate, count: u32, stored: bool) {
        if let Some(round) = rounds.iter_mut().find(|round| round.label == label) {
            *round.dates.entry(date).or_default() += count;
            round.stored |= stored;
        } else {
            rounds.push(Self { label: label.to_owned(), dates: [(date, count)].into(), stored });
        }
    }

    /// The middle of the dates; the earlier of the middle two.
    fn median(&self) -> Option<NaiveDate> {
        let all: u32 = self.dates.values().sum();
        let middle = all.checked_sub(1)? / 2;
        let mut passed = 0;
        let found = self.dates.iter().find(|(_, count)| {
            passed += **count;
            passed > middle
        });
        found.map(|(date, _)| *date)
    }
}

/// The label each round of one series ends up with. Two rounds that are both stored stay two.
pub(super) fn join(mut rounds: Vec<Round>) -> HashMap<String, String> {
    rounds.sort_by_cached_key(|round| (round.median(), round.label.clone()));
    let mut clusters: Vec<(Round, Vec<String>)> = Vec::new();
    for round in rounds {
        let previous = clusters.last_mut().filter(|(earlier, _)| {
            let apart = round.median().zip(earlier.median());
            let close = apart.is_some_and(|(new, old)| (new - old).num_days() < APART_DAYS);
            close && !(round.stored && earlier.stored)
        });
        if let Some((earlier, labels)) = previous {
            labels.push(round.label.clone());
            for (date, count) in round.dates {
                *earlier.dates.entry(date).or_default() += count;
            }
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
