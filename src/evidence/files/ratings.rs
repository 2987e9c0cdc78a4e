//! Ratings for a sociogram: a row per pupil who judges and pupil who is judged, or a row per pupil who judges with a
//! column per pupil who is judged. Reads and checks each cell; what the ratings of a group amount to is computed in
//! `analytics::sociogram`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::columns::Columns;
use super::{
    header::Column,
    kind::Kind,
    parsed::{Recognised, Refusal},
    reading,
    sheet::Sheet,
    text,
};
use crate::ground::Result;

mod columns;
mod opinion;
mod points;
mod settle;
#[cfg(test)]
mod tests;

pub use opinion::Opinion;
pub use points::Points;

/// One rating, checked: never of oneself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Each pair of pupils once per group and day, in the order of the file. In a matrix many come from one row.
    pub rows: Vec<RatingRow>,
    /// The rows that cannot be taken, in the order of the file; of such a row nothing is in `rows`.
    pub refused: Vec<Refusal>,
    /// How many data rows the file has.
    pub data_rows: usize,
    /// The scale the ratings are on.
    pub points: Points,
    /// The columns that were not read, with why.
    pub columns: Vec<Column>,
    /// How the file was read.
    pub recognised: Recognised,
}

/// Reads a file of ratings. `points`: the scale; where none is given the ratings must tell. `today` is the day of the
/// school: a later date is a mistake. Refused whole: what is no text, lacks a column, holds no row, or leaves the scale
/// open.
pub fn read_ratings(bytes: &[u8], points: Option<Points>, today: NaiveDate) -> Result<Ratings> {
    let (text, encoding) = text::decode(bytes)?;
    let mut sheet = Sheet::open(&text)?;
    let columns = Columns::find(&mut sheet.header)?;
    let (read, mut refused) = reading::rows(&mut sheet, |row| columns.read(row, today))?;
    let data_rows = read.len() + refused.len();
    let rows: Vec<RatingRow> = read.into_iter().flatten().collect();
    let points = match points {
        Some(points) => points,
        None => Points::of(&rows)?,
    };
    let (rows, more) = settle::settle(rows, points, &columns.names(&sheet.header));
    refused.extend(more);
    refused.sort_by_key(|refusal| refusal.row);
    Ok(Ratings {
        rows,
        refused,
        data_rows,
        points,
        columns: columns.told(&sheet.header),
        recognised: Recognised { kind: Kind::Sociogram, delimiter: sheet.delimiter, encoding, decimal: None },
    })
}
