//! Scores in the long form: a row per pupil, scale and day. Reads and checks each cell; whether the pupil
//! exists, and which round the row falls in, are decided later (`rounds`, `imports`).

use std::collections::HashMap;

use chrono::NaiveDate;

use self::columns::Columns;
use self::reader::Reader;
use super::{
    kind::Kind,
    parsed::Parsed,
    reading,
    score::{Catalogue, ScoreRow},
    sheet::Sheet,
    text,
};
use crate::ground::error::Result;

mod block;
mod cells;
mod columns;
mod known;
mod reader;

pub use block::{Block, BlockReader, Line, Slot, Value};

/// Reads a file of scores. `today` is the day of the school: a later date is a mistake.
/// Refused whole: what is no text, lacks a column, or holds no row.
pub fn read_scores(bytes: &[u8], catalogue: &dyn Catalogue, today: NaiveDate) -> Result<Parsed<ScoreRow>> {
    let (text, encoding) = text::decode(bytes)?;
    let mut sheet = Sheet::open(&text)?;
    let mut reader = Reader {
        columns: Columns::find(&mut sheet.header)?,
        catalogue,
        today,
        scales: HashMap::new(),
        decimal: None,
    };
    let mut parsed = reading::read(sheet, Kind::Scores, encoding, |row| reader.read(row))?;
    parsed.recognised.decimal = reader.decimal;
    Ok(parsed)
}
