//! An import as stored, what it changed, and a pupil as it writes one. What waits meanwhile stands in `staged`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::rehearsal::Forecast;
use super::report::from_json;
use crate::evidence::files::Kind;
use crate::ground::db::schema::{import_changes, import_waiting, imports, pupils};
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, ImportId, PupilId, Result, SchoolId};

words_enum! {
    /// How far an import is.
    State {
        /// Rows are being written aside; nothing is visible.
        Staging = "staging",
        /// The difference can be looked at; nothing is visible.
        Previewed = "previewed",
        /// Made visible.
        Stored = "stored",
        /// Looked at and left.
        Left = "left",
        /// Made visible and taken back.
        Undone = "undone",
        /// Its process ended in the middle; nothing became visible.
        Broken = "broken",
    }
}

/// One import.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = imports, treat_none_as_default_value = false)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// The school it is for.
    pub school_id: SchoolId,
    /// The word of its `Kind`, or of an act without a file.
    pub kind: String,
    /// How far it is.
    pub state: State,
    /// The file's name, without its folder.
    pub file_name: String,
    /// SHA-256 of the file: its content is not kept.
    pub file_hash: String,
    /// The header and delimiter, for handing refused rows back (JSON).
    pub header: String,
    /// The counts of the difference (JSON of `Counts`).
    pub summary: String,
    /// Why it needs a second look before it is stored (JSON of a message).
    pub brake: Option<String>,
    /// Who brought it in; none at the command line.
    pub account_id: Option<AccountId>,
    /// When.
    pub created_at: NaiveDateTime,
    /// When it was stored or left.
    pub decided_at: Option<NaiveDateTime>,
    /// When it was taken back.
    pub undone_at: Option<NaiveDateTime>,
}

impl Import {
    /// Whether it is an act on what is known, without a file: it stands among the imports to be taken back as they are.
    #[must_use]
    pub fn is_act(&self) -> bool {
        Kind::from_code(&self.kind).is_none()
    }
}

/// A file that waits behind an import.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = import_waiting, treat_none_as_default_value = false)]
pub struct Waiting {
    /// The import that is looked at first.
    pub import_id: ImportId,
    /// In which order, from 0.
    pub seq: i32,
    /// The file's name.
    pub file_name: String,
    /// What it holds.
    pub kind: String,
    /// Rows that can be read; what they change is seen when it is their turn.
    pub good: i32,
    /// Rows that cannot.
    pub refused: i32,
    /// What it will do when those before it are stored (JSON of a forecast); none: not foretold.
    pub forecast: Option<String>,
    /// The file and those that belong to it, packed; empty where only the rest was asked for.
    pub files: String,
}

impl Waiting {
    /// What it will do, where that was foretold.
    pub fn forecast(&self) -> Result<Option<Forecast>> {
        self.forecast.as_deref().map(from_json).transpose()
    }
}

/// A thing an import touched.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = import_changes, treat_none_as_default_value = false)]
pub struct Change {
    /// The import.
    pub import_id: ImportId,
    /// In which order, from 0.
    pub seq: i32,
    /// `pupil`, `group`, `membership`, `relation`, `score`, `rating`, `attendance`, `total` or `school`.
    pub what: String,
    /// The id of the thing.
    pub subject: String,
    /// How it was (JSON); none: it was not there.
    pub before: Option<String>,
}

/// A pupil's row, whole: beside what `school::Pupil` shows also what no page reads, so that an undo can put it back.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = pupils, treat_none_as_default_value = false)]
pub struct PupilRow {
    /// The id, as in addresses.
    pub id: PupilId,
    /// The number scores are keyed by.
    pub key: i64,
    /// The school.
    pub school_id: SchoolId,
    /// The school's own number for the pupil: text.
    pub number: String,
    /// First name.
    pub first_name: String,
    /// `van der` and the like.
    pub infix: String,
    /// Last name.
    pub last_name: String,
    /// Birth date, where known.
    pub birth_date: Option<NaiveDate>,
    /// `m` or `f`, where known.
    pub sex: Option<String>,
    /// When the pupil first came in.
    pub created_at: NaiveDateTime,
}
