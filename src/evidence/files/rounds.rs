//! Which round a score belongs to, and one score per pupil in a round.
//!
//! A round is labelled by the file, else by school year and season: *najaar* from 1 August, *voorjaar* from
//! 1 January. A round that follows the previous one of its series by less than 90 days joins it.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::{parsed::Refusal, scores::ScoreRow};
use crate::{
    evidence::{informant::Informant, score_type::ScoreType},
    ground::message::Message,
};

/// Rounds of a series closer than this, in days between their median dates, are one.
const APART_DAYS: i64 = 90;

/// What makes scores comparable over time.
pub type SeriesKey = (String, String, Informant, String, ScoreType);

/// A round of a series as it is already known: its label and the dates of its scores.
pub type KnownRounds = HashMap<SeriesKey, Vec<(String, NaiveDate)>>;

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

/// The series of a row.
#[must_use]
pub fn series(row: &ScoreRow) -> SeriesKey {
    (
        row.instrument.clone(),
        row.version.clone(),
        row.informant,
        row.scale.clone(),
        row.score_type,
    )
}

/// Gives every row its round and keeps one row per pupil in each. `known`: the rounds that scores stored
/// earlier lie in (empty for files alone); their labels win.
#[must_use]
pub fn settle(mut rows: Vec<ScoreRow>, known: &KnownRounds) -> Settled {
    label(&mut rows, known);
    let mut places: HashMap<(&str, &str, SeriesKey, &str), Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let school = row.school.as_deref().unwrap_or_default();
        let round = row.round.as_deref().unwrap_or_default();
        let key = (school, row.pupil.as_str(), series(row), round);
        places.entry(key).or_default().push(at);
    }
    let mut out = vec![false; rows.len()];
    let mut refused = Vec::new();
    let mut repeated = 0;
    for same in places.values().filter(|same| same.len() > 1) {
        let twins: Vec<(usize, &ScoreRow)> = same
            .iter()
            .filter_map(|at| rows.get(*at).map(|row| (*at, row)))
            .collect();
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
            refused.push(contradiction(
                row,
                other.map_or(row.line, |(_, other)| other.line),
            ));
        }
    }
    refused.sort_by_key(|refusal| (refusal.row, refusal.line));
    let mut keep = out.into_iter().map(|gone| !gone);
    rows.retain(|_| keep.next().unwrap_or(true));
    Settled {
        rows,
        refused,
        repeated,
    }
}

fn mark(out: &mut [bool], places: impl Iterator<Item = usize>) {
    for at in places {
        if let Some(gone) = out.get_mut(at) {
            *gone = true;
        }
    }
}

#[expect(
    clippy::float_cmp,
    reason = "the same text gives the same number; nothing is computed"
)]
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

/// Fills in every row's round.
fn label(rows: &mut [ScoreRow], known: &KnownRounds) {
    for row in rows.iter_mut() {
        if row.round.is_none() {
            row.round = Some(season(row.date));
        }
    }
    let mut dates = known.clone();
    for row in rows.iter() {
        if let Some(round) = &row.round {
            let dated = dates.entry(series(row)).or_default();
            dated.push((round.clone(), row.date));
        }
    }
    let joined: HashMap<SeriesKey, HashMap<String, String>> = dates
        .into_iter()
        .map(|(series, dated)| (series, join(dated)))
        .collect();
    for row in rows {
        let labels = joined.get(&series(row));
        let label = row.round.as_ref().and_then(|round| labels?.get(round));
        if let Some(label) = label {
            row.round = Some(label.clone());
        }
    }
}

/// The label each round of one series ends up with.
fn join(dated: Vec<(String, NaiveDate)>) -> HashMap<String, String> {
    let mut by_label: HashMap<String, Vec<NaiveDate>> = HashMap::new();
    for (label, date) in dated {
        by_label.entry(label).or_default().push(date);
    }
    let mut rounds: Vec<(String, Vec<NaiveDate>)> = by_label.into_iter().collect();
    for (_, dates) in &mut rounds {
        dates.sort_unstable();
    }
    rounds.sort_by_key(|(label, dates)| (median(dates), label.clone()));
    let mut joined = HashMap::new();
    let mut current: Option<(String, Vec<NaiveDate>)> = None;
    for (label, dates) in rounds {
        let close = current
            .as_ref()
            .and_then(|(_, earlier)| Some((median(&dates)? - median(earlier)?).num_days()))
            .is_some_and(|days| days < APART_DAYS);
        match &mut current {
            Some((name, earlier)) if close => {
                earlier.extend(dates);
                earlier.sort_unstable();
                joined.insert(label, name.clone());
            }
            _ => {
                joined.insert(label.clone(), label.clone());
                current = Some((label, dates));
            }
        }
    }
    joined
}

/// The middle of sorted dates; the earlier of the middle two.
fn median(sorted: &[NaiveDate]) -> Option<NaiveDate> {
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}
