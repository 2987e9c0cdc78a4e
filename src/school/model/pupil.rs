//! What a pupil is, as a row: who, and nothing about how it goes.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;

use crate::ground::db::schema::pupils;
use crate::ground::{PupilId, SchoolId};

/// From this age on a pupil decides alone about his or her data (AVG 8 and UAVG 5: sixteen).
pub const ALONE_FROM: u32 = 16;

/// A pupil: who, and nothing about how it goes.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = pupils)]
pub struct Pupil {
    /// The id, as in addresses.
    pub id: PupilId,
    /// The number scores are keyed by.
    pub key: i64,
    /// The pupil's school.
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
}

impl Pupil {
    /// First name, infix, last name.
    #[must_use]
    pub fn full_name(&self) -> String {
        [&self.first_name, &self.infix, &self.last_name]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// First name and the initial of the last name, for lists: `Noor V.`
    #[must_use]
    pub fn short_name(&self) -> String {
        match self.last_name.chars().next() {
            Some(initial) => format!("{} {initial}.", self.first_name),
            None => self.first_name.clone(),
        }
    }

    /// Age in whole years on a day.
    #[must_use]
    pub fn age(&self, on: NaiveDate) -> Option<u32> {
        on.years_since(self.birth_date?)
    }
}
