//! Critical answers: answers to items of which a school wants each one read at once. Only those at or past the item's
//! border are kept, apart from scores: no figure, chart or average is ever made of them. Who reads them:
//! `school::critical_readers`; how they become a signal: `signals::critical`.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

pub use store::of_school;

use crate::ground::ImportId;
use crate::ground::db::schema::critical_answers;

pub(super) mod store;

/// One critical answer.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = critical_answers, treat_none_as_default_value = false)]
pub struct CriticalAnswer {
    /// The pupil's number within the database.
    pub pupil_key: i64,
    /// The instrument's code.
    pub instrument: String,
    /// Whose answer it is.
    pub informant: String,
    /// The item's code.
    pub item: String,
    /// The day it was given.
    pub taken_on: NaiveDate,
    /// The answer.
    pub answer: f64,
    /// The answer from which the item was critical then.
    pub critical_from: f64,
    /// The import that wrote it.
    pub import_id: ImportId,
}

/// What makes an answer one: pupil, instrument, informant, item and day.
pub type Place = (i64, String, String, String, NaiveDate);

impl CriticalAnswer {
    /// Its place.
    #[must_use]
    pub fn place(&self) -> Place {
        (self.pupil_key, self.instrument.clone(), self.informant.clone(), self.item.clone(), self.taken_on)
    }
}
