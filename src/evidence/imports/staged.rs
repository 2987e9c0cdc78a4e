//! What is set aside while an import waits, row by row. Scores are set aside as lines of numbers (`scores`).

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::evidence::files::Opinion;
use crate::ground::ImportId;
use crate::ground::db::schema::import_rows;

/// A row set aside.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = import_rows, treat_none_as_default_value = false)]
pub struct StagedRow {
    /// The import.
    pub import_id: ImportId,
    /// Which one of the import, from 0: a row of a wide file holds more than one score.
    pub seq: i32,
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

/// What one row of a file of ratings adds or changes, as staged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StagedRatings {
    /// The group's name.
    pub group: String,
    /// The day.
    pub taken_on: NaiveDate,
    /// The pupil who judges.
    pub rater_key: i64,
    /// How many points the scale has.
    pub points: i32,
    /// What is said of whom.
    pub given: Vec<StagedOpinion>,
}

/// What is said of one pupil, as staged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StagedOpinion {
    /// The pupil who is judged.
    pub rated_key: i64,
    /// What is said.
    pub opinion: Opinion,
    /// Whether it takes the place of something else.
    pub replaces: bool,
}
