//! Cells that more than one kind of file has.

use chrono::{Datelike, NaiveDate};

use super::{number, parsed::Refusal, row::Row};
use crate::evidence::informant::Informant;
use crate::ground::{Message, Result};

/// Whose view it is, by the word in a cell.
pub(super) fn informant(row: &Row<'_>, at: usize) -> Result<Informant, Refusal> {
    let known = Informant::from_code(row.need(at)?);
    known.ok_or_else(|| row.refuse(at, Message::new("row-informant-unknown")))
}

/// The refusal of a row on an instrument that is none of these.
pub(super) fn unknown_instrument(row: &Row<'_>, at: usize, instrument: &str, known: &[String]) -> Refusal {
    let reason = Message::new("row-instrument-unknown").with("instrument", instrument);
    row.refuse(at, reason.with("known", known.join(", ")))
}

/// The refusal of a row on a scale that the instrument does not have.
pub(super) fn unknown_scale(
    row: &Row<'_>,
    at: usize,
    (instrument, scale): (&str, &str),
    known: &[String],
) -> Refusal {
    let reason = Message::new("row-scale-unknown").with("instrument", instrument).with("scale", scale);
    row.refuse(at, reason.with("known", known.join(", ")))
}

/// The number in a cell, where the column is there and the cell filled; `otherwise`: the reason where it is no number.
pub(super) fn number_if_any(
    row: &Row<'_>,
    at: Option<usize>,
    otherwise: &'static str,
) -> Result<Option<(usize, f64)>, Refusal> {
    let (Some(at), Some(cell)) = (at, row.filled(at)?) else { return Ok(None) };
    if let Some((found, _)) = number::parse(cell) {
        return Ok(Some((at, found)));
    }
    row.no_date(at, cell)?;
    Err(row.refuse(at, Message::new(otherwise)))
}

/// Nobody of whom a school keeps anything was born before.
const FIRST_YEAR: i32 = 1900;

/// The date in a cell, from `FIRST_YEAR` on and at the latest `last`.
pub(super) fn past_date(row: &Row<'_>, at: usize, cell: &str, last: NaiveDate) -> Result<NaiveDate, Refusal> {
    let date = row.date(cell).ok_or_else(|| row.refuse(at, Message::new("row-date-form")))?;
    if date > last {
        let reason = Message::new("row-date-future").with("last", last.to_string());
        return Err(row.refuse(at, reason));
    }
    if date.year() < FIRST_YEAR {
        return Err(row.refuse(at, Message::new("row-date-long-ago").with("year", FIRST_YEAR.to_string())));
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
