//! One data row of a sheet: its cells by place, and its refusals.

use csv::StringRecord;

use super::{header::Header, parsed::Refusal};
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
        let cell = self.cells.get(at).unwrap_or_default().trim();
        if cell.len() > LONGEST_CELL {
            let length = cell.chars().count();
            return Err(self.refuse(at, Message::new("row-cell-too-long").with("length", length)));
        }
        if cell.contains(['\n', '\r']) {
            return Err(self.refuse(at, Message::new("row-cell-over-lines")));
        }
        Ok((!cell.is_empty()).then_some(cell))
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
        let cell = self.cells.get(at).unwrap_or_default().trim();
        Refusal {
            row: self.number,
            line: self.line,
            column: self.header.name(at).to_owned(),
            value: shorten(cell),
            reason,
        }
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
        Err(Refusal {
            row: self.number,
            line: self.line,
            column: String::new(),
            value: String::new(),
            reason: Message::new("row-width").with("has", has).with("wants", wants),
        })
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
