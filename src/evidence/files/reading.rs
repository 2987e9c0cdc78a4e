//! Going through a sheet row by row, whatever it holds. What a row means is its reader's work.

use csv::StringRecord;

use super::{
    kind::Kind,
    parsed::{Parsed, Recognised, Refusal},
    row::Row,
    sheet::Sheet,
    text::Encoding,
};
use crate::ground::{Error, Message, Result};

/// Every row of a sheet, read or refused; a row may hold more than one thing. The whole file is refused when it holds none.
pub(super) fn read<R>(
    mut sheet: Sheet<'_>,
    kind: Kind,
    encoding: Encoding,
    reader: impl FnMut(&Row<'_>) -> Vec<Result<R, Refusal>>,
) -> Result<Parsed<R>> {
    let (rows, refused) = all(&mut sheet, reader)?;
    Ok(Parsed {
        rows,
        refused,
        columns: sheet.header.columns(),
        recognised: Recognised { kind, delimiter: sheet.delimiter, encoding, decimal: None },
    })
}

/// The same without what was recognised on the way.
pub(super) fn rows<R>(
    sheet: &mut Sheet<'_>,
    mut reader: impl FnMut(&Row<'_>) -> Result<R, Refusal>,
) -> Result<(Vec<R>, Vec<Refusal>)> {
    all(sheet, |row| vec![reader(row)])
}

fn all<R>(
    sheet: &mut Sheet<'_>,
    mut reader: impl FnMut(&Row<'_>) -> Vec<Result<R, Refusal>>,
) -> Result<(Vec<R>, Vec<Refusal>)> {
    let problems = std::mem::take(&mut sheet.problems);
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    let mut cells = StringRecord::new();
    while let Some(row) = sheet.next_row(&mut cells)? {
        if let Some(problem) = problems.get(&row.number) {
            refused.push(problem.clone());
            continue;
        }
        for read in reader(&row) {
            match read {
                Ok(read) => rows.push(read),
                Err(refusal) => refused.push(refusal),
            }
        }
    }
    if rows.is_empty() && refused.is_empty() {
        return Err(Error::Refused(Message::new("file-header-only")));
    }
    Ok((rows, refused))
}
