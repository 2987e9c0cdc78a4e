//! An import as stored, and its plain parts.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::evidence::files::Series;
use crate::ground::audit::Entry;
use crate::ground::db::schema::{import_changes, import_rows, imports, pupils};
use crate::ground::ids::words_enum;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Error, GroupId, ImportId, Message, PupilId, Result, SchoolId, Scope};

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
    /// `roster` or `scores`.
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

/// A row set aside.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = import_rows, treat_none_as_default_value = false)]
pub struct StagedRow {
    /// The import.
    pub import_id: ImportId,
    /// The data row in the file, from 1.
    pub row_no: i32,
    /// The line in the file.
    pub line_no: i32,
    /// `new`, `changed` or `refused`; unchanged rows are only counted.
    pub status: String,
    /// The cells as they came (JSON), for refused rows only.
    pub raw: String,
    /// The row as it will be stored (JSON); empty for refused rows.
    pub parsed: String,
    /// The column that is wrong.
    pub problem_column: String,
    /// The cell that is wrong.
    pub problem_value: String,
    /// What is wrong and what to do (JSON of a message).
    pub reason: String,
}

/// A thing an import touched.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = import_changes, treat_none_as_default_value = false)]
pub struct Change {
    /// The import.
    pub import_id: ImportId,
    /// In which order, from 0.
    pub seq: i32,
    /// `pupil`, `group`, `membership`, `relation`, `score` or `school`.
    pub what: String,
    /// The id of the thing.
    pub subject: String,
    /// How it was (JSON); none: it was not there.
    pub before: Option<String>,
}

/// A pupil's row, whole.
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

/// A score as staged: everything resolved but the numbers of its series and round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StagedScore {
    /// The pupil.
    pub pupil_key: i64,
    /// The series.
    pub series: Series,
    /// The round's label.
    pub round: String,
    /// The day.
    pub taken_on: NaiveDate,
    /// The score.
    pub value: f64,
    /// The group by the roster.
    pub group: Option<GroupId>,
    /// The group by the file, where the roster knows none that day.
    pub group_name: Option<String>,
    /// Who filled it in.
    pub rater: String,
    /// The pupil's birth date, where the roster gave none.
    pub birth_date: Option<NaiveDate>,
    /// The pupil's sex, where none is known.
    pub sex: Option<String>,
}

/// Who brings in.
#[derive(Debug, Clone, Copy)]
pub enum Actor<'a> {
    /// A person with an account.
    Person(&'a Scope),
    /// Somebody at the command line of the server.
    Cli,
}

impl Actor<'_> {
    /// Passes for those who may bring in at this school: the administration and coordinators.
    pub fn may_import(self, school: &SchoolId) -> Result<()> {
        match self {
            Self::Cli => Ok(()),
            Self::Person(scope)
                if scope.has_at(Role::Administration, school) || scope.has_at(Role::Coordinator, school) =>
            {
                Ok(())
            }
            Self::Person(_) => Err(Error::Forbidden(Message::new("import-not-yours"))),
        }
    }

    /// The account, when there is one.
    #[must_use]
    pub fn account(self) -> Option<AccountId> {
        match self {
            Self::Person(scope) => Some(scope.account.clone()),
            Self::Cli => None,
        }
    }

    /// A line for the log about an import.
    #[must_use]
    pub fn entry(self, action: &'static str, import: &ImportId) -> Entry {
        match self {
            Self::Person(scope) => Entry::by(scope, action, "import", import),
            Self::Cli => Entry::of("cli", action, "import", import),
        }
    }
}
