//! Scores: long, a row per pupil, scale and day, or by a profile wide, a row per pupil and a column per scale. Reads and
//! checks each cell; whether the pupil exists, and which round the row falls in, are decided later (`rounds`, `imports`).

use std::collections::HashMap;

use chrono::NaiveDate;

use self::reader::Reader;
use super::{
    layout::Layout,
    parsed::{Parsed, Refusal},
    row::Row,
    score::{Catalogue, ScoreRow},
    source::Source,
};
use crate::ground::{Message, error::Result};

mod block;
mod cells;
mod columns;
mod file;
mod known;
mod reader;

pub use block::{About, Block, BlockReader, Line, Slot, Value};
pub use file::ScoreFile;

/// Reads a file of scores, long. `today` is the day of the school: a later date is a mistake.
/// Refused whole: what is no text, lacks a column, holds no row, or gives scores of pupils on a list that tells of schools
/// and groups alone.
pub fn read_scores(bytes: &[u8], catalogue: &dyn Catalogue, today: NaiveDate) -> Result<Parsed<ScoreRow>> {
    read_scores_of(&Source::of(bytes, &[])?, &Layout::default(), catalogue, today)
}

/// The same by a layout, wide where it names scales. In a wide file every filled cell under a scale is a row; a row
/// without any is refused.
pub fn read_scores_of(
    source: &Source<'_>,
    layout: &Layout,
    catalogue: &dyn Catalogue,
    today: NaiveDate,
) -> Result<Parsed<ScoreRow>> {
    let mut file = ScoreFile::of(source.stream(), || Ok(source.open()), layout, (catalogue, today))?;
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    while file.next(&mut |_, read| {
        match read {
            Ok(row) => rows.push(row),
            Err(refusal) => refused.push(refusal),
        }
        Ok(())
    })? {}
    let mut recognised = file.recognised();
    recognised.encoding = source.encoding;
    Ok(Parsed { rows, refused, columns: file.header().columns(), recognised })
}

/// The scores of one row, one for each scale that is filled.
fn wide(readers: &mut [Reader<'_>], row: &Row<'_>) -> Vec<Result<ScoreRow, Refusal>> {
    let filled = readers.iter_mut().filter(|reader| {
        // A cell that cannot be read is not empty.
        row.filled(Some(reader.columns.score)).map_or(true, |cell| cell.is_some())
    });
    let mut read: Vec<_> = filled.map(|reader| reader.read(row)).collect();
    let Some(first) = read.first() else {
        let at = readers.first().map_or(0, |reader| reader.columns.pupil);
        let without = |_number| Err(row.refuse(at, Message::new("row-no-scores")));
        return vec![row.pupil_number(at).and_then(without)];
    };
    // What is wrong with the row as a whole (the number, the date) is said once.
    if read.len() > 1 && first.is_err() && read.iter().all(|one| one.as_ref().err() == first.as_ref().err()) {
        read.truncate(1);
    }
    read
}

/// A reader for one column with scores.
fn reader(columns: columns::Columns, catalogue: &dyn Catalogue, today: NaiveDate) -> Reader<'_> {
    Reader { columns, catalogue, today, scales: HashMap::new(), decimal: None }
}
