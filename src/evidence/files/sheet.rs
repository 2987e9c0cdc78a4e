//! Text as a table: the delimiter, the header (below titles, where there are any), then rows with their number, line and
//! cells.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};

use super::{header::Header, layout::Layout, parsed::Refusal, row::Row, sex::Letters, sex::SexCode};
use crate::ground::{
    error::{Error, Result},
    message::Message,
};

#[cfg(test)]
mod tests;

/// The header stands within so many lines from the top; what is above it are titles.
const TITLES: usize = 10;

/// What the first lines tell of a table.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The character between the cells.
    pub delimiter: char,
    /// The header.
    pub header: Header,
    /// How many titles stand above it.
    titles: usize,
    /// The place of a column whose letters say together which sex an M is.
    pub(super) letters: Option<usize>,
}

impl Opening {
    /// Recognises the delimiter and the header; refused: what has none.
    pub(super) fn of(text: &str, layout: &Layout) -> Result<Self> {
        let known = |header: &Header| header.recognised() + layout.names_in(header);
        let candidates = tops(text).map(|(delimiter, top)| {
            // Two names that are known make a header; the first line is it unless a later one is more so.
            let better =
                top.iter().enumerate().skip(1).max_by_key(|(at, line)| (known(line), usize::MAX - at));
            let first = top.first().map_or(0, known);
            let titles = better.filter(|(_, line)| first < 2 && known(line) >= 2).map_or(0, |(at, _)| at);
            let header = top.into_iter().nth(titles).unwrap_or_else(|| Header::new(std::iter::empty()));
            Self { delimiter, header, titles, letters: None }
        });
        // On a tie the first wins: Dutch spreadsheets write a semicolon.
        let best = candidates.reduce(|best, next| {
            let merit = |opening: &Self| (known(&opening.header), opening.header.width());
            if merit(&next) > merit(&best) { next } else { best }
        });
        let mut opening = best.ok_or_else(|| Error::Refused(Message::new("file-empty")))?;
        opening.header.check_width()?;
        layout.name_columns(&mut opening.header);
        if opening.header.sexes == SexCode::Words
            && let Some(at) = opening.header.clone().find("geslacht", "sex")?
        {
            opening.letters = Some(at);
            let mut letters = Letters::default();
            hear(&mut letters, text, opening.delimiter, at);
            opening.header.sexes = letters.code();
        }
        Ok(opening)
    }
}

/// A table of text that is read row by row.
pub struct Sheet<'a> {
    text: &'a str,
    /// The character between the cells.
    pub delimiter: char,
    /// The first line.
    pub header: Header,
    reader: csv::Reader<&'a [u8]>,
    /// How many rows came before.
    pub(super) rows: usize,
    line: usize,
    counted_to: usize,
    /// The line of each row in the file as it came, where this text was made out of something else (`table`).
    pub(super) lines: Option<Vec<usize>>,
    /// What is wrong with rows, told by whoever made this text.
    pub(super) problems: HashMap<usize, Refusal>,
}

impl<'a> Sheet<'a> {
    /// Recognises the delimiter and reads the header.
    pub fn open(text: &'a str) -> Result<Self> {
        Self::open_by(text, &Layout::default())
    }

    /// The same where a layout says which columns are which.
    pub fn open_by(text: &'a str, layout: &Layout) -> Result<Self> {
        Self::under(text, &Opening::of(text, layout)?)
    }

    /// The rows under a header that was recognised before.
    pub(super) fn under(text: &'a str, opening: &Opening) -> Result<Self> {
        let mut sheet = Self::going_on(text, opening.delimiter, opening.header.clone(), 1);
        let mut passed = StringRecord::new();
        for _ in 0..=opening.titles {
            sheet.read(&mut passed)?;
        }
        Ok(sheet)
    }

    /// Rows of a sheet whose header was read before; the first one begins on `line`.
    pub(super) fn going_on(text: &'a str, delimiter: char, header: Header, line: usize) -> Self {
        let reader = reader(text, delimiter);
        let problems = HashMap::new();
        Self { text, delimiter, header, reader, rows: 0, line, counted_to: 0, lines: None, problems }
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
            let line =
                self.lines.as_ref().and_then(|lines| lines.get(self.rows - 1)).copied().unwrap_or(line);
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

/// For each delimiter, the first lines of a text.
pub(super) fn tops(text: &str) -> impl Iterator<Item = (char, Vec<Header>)> {
    [';', ',', '\t'].into_iter().map(move |delimiter| {
        let first = reader(text, delimiter).into_records().take(TITLES).map_while(std::result::Result::ok);
        (delimiter, first.map(|cells| Header::new(cells.iter())).collect())
    })
}

/// The header lines that a text may have, under every delimiter: a profile is recognised by them.
pub(super) fn headers(text: &str) -> impl Iterator<Item = Header> {
    tops(text).flat_map(|(_, top)| top)
}

/// Takes in the letters by which a column of a text writes the sex of pupils.
pub(super) fn hear(letters: &mut Letters, text: &str, delimiter: char, at: usize) {
    let rows = reader(text, delimiter).into_records().map_while(std::result::Result::ok);
    rows.for_each(|row| letters.hear(row.get(at).unwrap_or_default()));
}

pub(super) fn reader(text: &str, delimiter: char) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(delimiter).unwrap_or(b';'))
        .from_reader(text.as_bytes())
}

/// How many line ends stand between two places: of Unix, of Windows, and of old Macs.
fn lines(bytes: &[u8], from: usize, to: usize) -> usize {
    let between = bytes.get(from..to).unwrap_or_default();
    let ends = between.iter().zip(between.iter().skip(1).chain([&b' ']));
    ends.fold(0, |count, (byte, next)| {
        count + usize::from(*byte == b'\n' || (*byte == b'\r' && *next != b'\n'))
    })
}
