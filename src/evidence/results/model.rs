//! The plain rows of scores, and of where they are from.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ground::db::schema::scores;
use crate::ground::{GroupId, ImportId};

/// A row of `scores`. They are many: keyed by whole numbers, and without an id of their own.
#[derive(Debug, Clone, Copy, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = scores, treat_none_as_default_value = false)]
pub struct Row {
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
    /// Where it is from.
    pub origin_key: i32,
}

/// Where scores are from; many share one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Queryable)]
pub struct Origin {
    /// The import that wrote them last.
    pub import_id: ImportId,
    /// The group the pupils were in that day.
    pub group_id: Option<GroupId>,
    /// Who filled them in; empty when not given.
    pub rater: String,
}

/// A score with where it is from, as imports note what they change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// The import that wrote it last.
    pub import_id: ImportId,
}

impl Score {
    /// Where it is from.
    #[must_use]
    pub fn origin(&self) -> Origin {
        let Self { import_id, group_id, rater, .. } = self.clone();
        Origin { import_id, group_id, rater }
    }

    pub(super) fn row(&self, origin_key: i32) -> Row {
        let Self { pupil_key, series_key, round_key, taken_on, value, .. } = *self;
        Row { pupil_key, series_key, round_key, taken_on, value, origin_key }
    }

    pub(super) fn of(row: Row, origin: Origin) -> Self {
        let Row { pupil_key, series_key, round_key, taken_on, value, origin_key: _ } = row;
        let Origin { import_id, group_id, rater } = origin;
        Self { pupil_key, series_key, round_key, taken_on, value, group_id, rater, import_id }
    }
}
