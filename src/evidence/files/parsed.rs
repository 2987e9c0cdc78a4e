//! What reading a file gives: its rows, what was refused and why, what was recognised and left out.

use serde::{Deserialize, Serialize};

use super::{header::Column, kind::Kind, number::Decimal, text::Encoding};
use crate::ground::message::Message;

/// A data row that cannot be taken, with the cell that is wrong and the reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Refusal {
    /// The data row; the first one under the header is 1.
    pub row: usize,
    /// The line in the file where the row begins; the header is usually line 1.
    pub line: usize,
    /// The column as the file names it; empty when the whole row is meant.
    pub column: String,
    /// The cell as it stands in the file, cut when it is long.
    pub value: String,
    /// What is wrong and what to do.
    pub reason: Message,
}

impl Refusal {
    /// Refuses the row at a place, its number and its line, for what stands in a column.
    #[must_use]
    pub fn at((row, line): (usize, usize), column: &str, value: impl Into<String>, reason: Message) -> Self {
        Self { row, line, column: column.to_owned(), value: value.into(), reason }
    }
}

/// What the reader made out of a file by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognised {
    /// What kind of rows it holds.
    pub kind: Kind,
    /// The character between the cells.
    pub delimiter: char,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// The decimal mark that was met; none when all numbers are whole.
    pub decimal: Option<Decimal>,
}

/// A file that has been read.
#[derive(Debug, Clone)]
pub struct Parsed<R> {
    /// The rows that can be taken, in the order of the file.
    pub rows: Vec<R>,
    /// The rows that cannot; rows + refused is every data row.
    pub refused: Vec<Refusal>,
    /// Every column, with what was made of it.
    pub columns: Vec<Column>,
    /// How the file was read.
    pub recognised: Recognised,
}
