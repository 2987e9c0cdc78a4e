//! Where a score is from: the group, by the roster on that day or else by the file, and whoever filled the list in.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::evidence::imports::{known::Known, model::PupilRow};
use crate::ground::{GroupId, clock};

/// A group, and whoever filled in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The group by the roster.
    pub group: Option<GroupId>,
    /// The name of the group: by the roster, else by the file.
    pub name: Option<String>,
    /// The school year of the day, for a group that has to be made.
    pub year: i32,
    /// Who filled it in, where the file tells.
    pub rater: Option<String>,
}

impl Place {
    /// The place of a pupil on a day; `group`: as the file has it.
    pub fn of(
        known: &Known,
        pupil: &PupilRow,
        on: NaiveDate,
        group: Option<String>,
        rater: Option<String>,
    ) -> Self {
        let sits = known.place(&pupil.id, on);
        let name = sits.and_then(|place| known.group(place)).map(|group| group.name.clone());
        Self {
            group: sits.map(|place| place.group_id.clone()),
            name: name.or(group),
            year: clock::school_year(on),
            rater,
        }
    }
}
