//! A table that another format was turned into, with what its rows and columns cannot say. From here on it is read like
//! any list: the names of its columns are those of the format, and each row keeps its line.

use std::collections::{BTreeSet, HashMap};

use super::{parsed::Refusal, write};
use crate::ground::{Message, Result};

/// The character between the cells.
const DELIMITER: char = ';';

/// A table.
#[derive(Debug, Default)]
pub(super) struct Table {
    columns: Vec<&'static str>,
    rows: Vec<Vec<String>>,
    /// The line of each row in the file as it came.
    pub(super) lines: Vec<usize>,
    /// What is wrong with rows, by number.
    pub(super) problems: HashMap<usize, Refusal>,
    /// What was not read because Baken may not have it.
    pub(super) dropped: BTreeSet<String>,
    /// What means nothing here.
    pub(super) ignored: BTreeSet<String>,
    /// What the file says besides rows.
    pub(super) facts: Facts,
}

/// What a file says besides its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The school year it is of, such as `2025-2026`.
    pub school_year: Option<String>,
    /// The staff in it.
    pub staff: Vec<Colleague>,
}

/// A member of staff as a file names one. No account comes of it: at most a proposal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Colleague {
    /// The name.
    pub name: String,
    /// The e-mail address, in small letters.
    pub email: Option<String>,
    /// Roles as the file writes them.
    pub roles: Vec<String>,
    /// The names of the groups; a key that the file does not explain stands behind a question mark.
    pub groups: Vec<String>,
}

impl Table {
    pub(super) fn new(columns: &'static [&'static str]) -> Self {
        Self { columns: columns.to_vec(), ..Self::default() }
    }

    /// Adds a row of a line, its cells in the order of the columns.
    pub(super) fn push(&mut self, line: usize, cells: Vec<String>) {
        self.rows.push(cells);
        self.lines.push(line);
    }

    /// Refuses the row added last, for what stands in a column.
    pub(super) fn refuse(&mut self, column: &str, value: &str, reason: Message) {
        let (row, line) = (self.rows.len(), self.lines.last().copied().unwrap_or_default());
        self.problems.entry(row).or_insert(Refusal::at((row, line), column, value, reason));
    }

    /// Takes a column out, with its cells: the file says nothing of it.
    pub(super) fn without(&mut self, column: &str) {
        if let Some(at) = self.columns.iter().position(|name| *name == column) {
            self.columns.remove(at);
            for cells in self.rows.iter_mut().filter(|cells| cells.len() > at) {
                cells.remove(at);
            }
        }
    }

    /// The table as text.
    pub(super) fn text(&mut self) -> Result<String> {
        let header = self.columns.iter().map(|name| (*name).to_owned()).collect();
        write::plain_text(DELIMITER, std::iter::once(header).chain(std::mem::take(&mut self.rows)))
    }
}
