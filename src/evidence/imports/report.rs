//! What an import would do or did, as `import --json`, the screen and the API give it. What is counted stands in
//! `counts`.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::counts::{Staff, counts};
use super::rows_store;
use super::suspicion::Suspicion;
use super::{model::State, store};
use crate::ground::{Conn, Error, ImportId, Message, Result, Words};

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
    /// `roster`, `scores`, `sociogram`, `items` or `attendance`.
    pub kind: String,
    /// The file's name.
    pub file: String,
    /// The mapping profile that it was read by; none: by the usual names.
    pub profile: Option<String>,
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
    /// New pupils who may be known under another number: said, and never merged by itself.
    pub suspicions: Vec<Suspicion>,
    /// Rows per group.
    pub groups: BTreeMap<String, usize>,
    /// Rows per cluster.
    pub clusters: BTreeMap<String, usize>,
    /// Places in clusters that end, because the roster lists clusters and these not.
    pub clusters_end: usize,
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
        let refused = rows_store::rows(conn, id, &["refused"])?.into_iter().map(|row| {
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
            file: import.file_name,
            profile: counts.profile,
            new: counts.new,
            changed: counts.changed,
            unchanged: counts.unchanged,
            missing: counts.missing,
            refused,
            unknown_pupils: counts.unknown_pupils,
            suspicions: counts.suspicions,
            groups: counts.groups,
            clusters: counts.clusters,
            clusters_end: counts.clusters_end,
            staff: counts.staff,
            brake: brake.map(|message| words.say(&message)),
            dropped_columns: counts.dropped_columns,
            ignored_columns: counts.ignored_columns,
        })
    }
}

/// A value as the database keeps it.
pub(super) fn to_json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

/// A value from the database.
pub(super) fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(Error::internal)
}
