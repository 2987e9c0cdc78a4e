//! Text out again: cells that a spreadsheet would run are made harmless, and refused rows go back in the
//! form they came, with a column that says why.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use csv::StringRecord;
use serde::{Deserialize, Serialize};

use super::{header::Header, layout::Layout, number, source::Source};
use crate::ground::{Error, Result, Words};

/// A cell that no spreadsheet takes for a formula: what starts like one gets an apostrophe in front.
/// Plain numbers stay as they are.
#[must_use]
pub fn harmless(cell: &str) -> Cow<'_, str> {
    let formula = cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if formula && cell != "-" && number::parse(cell).is_none() {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Writes lines of cells as CSV with this delimiter, as they are: for reading them again.
pub fn plain_text(delimiter: char, lines: impl IntoIterator<Item = Vec<String>>) -> Result<String> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b';'))
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(Vec::new());
    for line in lines {
        writer.write_record(line).map_err(Error::internal)?;
    }
    String::from_utf8(writer.into_inner().map_err(Error::internal)?).map_err(Error::internal)
}

/// Writes lines of cells as CSV with this delimiter, every cell made harmless.
pub fn csv_text<R, C>(delimiter: char, lines: R) -> Result<String>
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = String>,
{
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b';'))
        .flexible(true)
        .from_writer(Vec::new());
    for line in lines {
        let cells = line.into_iter().map(|cell| harmless(&cell).into_owned());
        writer.write_record(cells).map_err(Error::internal)?;
    }
    let bytes = writer.into_inner().map_err(Error::internal)?;
    String::from_utf8(bytes).map_err(Error::internal)
}

/// A file's header and some of its rows, as they came (less what is never kept).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handback {
    /// The character between the cells.
    pub delimiter: char,
    /// The names of the columns.
    pub header: Vec<String>,
    /// Cells by row.
    #[serde(skip)]
    pub rows: HashMap<usize, Vec<String>>,
}

impl Handback {
    /// Takes these rows out of a file.
    pub fn of(source: &Source<'_>, layout: &Layout, wanted: &HashSet<usize>) -> Result<Self> {
        let mut sheet = source.sheet(layout)?;
        let form = Self::under(sheet.delimiter, &sheet.header);
        let mut rows = HashMap::new();
        let mut cells = StringRecord::new();
        while let Some(row) = sheet.next_row(&mut cells)? {
            if wanted.contains(&row.number) {
                rows.insert(row.number, row.kept());
            }
        }
        Ok(Self { rows, ..form })
    }

    /// The form of a file under this header, without rows.
    pub(super) fn under(delimiter: char, header: &Header) -> Self {
        let header = (0..header.width()).map(|at| header.name(at).to_owned()).collect();
        Self { delimiter, header, rows: HashMap::new() }
    }

    /// The file to hand back: these rows in the form they came, and a last column that says why.
    pub fn csv(&self, rows: Vec<(Vec<String>, String)>, words: Words) -> Result<String> {
        let mut header = self.header.clone();
        header.push(words.t("file-reason-column"));
        let mut lines = vec![header];
        for (mut cells, reason) in rows {
            cells.resize(self.header.len(), String::new());
            cells.push(reason);
            lines.push(cells);
        }
        csv_text(self.delimiter, lines)
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_become_text_and_numbers_stay() {
        assert_eq!(harmless("=cmd|'/c calc'!A1"), "'=cmd|'/c calc'!A1");
        for cell in ["+31 6", "@som", "-1+2", "\tx", " =1"] {
            assert!(harmless(cell).starts_with('\''), "{cell}");
        }
        for cell in ["-1,5", "-3", "-", "Noor", "2026-03-02"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
