//! The plain row of a rating.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ground::db::schema::ratings;
use crate::ground::{GroupId, ImportId};

/// What one pupil said of another in a group on a day.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = ratings, treat_none_as_default_value = false)]
pub struct Rating {
    /// The group.
    pub group_id: GroupId,
    /// The day of the measurement.
    pub taken_on: NaiveDate,
    /// The pupil who judges.
    pub rater_key: i64,
    /// The pupil who is judged.
    pub rated_key: i64,
    /// What is said, as a file writes it (`files::Opinion`).
    pub opinion: String,
    /// How many points the scale has.
    pub points: i32,
    /// The import that wrote this row last.
    pub import_id: ImportId,
}

impl Rating {
    /// What makes it the same rating: group, day, who judges and who is judged.
    #[must_use]
    pub fn place(&self) -> (GroupId, NaiveDate, i64, i64) {
        (self.group_id.clone(), self.taken_on, self.rater_key, self.rated_key)
    }
}
