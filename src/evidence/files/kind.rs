//! What kind of rows a file holds.

use serde::{Deserialize, Serialize};

use super::names;

/// What kind of rows a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// One row per pupil: name, group, year.
    Roster,
    /// One row per pupil, scale and day.
    Scores,
    /// What pupils of a group say of each other.
    Sociogram,
    /// One row per pupil, item and day: only critical answers are kept.
    Items,
    /// One row per pupil and period: how many hours and how often absent, without reasons.
    Attendance,
    /// One row per group, day and scale, of lists that tell of no pupil.
    Totals,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Roster, Self::Scores, Self::Sociogram, Self::Items, Self::Attendance, Self::Totals];

    /// The word of the command line and the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Roster => "roster",
            Self::Scores => "scores",
            Self::Sociogram => "sociogram",
            Self::Items => "items",
            Self::Attendance => "attendance",
            Self::Totals => "totals",
        }
    }

    /// Whether files of this kind have a column of this Dutch name of ours.
    #[must_use]
    pub fn has_column(self, name: &str) -> bool {
        names::has_column(self, name)
    }

    /// The kind with this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
