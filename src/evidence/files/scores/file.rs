//! A file of scores, read piece by piece: whatever its size, only one piece of it is in memory.

use std::io::Read;

use chrono::NaiveDate;
use csv::StringRecord;

use super::{columns::Columns, reader, reader::Reader, reader::TOTALS_ONLY, wide};
use crate::evidence::files::{
    content::Content,
    header::Header,
    kind::Kind,
    layout::Layout,
    parsed::{Recognised, Refusal},
    row::Row,
    score::{Catalogue, ScoreRow},
    stream::{Opening, Piece, Stream},
    write::Handback,
};
use crate::ground::{Error, Message, Result};

/// What is done with each score of a row, or with the reason why there is none.
pub type Take<'t> = dyn FnMut(&Row<'_>, Result<ScoreRow, Refusal>) -> Result<()> + 't;

/// A file of scores that is being read.
pub struct ScoreFile<'a> {
    stream: Stream<Box<dyn Read + 'a>>,
    first: Option<Piece>,
    opening: Opening,
    readers: Vec<Reader<'a>>,
    is_wide: bool,
    rows: usize,
}

impl<'a> ScoreFile<'a> {
    /// Opens a file. `today` is the day of the school: a later date is a mistake. Refused whole: what is no text or lacks
    /// a column.
    pub fn open(
        content: &'a Content,
        layout: &Layout,
        catalogue: &'a dyn Catalogue,
        today: NaiveDate,
    ) -> Result<Self> {
        Self::of(content.stream()?, || content.open(), layout, (catalogue, today))
    }

    pub(super) fn of(
        mut stream: Stream<Box<dyn Read + 'a>>,
        again: impl FnOnce() -> Result<Box<dyn Read + 'a>>,
        layout: &Layout,
        (catalogue, today): (&'a dyn Catalogue, NaiveDate),
    ) -> Result<Self> {
        let first = stream.next_piece()?.ok_or_else(|| Error::Refused(Message::new("file-empty")))?;
        let mut opening = first.opening_by(layout, &stream, again)?;
        let columns = Columns::all(&mut opening.header, layout)?;
        let is_wide = layout.profile.as_ref().is_some_and(|profile| !profile.scales.is_empty());
        let readers = columns.into_iter().map(|columns| reader(columns, catalogue, today)).collect();
        Ok(Self { stream, first: Some(first), opening, readers, is_wide, rows: 0 })
    }

    /// Reads the next piece; false when there was none. Refused whole: a file without a row, and scores of pupils on a
    /// list that tells of schools and groups alone.
    pub fn next(&mut self, take: &mut Take<'_>) -> Result<bool> {
        let piece = match self.first.take() {
            Some(first) => Some(first),
            None => self.stream.next_piece()?,
        };
        let Some(piece) = piece else {
            if self.rows == 0 {
                return Err(Error::Refused(Message::new("file-header-only")));
            }
            return Ok(false);
        };
        let mut sheet = piece.sheet(&self.opening)?;
        sheet.rows = self.rows;
        let mut cells = StringRecord::new();
        while let Some(row) = sheet.next_row(&mut cells)? {
            self.rows = row.number;
            match self.readers.as_mut_slice() {
                [reader] if !self.is_wide => give(&row, reader.read(&row), take)?,
                readers => wide(readers, &row).into_iter().try_for_each(|read| give(&row, read, take))?,
            }
        }
        Ok(true)
    }

    /// How many bytes have been read.
    #[must_use]
    pub const fn bytes_read(&self) -> u64 {
        self.stream.bytes_read()
    }

    /// Its header.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.opening.header
    }

    /// The form in which rows of it are handed back.
    #[must_use]
    pub fn form(&self) -> Handback {
        Handback::under(self.opening.delimiter, &self.opening.header)
    }

    /// What was recognised so far.
    #[must_use]
    pub fn recognised(&self) -> Recognised {
        Recognised {
            kind: Kind::Scores,
            delimiter: self.opening.delimiter,
            encoding: self.stream.encoding(),
            decimal: self.readers.iter().find_map(|reader| reader.decimal),
        }
    }
}

fn give(row: &Row<'_>, read: Result<ScoreRow, Refusal>, take: &mut Take<'_>) -> Result<()> {
    match read {
        Err(refusal) if refusal.reason.key == TOTALS_ONLY => Err(Error::Refused(refusal.reason)),
        read => take(row, read),
    }
}
