//! What a school knows before an import: its pupils, where they sit, its groups.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::groups_store;
use super::{model::PupilRow, people_store};
use crate::ground::{Conn, PupilId, Result, SchoolId};
use crate::school::Group;
use crate::school::model::Membership;

/// A school as an import finds it.
pub struct Known {
    /// Pupils by number.
    pub pupils: HashMap<String, PupilRow>,
    /// Memberships by pupil, by first day.
    pub memberships: HashMap<PupilId, Vec<Membership>>,
    /// Groups of all school years.
    pub groups: Vec<Group>,
}

impl Known {
    /// Looks a school up.
    pub fn of(conn: &mut Conn, school: &SchoolId) -> Result<Self> {
        let pupils = people_store::pupils(conn, school)?;
        let mut memberships: HashMap<PupilId, Vec<Membership>> = HashMap::new();
        for membership in people_store::memberships(conn, school)? {
            memberships.entry(membership.pupil_id.clone()).or_default().push(membership);
        }
        Ok(Self {
            pupils: pupils.into_iter().map(|pupil| (pupil.number.clone(), pupil)).collect(),
            memberships,
            groups: groups_store::groups(conn, school)?,
        })
    }

    /// Where a pupil sits on a day; the latest, when in more than one group.
    #[must_use]
    pub fn place(&self, pupil: &PupilId, on: NaiveDate) -> Option<&Membership> {
        let covers =
            |place: &&Membership| place.starts_on <= on && place.ends_on.is_none_or(|last| last >= on);
        self.memberships.get(pupil)?.iter().rev().find(covers)
    }

    /// The group with this id.
    #[must_use]
    pub fn group(&self, place: &Membership) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == place.group_id)
    }
}
