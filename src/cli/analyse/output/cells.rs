//! A file with `;` and the cells that go in: figures with four decimals, names, empty where missing, never `-0`.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use crate::ground::{Error, Message, Result};

type Csv = csv::Writer<BufWriter<File>>;

/// A figure with four decimals; empty when there is none, never `-0`.
pub(super) fn figure(value: Option<f64>) -> String {
    let Some(value) = value.filter(|value| value.is_finite()) else {
        return String::new();
    };
    let text = format!("{value:.4}");
    match text.strip_prefix('-') {
        Some(rest) if rest.bytes().all(|b| matches!(b, b'0' | b'.')) => rest.to_owned(),
        _ => text,
    }
}

pub(super) fn name(names: &[String], at: Option<u32>) -> &str {
    at.and_then(|at| names.get(at as usize)).map_or("", String::as_str)
}

pub(super) fn open(path: &Path, header: &str) -> Result<Csv> {
    let file = File::create(path).map_err(|cause| no_file(path, &cause))?;
    let mut csv = csv::WriterBuilder::new().delimiter(b';').from_writer(BufWriter::new(file));
    csv.write_record(header.split(';')).map_err(Error::internal)?;
    Ok(csv)
}

pub(super) fn no_file(path: &Path, cause: &std::io::Error) -> Error {
    Error::Refused(
        Message::new("analysis-no-file")
            .with("file", path.display().to_string())
            .with("problem", cause.to_string()),
    )
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures_have_four_decimals_and_no_minus_nought() {
        assert_eq!(figure(Some(-0.000_01)), "0.0000");
        assert_eq!(figure(Some(-1.5)), "-1.5000");
        assert_eq!(figure(Some(2.0)), "2.0000");
        assert_eq!(figure(Some(f64::NAN)), "");
        assert_eq!(figure(None), "");
    }
}
