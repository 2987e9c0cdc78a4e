//! The plain row of a score.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ground::db::schema::scores;
use crate::ground::{GroupId, ImportId};

/// One score. Scores are many: they are keyed by whole numbers and have no id of their own.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = scores, treat_none_as_default_value = false)]
pub struct Score {
    /// The pupil's number within the database.
    pub pupil_key: i64,
    /// The series: instrument, version, informant, scale, unit.
    pub series_key: i32,
    /// The round.
    pub round_key: i32,
    /// The day the list was filled in.
    pub taken_on: NaiveDate,
    /// The score in the unit of its series.
    pub value: f64,
    /// The group the pupil was in that day.
    pub group_id: Option<GroupId>,
    /// Who filled it in; empty when not given.
    pub rater: String,
    /// The import that wrote this row last.
    pub import_id: ImportId,
}
