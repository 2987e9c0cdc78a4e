//! Text as a table: the delimiter, the header, then rows with their number, line and cells.

use csv::{ReaderBuilder, StringRecord};

use super::{header::Header, row::Row};
use crate::ground::{
    error::{Error, Result},
    message::Message,
};

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

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, usize, Vec<String>)> {
        let mut sheet = Sheet::open(text).expect("a table");
        let mut cells = StringRecord::new();
        let mut rows = Vec::new();
        while let Some(row) = sheet.next_row(&mut cells).expect("a row") {
            rows.push((row.number, row.line, row.kept()));
        }
        rows
    }

    #[test]
    fn every_delimiter_is_recognised_and_quotes_are_respected() {
        for delimiter in [';', ',', '\t'] {
            let text = format!("leerlingnummer{delimiter}score\n\"a{delimiter}b\"{delimiter}3\n");
            let sheet = Sheet::open(&text).expect("a table");
            assert_eq!(sheet.delimiter, delimiter);
            assert_eq!(rows(&text)[0].2, [format!("a{delimiter}b"), "3".to_owned()]);
        }
    }

    #[test]
    fn rows_and_lines_are_counted_as_a_person_would() {
        let text = "leerlingnummer;opmerking\r\n\r\n1;\"een\r\ntwee\"\r\n;\r\n2;x\r\n\r\n\r\n3;y";
        let places: Vec<_> = rows(text).into_iter().map(|row| (row.0, row.1)).collect();
        assert_eq!(places, [(1, 3), (2, 6), (3, 9)]);
    }

    #[test]
    fn a_quotation_mark_that_never_closes_is_refused_with_its_line() {
        let mut sheet = Sheet::open("leerlingnummer;score\n1;2\n\"2;3\n4;5\n").expect("a table");
        let mut cells = StringRecord::new();
        assert!(sheet.next_row(&mut cells).expect("row 1").is_some());
        let Err(Error::Refused(message)) = sheet.next_row(&mut cells).map(|_| ()) else {
            panic!("swallowed the rest");
        };
        assert_eq!(message, Message::new("file-open-quote").with("line", 3_usize));
    }

    #[test]
    fn what_may_not_be_read_is_not_handed_back_either() {
        let text = "leerlingnummer;BSN;score\n1;123456782;9\n1;123456782\n1;x;123456782;3\n";
        assert!(rows(text).iter().all(|row| !row.2.iter().any(|cell| cell.contains("123456782"))));
    }
}
