//! Rosters: a row per pupil, from a plain list or from what other formats were turned into (`source`). Reads and checks each cell; what is new or changed is decided in `imports`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::columns::Columns;
use super::{kind::Kind, layout::Layout, parsed::Parsed, reading, source::Source};
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
    /// `m` or `f`, where the file tells.
    #[serde(default)]
    pub sex: Option<String>,
    /// The day the pupil came to the school.
    #[serde(default)]
    pub starts_on: Option<NaiveDate>,
    /// The last day at the school.
    #[serde(default)]
    pub ends_on: Option<NaiveDate>,
    /// The name of the home group.
    pub group: String,
    /// Year level as the school writes it.
    pub year: Option<String>,
    /// The mentor's e-mail address, in small letters.
    pub mentor: Option<String>,
    /// The school as the file names it.
    pub school: Option<String>,
    /// The names of the clusters beside the home group; none where the file does not say.
    pub clusters: Option<Vec<String>>,
    /// Home groups before this one, oldest first, where the file has a row for each.
    pub earlier: Vec<Stay>,
}

/// A home group of a pupil in a time that is over, from a row of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// The data row in its file, from 1.
    pub row: usize,
    /// The line in its file.
    pub line: usize,
    /// The name of the group.
    pub group: String,
    /// Year level as the school writes it.
    pub year: Option<String>,
    /// The first day; none: the first of the school year.
    pub starts_on: Option<NaiveDate>,
    /// The last day.
    pub ends_on: NaiveDate,
}

impl RosterRow {
    /// The pupil's last day, where that is behind us.
    #[must_use]
    pub fn left(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.ends_on.filter(|last| *last < today)
    }

    /// Whether two rows say the same, wherever they stand. Some systems give a row for each cluster.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let placed =
            Self { row: self.row, line: self.line, clusters: self.clusters.clone(), ..other.clone() };
        *self == placed
    }

    /// Whether two rows say the same of who the pupil is.
    #[must_use]
    pub fn is_of_the_same(&self, other: &Self) -> bool {
        let person = |row: &Self| {
            let names = [&row.first_name, &row.infix, &row.last_name].map(Clone::clone);
            (names, row.birth_date, row.sex.clone(), row.school.clone())
        };
        person(self) == person(other)
    }

    /// How many rows of the file it stands for.
    #[must_use]
    pub const fn rows(&self) -> usize {
        1 + self.earlier.len()
    }
}

/// Reads a plain roster. Refused whole: what is no text, lacks a column, or holds no row.
pub fn read_roster(bytes: &[u8], today: NaiveDate) -> Result<Parsed<RosterRow>> {
    read_roster_of(&Source::of(bytes, &[])?, &Layout::default(), today)
}

/// The same by a layout.
pub fn read_roster_of(source: &Source<'_>, layout: &Layout, today: NaiveDate) -> Result<Parsed<RosterRow>> {
    let mut sheet = source.sheet(layout)?;
    let columns = Columns::find(&mut sheet.header)?;
    reading::read(sheet, Kind::Roster, source.encoding, |row| vec![columns.read(row, today)])
}
