//! Averages and shares of a school or a group on lists that tell of no pupil (`totals_only`, such as the monitor of social
//! safety): they come in computed, with how many pupils they are of. Who may see them: `insight::totals`. Why: ADR 41.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ground::db::schema::totals;
use crate::ground::{GroupId, ImportId, SchoolId};

pub mod store;

/// The outcome of one scale on a day, of a school or of one of its groups.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = totals, treat_none_as_default_value = false)]
pub struct Total {
    /// Its id.
    pub id: String,
    /// The school.
    pub school_id: SchoolId,
    /// The group; none: the whole school.
    pub group_id: Option<GroupId>,
    /// The day of the measurement.
    pub taken_on: NaiveDate,
    /// The instrument's code.
    pub instrument: String,
    /// The scale's code.
    pub scale: String,
    /// The mean score, within the range of the scale.
    pub mean: Option<f64>,
    /// A share of the pupils, 0 to 100; of what, the supplier says.
    pub percentage: Option<f64>,
    /// How many pupils it is of, at least one.
    pub pupils: i32,
    /// The import that wrote it.
    pub import_id: ImportId,
}

/// What makes it the same outcome: group, day, instrument and scale, at a school.
pub type Place = (Option<GroupId>, NaiveDate, String, String);

impl Total {
    /// Its place at its school.
    #[must_use]
    pub fn place(&self) -> Place {
        (self.group_id.clone(), self.taken_on, self.instrument.clone(), self.scale.clone())
    }

    /// Whether both say the same of one place, whoever wrote it.
    #[must_use]
    pub fn says(&self, other: &Self) -> bool {
        *self == Self { id: self.id.clone(), import_id: self.import_id.clone(), ..other.clone() }
    }
}
