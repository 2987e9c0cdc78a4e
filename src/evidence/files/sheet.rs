//! Text as a table: the delimiter, the header, then rows with their number, line and cells.

use csv::{ReaderBuilder, StringRecord};

use super::{header::Header, row::Row};
use crate::ground::{
    error::{Error, Result},
    message::Message,
};

#[cfg(test)]
mod tests;

/// A table of text that is read row by row.
pub struct Sheet<'a> {
    text: &'a str,
    /// The character between the cells.
    pub delimiter: char,
    /// The first line.
    pub header: Header,
    reader: csv::Reader<&'a [u8]>,
    rows: usize,
    line: usize,
    counted_to: usize,
}

impl<'a> Sheet<'a> {
    /// Recognises the delimiter and reads the header.
    pub fn open(text: &'a str) -> Result<Self> {
        let candidates = [';', ',', '\t'].into_iter().map(|delimiter| {
            let first = reader(text, delimiter).records().next();
            let cells = first.and_then(std::result::Result::ok).unwrap_or_default();
            (delimiter, Header::new(cells.iter()))
        });
        // On a tie the first wins: Dutch spreadsheets write a semicolon.
        let best = candidates.reduce(|best, next| {
            let merit = |header: &Header| (header.recognised(), header.width());
            if merit(&next.1) > merit(&best.1) { next } else { best }
        });
        let Some((delimiter, header)) = best else {
            return Err(Error::Refused(Message::new("file-empty")));
        };
        let mut sheet = Self {
            text,
            delimiter,
            header,
            reader: reader(text, delimiter),
            rows: 0,
            line: 1,
            counted_to: 0,
        };
        let mut first = StringRecord::new();
        sheet.read(&mut first)?;
        Ok(sheet)
    }

    /// Rows of a sheet whose header was read before; the first one begins on `line`.
    pub(super) fn going_on(text: &'a str, delimiter: char, header: Header, line: usize) -> Self {
        Self { text, delimiter, header, reader: reader(text, delimiter), rows: 0, line, counted_to: 0 }
    }

    /// Reads the next data row into `cells`; none at the end. Rows without any content do not count.
    pub fn next_row<'r>(&'r mut self, cells: &'r mut StringRecord) -> Result<Option<Row<'r>>> {
        loop {
            let Some(line) = self.read(cells)? else {
                return Ok(None);
            };
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            self.rows += 1;
            return Ok(Some(Row { number: self.rows, line, header: &self.header, cells }));
        }
    }

    /// Reads one record and tells the line it begins on.
    fn read(&mut self, cells: &mut StringRecord) -> Result<Option<usize>> {
        let start = self.offset();
        if !self.reader.read_record(cells).map_err(Error::internal)? {
            return Ok(None);
        }
        // The reader's own line counts from before the empty lines that it skips.
        let empty = |byte: &u8| *byte == b'\n' || *byte == b'\r';
        let bytes = self.text.as_bytes();
        let skipped = bytes.iter().skip(start).take_while(|byte| empty(byte)).count();
        let begin = start + skipped;
        self.line += lines(bytes, self.counted_to, begin);
        self.counted_to = begin;
        self.refuse_open_quote(begin, cells)?;
        Ok(Some(self.line))
    }

    /// A quotation mark that never closes would swallow all the rows after it.
    fn refuse_open_quote(&self, begin: usize, cells: &StringRecord) -> Result<()> {
        let end = self.offset();
        let many_lines = cells.iter().next_back().is_some_and(|cell| cell.contains('\n'));
        let record = self.text.get(begin..end).unwrap_or_default();
        if many_lines && end == self.text.len() && !record.trim_end().ends_with('"') {
            return Err(Error::Refused(Message::new("file-open-quote").with("line", self.line)));
        }
        Ok(())
    }

    fn offset(&self) -> usize {
        usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }
}

fn reader(text: &str, delimiter: char) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(delimiter).unwrap_or(b';'))
        .from_reader(text.as_bytes())
}

/// How many line ends stand between two places.
fn lines(bytes: &[u8], from: usize, to: usize) -> usize {
    let between = bytes.get(from..to).unwrap_or_default();
    between.iter().fold(0, |count, byte| count + usize::from(*byte == b'\n'))
}
