//! The scores that are stored in the rounds of a file, to lay it beside: part by part, some pupils at a time.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::lines::{Lists, Seat};
use crate::evidence::imports::stage::Staging;
use crate::evidence::results::{Origin, origins_store as origins, store as results};
use crate::ground::Result;

/// A score that is stored.
pub struct Was {
    seat: Seat,
    /// The day.
    pub date: NaiveDate,
    /// The score.
    pub value: f64,
    origin: i32,
}

/// The scores that are stored, by seat: of a large board they are many, so each takes few bytes.
#[derive(Default)]
pub struct Stored {
    scores: Vec<Was>,
    origins: HashMap<i32, Origin>,
}

impl Stored {
    /// The score of a seat.
    pub fn at(&self, seat: Seat) -> Option<&Was> {
        let at = self.scores.binary_search_by_key(&seat, |was| was.seat).ok()?;
        self.scores.get(at)
    }

    /// Who filled it in.
    pub fn rater(&self, was: &Was) -> &str {
        self.origins.get(&was.origin).map_or("", |origin| origin.rater.as_str())
    }
}

// Small in development builds, so that every test goes through several parts.
/// How many pupils are asked for at a time.
const PUPILS: usize = if cfg!(debug_assertions) { 16 } else { 1000 };
/// A part ends at so many stored scores, of 32 bytes each.
const MOST: usize = if cfg!(debug_assertions) { 64 } else { 1_000_000 };

/// What is stored of the pupils of a file from a place on, in its rounds: until it is a part. Gives where the next begins.
pub fn stored(staging: &Staging<'_, '_>, lists: &Lists, from: usize) -> Result<(Stored, usize)> {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let (series, rounds) =
        staging.door.read(|conn| Ok((results::series_keys(conn)?, results::round_keys(conn)?)))?;
    let numbered = lists.series.iter().enumerate();
    let series: HashMap<i32, u32> =
        numbered.filter_map(|(at, one)| Some((*series.get(one)?, place(at)))).collect();
    let labels = lists.labels.iter().enumerate();
    let rounds: HashMap<i32, u32> =
        labels.filter_map(|(at, label)| Some((*rounds.get(label)?, place(at)))).collect();
    let pupils: HashMap<i64, u32> =
        lists.pupils.iter().enumerate().map(|(at, key)| (*key, place(at))).collect();
    let mut stored = Stored::default();
    if series.is_empty() || rounds.is_empty() {
        return Ok((stored, lists.pupils.len()));
    }
    let keys: (Vec<i32>, Vec<i32>) = (series.keys().copied().collect(), rounds.keys().copied().collect());
    let mut until = from;
    while let Some(some) = lists.pupils.get(until..lists.pupils.len().min(until + PUPILS)) {
        if some.is_empty() || stored.scores.len() >= MOST {
            break;
        }
        until += some.len();
        staging.door.read(|conn| {
            results::each_of(conn, some, &keys.0, &keys.1, |row| {
                let spot = series.get(&row.series_key).zip(rounds.get(&row.round_key));
                if let Some(((series, round), pupil)) = spot.zip(pupils.get(&row.pupil_key)) {
                    let (seat, date) = (((*series, *round), *pupil), row.taken_on);
                    stored.scores.push(Was { seat, date, value: row.value, origin: row.origin_key });
                }
            })
        })?;
        staging.stay()?;
    }
    stored.scores.sort_unstable_by_key(|was| was.seat);
    let met = stored.scores.iter().map(|was| was.origin).collect();
    stored.origins = staging.door.read(|conn| origins::with_keys(conn, &met))?;
    Ok((stored, until))
}
