//! Ratings for a sociogram: a row per pupil who judges and pupil who is judged. Reads and checks each cell; what the
//! ratings of a group amount to is computed in `analytics::sociogram`.

use chrono::NaiveDate;

use self::columns::Columns;
use super::{parsed::Refusal, reading, sheet::Sheet, text};
use crate::ground::Result;

mod columns;
mod points;
mod settle;
#[cfg(test)]
mod tests;

pub use points::Points;

/// What one pupil says of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opinion {
    /// A number of points, from 1; more is liked better.
    Rated(u8),
    /// Chosen as liked: `+`.
    Liked,
    /// Chosen as not liked: `-`.
    Disliked,
}

/// One rating, checked: never of oneself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingRow {
    /// The data row in its file, from 1.
    pub row: usize,
    /// The line in its file.
    pub line: usize,
    /// The group's name.
    pub group: String,
    /// The day of the measurement.
    pub date: NaiveDate,
    /// The pupil who judges.
    pub rater: String,
    /// The pupil who is judged.
    pub rated: String,
    /// What is said.
    pub opinion: Opinion,
}

/// A file of ratings that has been read.
#[derive(Debug, Clone)]
pub struct Ratings {
    /// Each pair of pupils once per group and day, in the order of the file.
    pub rows: Vec<RatingRow>,
    /// The rows that cannot be taken, in the order of the file.
    pub refused: Vec<Refusal>,
    /// The scale the ratings are on.
    pub points: Points,
    /// Columns that were not read because Baken may not have them.
    pub dropped_columns: Vec<String>,
}

/// Reads a file of ratings. `points`: the scale; where none is given the ratings must tell. `today` is the day of the
/// school: a later date is a mistake. Refused whole: what is no text, lacks a column, holds no row, or leaves the scale
/// open.
pub fn read_ratings(bytes: &[u8], points: Option<Points>, today: NaiveDate) -> Result<Ratings> {
    let (text, _) = text::decode(bytes)?;
    let mut sheet = Sheet::open(&text)?;
    let columns = Columns::find(&mut sheet.header)?;
    let (rows, mut refused) = reading::rows(&mut sheet, |row| columns.read(row, today))?;
    let points = match points {
        Some(points) => points,
        None => Points::of(&rows)?,
    };
    let (rows, more) = settle::settle(rows, points, &columns.names(&sheet.header));
    refused.extend(more);
    refused.sort_by_key(|refusal| refusal.row);
    Ok(Ratings { rows, refused, points, dropped_columns: sheet.header.dropped_columns() })
}
