//! Absence as a school counts it: per pupil and period how many hours and how often, and never why. No score is made of
//! it and nothing is raised on it; what published criteria say of it: `criteria`. Why it is no instrument: ADR 38.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ground::ImportId;
use crate::ground::db::schema::attendance;

pub mod criteria;
pub mod store;

/// What was counted of one pupil over a period. A count that the school did not give is none, which is not nought.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = attendance, treat_none_as_default_value = false)]
pub struct Attendance {
    /// The pupil's number within the database.
    pub pupil_key: i64,
    /// The first day that was counted.
    pub starts_on: NaiveDate,
    /// The last one.
    pub ends_on: NaiveDate,
    /// Hours ill, as the school's system counts hours.
    pub hours_ill: Option<f64>,
    /// How often the pupil was reported ill.
    pub times_ill: Option<i32>,
    /// Hours absent without leave.
    pub hours_unauthorised: Option<f64>,
    /// How often the pupil was late.
    pub times_late: Option<i32>,
    /// The import that wrote it.
    pub import_id: ImportId,
}

impl Attendance {
    /// What makes it the same period: the pupil and the first day. A period that goes on keeps it.
    #[must_use]
    pub const fn place(&self) -> (i64, NaiveDate) {
        (self.pupil_key, self.starts_on)
    }

    /// Whether the two are of one pupil and share a day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.pupil_key == other.pupil_key
            && self.starts_on <= other.ends_on
            && other.starts_on <= self.ends_on
    }

    /// Whether both say the same, whoever wrote it.
    #[must_use]
    pub fn says(&self, other: &Self) -> bool {
        *self == Self { import_id: self.import_id.clone(), ..other.clone() }
    }
}
