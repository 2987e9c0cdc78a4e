//! Cells that more than one kind of file has.

use chrono::NaiveDate;

use super::{parsed::Refusal, row::Row};
use crate::ground::{Message, Result};

/// The date in a cell, at the latest `last`.
pub(super) fn past_date(row: &Row<'_>, at: usize, cell: &str, last: NaiveDate) -> Result<NaiveDate, Refusal> {
    let date = row.date(cell).ok_or_else(|| row.refuse(at, Message::new("row-date-form")))?;
    if date > last {
        let reason = Message::new("row-date-future").with("last", last.to_string());
        return Err(row.refuse(at, reason));
    }
    Ok(date)
}

/// The same where the column, or the cell, may be missing.
pub(super) fn past_date_if_any(
    row: &Row<'_>,
    at: Option<usize>,
    last: NaiveDate,
) -> Result<Option<NaiveDate>, Refusal> {
    match (at, row.filled(at)?) {
        (Some(at), Some(cell)) => past_date(row, at, cell, last).map(Some),
        _ => Ok(None),
    }
}
