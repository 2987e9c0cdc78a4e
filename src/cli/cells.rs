//! A file with `;` and the cells that go in: figures with four decimals, names, empty where missing, never `-0`.

use std::borrow::Cow;
use std::path::Path;

use super::written::Output;
use crate::ground::{Error, Message, Result};

type Csv = csv::Writer<Output>;

/// Four decimals.
const DECIMALS: f64 = 10_000.0;

/// A figure with four decimals; empty when there is none, never `-0`.
pub(super) fn figure(value: Option<f64>) -> String {
    let mut line = Line::default();
    line.figure(value);
    String::from_utf8(line.0).unwrap_or_default()
}

pub(super) fn name(names: &[String], at: Option<u32>) -> &str {
    at.and_then(|at| names.get(at as usize)).map_or("", String::as_str)
}

pub(super) fn open(path: &Path, header: &str) -> Result<Csv> {
    let mut csv = csv::WriterBuilder::new().delimiter(b';').from_writer(Output::open(path)?);
    csv.write_record(header.split(';')).map_err(Error::internal)?;
    Ok(csv)
}

/// The file once all its lines are in it.
pub(super) fn finished(csv: Csv) -> Result<Output> {
    let mut file = csv.into_inner().map_err(|cause| Error::internal(cause.error()))?;
    file.finish()?;
    Ok(file)
}

pub(super) fn no_file(path: &Path, cause: &std::io::Error) -> Error {
    Error::Refused(
        Message::new("analysis-no-file")
            .with("file", path.display().to_string())
            .with("problem", cause.to_string()),
    )
}

/// A cell within quotation marks where it must be.
pub(super) fn quoted(text: &str) -> Cow<'_, str> {
    if text.contains([';', '"', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", text.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(text)
    }
}

/// Lines of a file, cell by cell.
#[derive(Debug, Default)]
pub(super) struct Line(pub Vec<u8>);

impl Line {
    /// Cells that are ready (`quoted`), and the `;` after them.
    pub fn ready(&mut self, cells: &str) {
        self.0.extend_from_slice(cells.as_bytes());
        self.0.push(b';');
    }

    /// A name and the `;` after it.
    pub fn name(&mut self, name: &str) {
        self.0.extend_from_slice(quoted(name).as_bytes());
        self.0.push(b';');
    }

    /// A figure and the `;` after it.
    pub fn figure_cell(&mut self, value: Option<f64>) {
        self.figure(value);
        self.0.push(b';');
    }

    fn figure(&mut self, value: Option<f64>) {
        let Some(value) = value.filter(|value| value.is_finite()) else {
            return;
        };
        let whole = (value * DECIMALS).round_ties_even();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "below 2^53, and not negative"
        )]
        let digits = whole.abs().min(9e15) as u64;
        if whole < 0.0 {
            self.0.push(b'-');
        }
        let mut buffer = itoa::Buffer::new();
        self.0.extend_from_slice(buffer.format(digits / 10_000).as_bytes());
        // One more than the ten thousand keeps the noughts in front; its own digit falls away.
        let after = buffer.format(10_000 + digits % 10_000).as_bytes();
        self.0.push(b'.');
        self.0.extend_from_slice(after.get(1..).unwrap_or_default());
    }

    /// The last cell of a line.
    pub fn end(&mut self, cell: &str) {
        self.0.extend_from_slice(cell.as_bytes());
        self.0.push(b'\n');
    }
}

#[cfg(test)]
mod tests {
    use super::{figure, quoted};

    #[test]
    fn figures_have_four_decimals_and_no_minus_nought() {
        assert_eq!(figure(Some(-0.000_01)), "0.0000");
        assert_eq!(figure(Some(-1.5)), "-1.5000");
        assert_eq!(figure(Some(2.0)), "2.0000");
        assert_eq!(figure(Some(0.031_25)), "0.0312");
        assert_eq!(figure(Some(f64::NAN)), "");
        assert_eq!(figure(None), "");
    }

    #[test]
    fn names_are_quoted_where_they_must_be() {
        assert_eq!(quoted("4B"), "4B");
        assert_eq!(quoted("4;B"), "\"4;B\"");
        assert_eq!(quoted("de \"B\""), "\"de \"\"B\"\"\"");
    }
}
