//! Which round a score belongs to, and one score per pupil in a round.
//!
//! A round is labelled by the file, else by school year and season: *najaar* from 1 August, *voorjaar* from
//! 1 January. A round that follows the previous one of its series by less than 90 days joins it.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};

use self::label::label;
use super::{
    parsed::Refusal,
    score::{ScoreRow, Series},
};
use crate::ground::message::Message;

mod label;

/// Rounds of a series closer than this, in days between their median dates, are one.
const APART_DAYS: i64 = 90;

/// The rounds of each series that scores stored earlier lie in: label, and the date of every score.
pub type KnownRounds = HashMap<Series, Vec<(String, NaiveDate)>>;

/// Scores with their rounds.
#[derive(Debug, Clone, Default)]
pub struct Settled {
    /// One row per pupil, series and round; `round` is filled.
    pub rows: Vec<ScoreRow>,
    /// Rows that contradict another row.
    pub refused: Vec<Refusal>,
    /// How many rows said what another row had said.
    pub repeated: usize,
}

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

/// Gives every row its round and keeps one row per pupil in each. `known`: the rounds that scores stored
/// earlier lie in (empty for files alone); their labels win.
#[must_use]
pub fn settle(mut rows: Vec<ScoreRow>, known: &KnownRounds) -> Settled {
    label(&mut rows, known);
    let mut places: HashMap<(&str, &str, Series, &str), Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let school = row.school.as_deref().unwrap_or_default();
        let round = row.round.as_deref().unwrap_or_default();
        let key = (school, row.pupil.as_str(), row.series(), round);
        places.entry(key).or_default().push(at);
    }
    let mut out = vec![false; rows.len()];
    let mut refused = Vec::new();
    let mut repeated = 0;
    for same in places.values().filter(|same| same.len() > 1) {
        let twins: Vec<(usize, &ScoreRow)> =
            same.iter().filter_map(|at| rows.get(*at).map(|row| (*at, row))).collect();
        let Some(((_, first), others)) = twins.split_first() else {
            continue;
        };
        if others.iter().all(|(_, other)| equal(first, other)) {
            repeated += others.len();
            mark(&mut out, others.iter().map(|(at, _)| *at));
            continue;
        }
        mark(&mut out, twins.iter().map(|(at, _)| *at));
        for (at, row) in &twins {
            let other = twins.iter().find(|(place, _)| place != at);
            refused.push(contradiction(row, other.map_or(row.line, |(_, other)| other.line)));
        }
    }
    refused.sort_by_key(|refusal| (refusal.row, refusal.line));
    let mut keep = out.into_iter().map(|gone| !gone);
    rows.retain(|_| keep.next().unwrap_or(true));
    Settled { rows, refused, repeated }
}

fn mark(out: &mut [bool], places: impl Iterator<Item = usize>) {
    for at in places {
        if let Some(gone) = out.get_mut(at) {
            *gone = true;
        }
    }
}

#[expect(clippy::float_cmp, reason = "the same text gives the same number; nothing is computed")]
fn equal(one: &ScoreRow, other: &ScoreRow) -> bool {
    one.date == other.date && one.score == other.score
}

fn contradiction(row: &ScoreRow, other_line: usize) -> Refusal {
    Refusal {
        row: row.row,
        line: row.line,
        column: "leerlingnummer".to_owned(),
        value: row.pupil.clone(),
        reason: Message::new("row-twice-in-round")
            .with("scale", row.scale.as_str())
            .with("round", row.round.as_deref().unwrap_or_default())
            .with("line", other_line),
    }
}
