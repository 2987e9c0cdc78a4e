//! Text out again: cells that a spreadsheet would run are made harmless, and refused rows go back in the
//! form they came, with a column that says why.

use std::{borrow::Cow, collections::HashMap};

use csv::StringRecord;

use super::{number, parsed::Refusal, sheet::Sheet, text};
use crate::ground::{
    error::{Error, Result},
    words::Words,
};

/// A cell that no spreadsheet takes for a formula: what starts like one gets an apostrophe in front.
/// Plain numbers stay as they are.
#[must_use]
pub fn harmless(cell: &str) -> Cow<'_, str> {
    let formula = cell
        .trim_start_matches(' ')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if formula && cell != "-" && number::parse(cell).is_none() {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
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

/// The refused rows of a file as they came (less what is never kept), and a last column with the reason.
pub fn refused_rows(bytes: &[u8], refused: &[Refusal], words: Words) -> Result<String> {
    let (text, _) = text::decode(bytes)?;
    let mut sheet = Sheet::open(&text)?;
    let reasons: HashMap<usize, &Refusal> = refused.iter().map(|it| (it.row, it)).collect();
    let width = sheet.header.width();
    let mut header: Vec<String> = (0..width)
        .map(|at| sheet.header.name(at).to_owned())
        .collect();
    header.push(words.t("file-reason-column"));
    let delimiter = sheet.delimiter;
    let mut lines = vec![header];
    let mut cells = StringRecord::new();
    while let Some(row) = sheet.next_row(&mut cells)? {
        if let Some(refusal) = reasons.get(&row.number) {
            let mut line = row.kept();
            line.resize(width, String::new());
            line.push(words.say(&refusal.reason));
            lines.push(line);
        }
    }
    csv_text(delimiter, lines)
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
