//! What an import counts, and the brake: when it would change much.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::diff::Status;
use super::model::Import;
use super::report::from_json;
use super::suspicion::Suspicion;
use crate::evidence::files::Recognised;
use crate::evidence::files::header::Column;
use crate::ground::{Message, Result};

/// Changes and absences up to so many rows never stop an import.
const BRAKE_ROWS: usize = 10;

/// Nor those of up to this share of the pupils, in percent.
const BRAKE_PERCENT: usize = 10;

/// A member of staff that a roster names. No account is ever made of one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Staff {
    /// The groups.
    pub groups: Vec<String>,
    /// Whether there is an account of a mentor at this school; one that a list names as mentor is then tied to the
    /// groups.
    pub account: bool,
    /// The name, where the file gives one.
    #[serde(default)]
    pub name: String,
    /// The roles, as the file writes them.
    #[serde(default)]
    pub roles: Vec<String>,
    /// The role that an account could have: a proposal, which nobody gets by itself.
    #[serde(default)]
    pub proposed: Option<String>,
}

/// The difference a file makes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Counts {
    /// Rows that are new.
    pub new: usize,
    /// Rows that change something.
    pub changed: usize,
    /// Rows that say what is known.
    pub unchanged: usize,
    /// Pupils in a group today whom the roster does not name. They stay.
    pub missing: usize,
    /// Rows that cannot be taken.
    pub refused: usize,
    /// Pupils with a changed row.
    pub changed_pupils: usize,
    /// Pupils of the school before this import.
    pub known_pupils: usize,
    /// Numbers of pupils the school does not know.
    pub unknown_pupils: Vec<String>,
    /// Rows per group.
    pub groups: BTreeMap<String, usize>,
    /// Rows per cluster.
    pub clusters: BTreeMap<String, usize>,
    /// Places in clusters that end, because the roster lists clusters and these not.
    pub clusters_end: usize,
    /// Staff by e-mail address.
    pub staff: BTreeMap<String, Staff>,
    /// Columns that were not read because Baken may not have them.
    pub dropped_columns: Vec<String>,
    /// Columns that mean nothing here.
    pub ignored_columns: Vec<String>,
    /// Every column, with what was made of it.
    #[serde(default)]
    pub columns: Vec<Column>,
    /// The lists that the scores are of: instrument and informant.
    #[serde(default)]
    pub lists: Vec<String>,
    /// Rounds the scores lie in.
    pub rounds: Vec<String>,
    /// The last day of the scores.
    pub last_day: Option<NaiveDate>,
    /// How the file was read.
    pub recognised: Option<Recognised>,
    /// The school year that the file says it is of, where that is another than this one.
    #[serde(default)]
    pub other_year: Option<String>,
    /// The first day of the school year to come, where the roster is of that.
    #[serde(default)]
    pub starts_on: Option<NaiveDate>,
    /// The profile that it was read by.
    #[serde(default)]
    pub profile: Option<String>,
    /// New pupils who may be known under another number.
    #[serde(default)]
    pub suspicions: Vec<Suspicion>,
    /// The school did not exist before this import.
    pub made_school: bool,
}

impl Counts {
    /// Nothing counted yet, of a file that was read like this.
    #[must_use]
    pub fn of(columns: Vec<Column>, recognised: Recognised) -> Self {
        Self {
            dropped_columns: Column::dropped(&columns),
            ignored_columns: Column::ignored(&columns),
            columns,
            recognised: Some(recognised),
            ..Self::default()
        }
    }

    /// Counts a row by what it does.
    pub const fn count(&mut self, status: Status) {
        match status {
            Status::New => self.new += 1,
            Status::Changed => self.changed += 1,
            Status::Unchanged => self.unchanged += 1,
        }
    }

    /// Rows that can be stored, or are already.
    #[must_use]
    pub const fn good(&self) -> usize {
        self.new + self.changed + self.unchanged
    }

    /// Why this needs a second look: it is of another school year, or much would change or is
    /// missing, so it may be the wrong file.
    #[must_use]
    pub fn brake(&self) -> Option<Message> {
        if let Some(year) = &self.other_year {
            return Some(Message::new("import-brake-year").with("year", year.as_str()));
        }
        let rows = self.changed + self.missing;
        let pupils = self.changed_pupils + self.missing;
        let much = rows > BRAKE_ROWS && pupils * 100 > self.known_pupils * BRAKE_PERCENT;
        much.then(|| {
            Message::new("import-brake")
                .with("changed", self.changed_pupils)
                .with("missing", self.missing)
                .with("known", self.known_pupils)
        })
    }
}

/// The counts of an import.
pub fn counts(import: &Import) -> Result<Counts> {
    from_json(&import.summary)
}
