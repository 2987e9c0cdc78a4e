//! The plain roster: a row per pupil. Reads and checks each cell; what is new or changed is decided in `imports`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::columns::Columns;
use super::{kind::Kind, parsed::Parsed, reading, sheet::Sheet, text};
use crate::ground::error::Result;

mod columns;
pub mod settle;

/// One pupil of a roster, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterRow {
    /// The data row in its file, from 1.
    pub row: usize,
    /// The line in its file.
    pub line: usize,
    /// The pupil's number at the school, as text.
    pub number: String,
    /// First name as used every day.
    pub first_name: String,
    /// What stands between first and last name, such as `van 't`.
    pub infix: String,
    /// Last name without the infix.
    pub last_name: String,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// The group's name.
    pub group: String,
    /// Year level as the school writes it.
    pub year: Option<String>,
    /// The mentor's e-mail address, in small letters.
    pub mentor: Option<String>,
    /// The school as the file names it.
    pub school: Option<String>,
}

impl RosterRow {
    /// Whether two rows say the same, wherever they stand.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let placed = Self { row: self.row, line: self.line, ..other.clone() };
        *self == placed
    }
}

/// Reads a plain roster. Refused whole: what is no text, lacks a column, or holds no row.
pub fn read_roster(bytes: &[u8], today: NaiveDate) -> Result<Parsed<RosterRow>> {
    let (text, encoding) = text::decode(bytes)?;
    let mut sheet = Sheet::open(&text)?;
    let columns = Columns::find(&mut sheet.header)?;
    reading::read(sheet, Kind::Roster, encoding, |row| columns.read(row, today))
}
