//! Which round a score belongs to. One score per pupil in a round is kept: by whoever reads the file.
//!
//! A round is labelled by the file, else by school year and season: *najaar* from 1 August, *voorjaar* from
//! 1 January. A round that follows the previous one of its series by less than 90 days joins it.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};

use super::score::Series;

mod label;

/// Rounds of a series closer than this, in days between their median dates, are one.
const APART_DAYS: i64 = 90;

/// The rounds of each series that scores stored earlier lie in: label, day, and how many scores of that day.
pub type KnownRounds = HashMap<Series, Vec<(String, NaiveDate, u32)>>;

/// The school year and season of a date, such as `2025-2026 najaar`.
#[must_use]
pub fn season(date: NaiveDate) -> String {
    let year = date.year();
    if date.month() >= 8 {
        format!("{year}-{} najaar", year + 1)
    } else {
        format!("{}-{year} voorjaar", year - 1)
    }
}

/// The label that each round of one series ends up with, from its labels with the dates of their scores and how many
/// scores each has: rounds that lie too close are one.
#[must_use]
pub fn joined(rounds: Vec<(String, BTreeMap<NaiveDate, u32>)>) -> HashMap<String, String> {
    label::join(rounds.into_iter().map(|(label, dates)| label::Round::new(label, dates)).collect())
}

/// The label that each round of each series ends up with, by the label it has now. `known`: the rounds that scores stored
/// earlier lie in (empty for files alone); their labels win. `met`: the rounds of a file, day by day, with how many scores.
#[must_use]
pub fn settle<'a>(
    known: &KnownRounds,
    met: impl Iterator<Item = (&'a Series, &'a str, NaiveDate, u32)>,
) -> HashMap<Series, HashMap<String, String>> {
    let mut series: HashMap<Series, Vec<label::Round>> = HashMap::new();
    for (key, stored) in known {
        let rounds = series.entry(key.clone()).or_default();
        for (label, date, count) in stored {
            label::Round::add(rounds, label, *date, *count, true);
        }
    }
    for (key, label, date, count) in met {
        let rounds = series.entry(key.clone()).or_default();
        label::Round::add(rounds, label, date, count, false);
    }
    series.into_iter().map(|(key, rounds)| (key, label::join(rounds))).collect()
}
