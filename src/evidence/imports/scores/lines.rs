//! Scores as they are set aside: lines of numbers, and the lists that the numbers point to.

use chrono::NaiveDate;
use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};

use super::places::Place;
use crate::evidence::files::Series;
use crate::ground::{Error, Result};

/// Things by the number they got when they were first met.
pub type Numbered<T> = IndexSet<T, FxBuildHasher>;

/// The number of a thing; a new one gets the next.
pub fn number<T: Eq + std::hash::Hash>(all: &mut Numbered<T>, thing: T) -> Result<u32> {
    u32::try_from(all.insert_full(thing).0).map_err(Error::internal)
}

/// One score.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The data row in the file, from 1.
    pub row: u32,
    /// The line in the file.
    pub line: u32,
    /// Place in `Lists::pupils`.
    pub pupil: u32,
    /// Place in `Lists::slots`.
    pub slot: u32,
    /// Place in `Lists::places`.
    pub place: u32,
    /// The score.
    pub value: f64,
    /// Whether it takes the place of another one.
    pub replaces: bool,
}

impl Line {
    /// What tells it from all others of its file: a row of a wide file has more lines.
    pub const fn row_and_slot(&self) -> (u32, u32) {
        (self.row, self.slot)
    }
}

/// A day of a series, in a round as the file labels it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// Place in `Lists::series`.
    pub series: u32,
    /// Place in `Lists::labels`.
    pub label: u32,
    /// The day.
    pub date: NaiveDate,
}

/// A round of a series, as places in `Lists::series` and `Lists::labels`.
pub type Spot = (u32, u32);

/// A pupil in a round of a series.
pub type Seat = (Spot, u32);

/// What a pupil's scores tell of the pupil, where the roster did not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// Place in `Lists::pupils`.
    pub pupil: u32,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// `m` or `f`.
    pub sex: Option<String>,
}

/// What the numbers of lines point to.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Lists {
    /// Keys of pupils.
    pub pupils: Vec<i64>,
    /// Series.
    pub series: Numbered<Series>,
    /// Labels of rounds, as the file has them and as they end up.
    pub labels: Numbered<String>,
    /// Days of series.
    pub slots: Numbered<Slot>,
    /// For each slot the label that its round ends up with: place in `labels`. Empty until the file has been read.
    pub rounds: Vec<u32>,
    /// Groups with those who filled in.
    pub places: Numbered<Place>,
    /// What is told of pupils.
    pub told: Vec<Told>,
}

impl Lists {
    /// The series and the round of a slot, as places in `series` and `labels`.
    pub fn series_and_round(&self, slot: u32) -> Result<Spot> {
        let round = self.rounds.get(slot as usize).copied();
        self.slots
            .get_index(slot as usize)
            .zip(round)
            .map(|(slot, round)| (slot.series, round))
            .ok_or_else(lost)
    }

    /// A series and the label of a round, by their places.
    pub fn named(&self, (series, round): Spot) -> Result<(&Series, &str)> {
        let series = self.series.get_index(series as usize);
        let round = self.labels.get_index(round as usize).map(String::as_str);
        series.zip(round).ok_or_else(lost)
    }

    /// The day of a slot.
    pub fn date(&self, slot: u32) -> Result<NaiveDate> {
        self.slots.get_index(slot as usize).map(|slot| slot.date).ok_or_else(lost)
    }

    /// The key of a pupil.
    pub fn key(&self, pupil: u32) -> Result<i64> {
        self.pupils.get(pupil as usize).copied().ok_or_else(lost)
    }

    /// Where a score is from.
    pub fn place(&self, place: u32) -> Result<&Place> {
        self.places.get_index(place as usize).ok_or_else(lost)
    }
}

/// A number that points to nothing.
pub fn lost() -> Error {
    Error::internal("a score set aside points to nothing")
}
