//! One data row of a sheet: its cells by place, and its refusals.

use chrono::NaiveDate;
use csv::StringRecord;

use super::{dates, header::Header, names::key, parsed::Refusal, spreadsheet, synonyms};
use crate::ground::Message;

/// The longest cell that is read, in characters; no number, date or name comes near it.
const LONGEST_CELL: usize = 500;
/// How much of a cell a refusal repeats, in characters.
const SHOWN: usize = 40;

/// One data row.
pub struct Row<'a> {
    /// The data row; the first one under the header is 1.
    pub number: usize,
    /// The line of the file where it begins.
    pub line: usize,
    pub(super) header: &'a Header,
    pub(super) cells: &'a StringRecord,
}

impl Row<'_> {
    /// The cell at a place, without the space around it; none when empty. Too long, or spread over lines: refused.
    pub fn cell(&self, at: Option<usize>) -> Result<Option<&str>, Refusal> {
        let Some(at) = at else { return Ok(None) };
        let cell = self.at(at);
        if cell.len() > LONGEST_CELL {
            let length = cell.chars().count();
            return Err(self.refuse(at, Message::new("row-cell-too-long").with("length", length)));
        }
        if cell.contains(['\n', '\r']) {
            return Err(self.refuse(at, Message::new("row-cell-over-lines")));
        }
        Ok((!cell.is_empty()).then_some(cell))
    }

    /// The same, where a dash or `n.v.t.` is as good as nothing.
    pub fn filled(&self, at: Option<usize>) -> Result<Option<&str>, Refusal> {
        Ok(self.cell(at)?.filter(|cell| !["-", "n.v.t.", "nvt"].contains(&cell.to_lowercase().as_str())))
    }

    /// A pupil's number: as it is, refused only where it cannot be one. That is where lists of schools hold other lines
    /// than pupils: the header once more, totals, and numbers that a spreadsheet has spoiled.
    pub fn pupil_number(&self, at: usize) -> Result<&str, Refusal> {
        let cell = self.need(at)?;
        if cell.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(cell);
        }
        let problem = if synonyms::ours(&key(cell)) == "leerlingnummer" || key(cell) == "pupil" {
            "row-header-again"
        } else if spreadsheet::is_total(cell) {
            "row-total"
        } else if spreadsheet::is_shortened_number(cell) {
            "row-number-shortened"
        } else {
            return self.no_date(at, cell);
        };
        Err(self.refuse(at, Message::new(problem)))
    }

    /// A cell in which a date cannot stand; spreadsheets make dates of `3-4` and the like.
    pub fn no_date<'c>(&self, at: usize, cell: &'c str) -> Result<&'c str, Refusal> {
        if spreadsheet::is_date(cell) {
            return Err(self.refuse(at, Message::new("row-cell-date")));
        }
        Ok(cell)
    }

    /// The date in a cell, in the form the profile says or in one of ours; none: no date.
    #[must_use]
    pub fn date(&self, cell: &str) -> Option<NaiveDate> {
        match &self.header.dates {
            Some(form) => form.parse(cell),
            None => dates::parse(cell),
        }
    }

    /// The sex in a cell, `m` or `f`; none where it does not tell.
    #[must_use]
    pub fn sex(&self, cell: &str) -> Option<String> {
        self.header.sexes.read(cell).map(ToOwned::to_owned)
    }

    /// What stands at a place: in the file, or given for all rows.
    fn at(&self, at: usize) -> &str {
        self.header.given(at).unwrap_or_else(|| self.cells.get(at).unwrap_or_default()).trim()
    }

    /// The same for a cell that must be filled.
    pub fn need(&self, at: usize) -> Result<&str, Refusal> {
        self.cell(Some(at))?.ok_or_else(|| {
            self.refuse(at, Message::new("row-cell-empty").with("column", self.header.name(at)))
        })
    }

    /// A refusal of this row for the cell at a place.
    #[must_use]
    pub fn refuse(&self, at: usize, reason: Message) -> Refusal {
        Refusal::at((self.number, self.line), self.header.name(at), shorten(self.at(at)), reason)
    }

    /// Refuses a row whose cells do not stand under their names. Fewer cells than names is what spreadsheets make
    /// of empty last cells, and fine, unless a column is there that may not be read: then nothing may shift.
    pub fn check_width(&self) -> Result<(), Refusal> {
        let (has, wants) = (self.cells.len(), self.header.width());
        let surplus = self.cells.iter().skip(wants).any(|cell| !cell.trim().is_empty());
        let shifted = has < wants && self.header.forbidden().next().is_some();
        if !surplus && !shifted {
            return Ok(());
        }
        let reason = Message::new("row-width").with("has", has).with("wants", wants);
        Err(Refusal::at((self.number, self.line), "", "", reason))
    }

    /// The cells as they came, for handing the row back: without what is never kept, long ones cut.
    /// Where the cells do not fit the header nothing tells what is what, so then a file with such columns
    /// gives empty cells.
    #[must_use]
    pub fn kept(&self) -> Vec<String> {
        let forbidden: Vec<usize> = self.header.forbidden().collect();
        let unsure = self.cells.len() != self.header.width() && !forbidden.is_empty();
        let keep = |(at, cell): (usize, &str)| {
            if unsure || forbidden.contains(&at) {
                String::new()
            } else {
                cell.chars().take(LONGEST_CELL).collect()
            }
        };
        self.cells.iter().enumerate().map(keep).collect()
    }
}

/// A cell short enough for a sentence.
fn shorten(cell: &str) -> String {
    let mut short: String = cell.chars().take(SHOWN).collect();
    if short.len() < cell.len() {
        short.push('…');
    }
    short.replace(['\n', '\r'], " ")
}
