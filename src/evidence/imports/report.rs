//! What an import would do or did: the counts, the brake, and the report that `import --json`, the screen
//! and the API give.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    model::{Import, State},
    store,
};
use crate::evidence::files::{Recognised, write::Handback};
use crate::ground::{Conn, Error, ImportId, Message, Result, Words};

/// Changes and absences up to so many rows never stop an import.
const BRAKE_ROWS: usize = 10;
/// Nor those of up to this share of the pupils, in percent.
const BRAKE_PERCENT: usize = 10;

/// A member of staff that a roster names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Staff {
    /// The groups.
    pub groups: Vec<String>,
    /// Whether there is an account of a mentor at this school, which is then tied to the groups.
    pub account: bool,
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
    /// Staff by e-mail address.
    pub staff: BTreeMap<String, Staff>,
    /// Columns that were not read because Baken may not have them.
    pub dropped_columns: Vec<String>,
    /// Columns that mean nothing here.
    pub ignored_columns: Vec<String>,
    /// Rounds the scores lie in.
    pub rounds: Vec<String>,
    /// The last day of the scores.
    pub last_day: Option<NaiveDate>,
    /// How the file was read.
    pub recognised: Option<Recognised>,
    /// The school did not exist before this import.
    pub made_school: bool,
}

impl Counts {
    /// Rows that can be stored, or are already.
    #[must_use]
    pub const fn good(&self) -> usize {
        self.new + self.changed + self.unchanged
    }

    /// Why this needs a second look: much would change or is missing, so it may be the wrong file.
    #[must_use]
    pub fn brake(&self) -> Option<Message> {
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

/// A refused row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RowReport {
    /// The data row, from 1.
    pub row: usize,
    /// The line in the file.
    pub line: usize,
    /// The column that is wrong.
    pub column: String,
    /// The cell that is wrong.
    pub value: String,
    /// What is wrong and what to do.
    pub reason: String,
}

/// What an import would do or did, in the form of the contract.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Report {
    /// The import; none when nothing stays of it.
    #[schema(value_type = Option<String>)]
    pub import: Option<ImportId>,
    /// Whether it is visible.
    pub stored: bool,
    /// `roster` or `scores`.
    pub kind: String,
    /// Rows that are new.
    pub new: usize,
    /// Rows that change something.
    pub changed: usize,
    /// Rows that say what is known.
    pub unchanged: usize,
    /// Pupils whom the roster does not name.
    pub missing: usize,
    /// Rows that cannot be taken.
    pub refused: Vec<RowReport>,
    /// Numbers of pupils the school does not know.
    pub unknown_pupils: Vec<String>,
    /// Rows per group.
    pub groups: BTreeMap<String, usize>,
    /// Staff by e-mail address.
    pub staff: BTreeMap<String, Staff>,
    /// Why it waits for a second look.
    pub brake: Option<String>,
    /// Columns that were not read because Baken may not have them.
    pub dropped_columns: Vec<String>,
    /// Columns that mean nothing here.
    pub ignored_columns: Vec<String>,
}

impl Report {
    /// The report of an import.
    pub fn of(conn: &mut Conn, id: &ImportId, words: Words) -> Result<Self> {
        let import = store::import(conn, id)?;
        let counts = counts(&import)?;
        let refused = store::rows(conn, id, &["refused"])?.into_iter().map(|row| {
            Ok(RowReport {
                row: usize::try_from(row.row_no).map_err(Error::internal)?,
                line: usize::try_from(row.line_no).map_err(Error::internal)?,
                column: row.problem_column,
                value: row.problem_value,
                reason: words.say(&from_json(&row.reason)?),
            })
        });
        let refused = refused.collect::<Result<_>>()?;
        let brake: Option<Message> = import.brake.as_deref().map(from_json).transpose()?;
        Ok(Self {
            import: Some(id.clone()),
            stored: import.state == State::Stored,
            kind: import.kind,
            new: counts.new,
            changed: counts.changed,
            unchanged: counts.unchanged,
            missing: counts.missing,
            refused,
            unknown_pupils: counts.unknown_pupils,
            groups: counts.groups,
            staff: counts.staff,
            brake: brake.map(|message| words.say(&message)),
            dropped_columns: counts.dropped_columns,
            ignored_columns: counts.ignored_columns,
        })
    }
}

/// The counts of an import.
pub fn counts(import: &Import) -> Result<Counts> {
    from_json(&import.summary)
}

/// The refused rows as a file: in the form they came, with a column that says why. None when there are none.
pub fn refused_file(conn: &mut Conn, id: &ImportId, words: Words) -> Result<Option<String>> {
    let import = store::import(conn, id)?;
    let rows = store::rows(conn, id, &["refused"])?;
    if rows.is_empty() {
        return Ok(None);
    }
    let form: Handback = from_json(&import.header)?;
    let rows = rows.into_iter().map(|row| Ok((from_json(&row.raw)?, from_json(&row.reason)?)));
    form.csv(rows.collect::<Result<_>>()?, words).map(Some)
}

/// A value as the database keeps it.
pub(super) fn to_json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

/// A value from the database.
pub(super) fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(Error::internal)
}
