//! What a school knows before an import: its pupils, where they sit, its groups.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{eckid_store, groups_store};
use super::{model::PupilRow, people_store};
use crate::ground::{Conn, PupilId, Result, SchoolId};
use crate::school::Group;
use crate::school::model::Membership;

/// A school as an import finds it.
pub struct Known {
    /// Pupils by number.
    pub pupils: HashMap<String, PupilRow>,
    /// Places in home groups by pupil, by first day.
    pub memberships: HashMap<PupilId, Vec<Membership>>,
    /// Places in clusters by pupil, by first day.
    pub clusters: HashMap<PupilId, Vec<Membership>>,
    /// Fingerprints of ECK iDs by pupil, where the school has asked for them.
    pub eckids: HashMap<PupilId, String>,
    /// Groups of all school years.
    pub groups: Vec<Group>,
}

impl Known {
    /// Looks a school up.
    pub fn of(conn: &mut Conn, school: &SchoolId) -> Result<Self> {
        let pupils = people_store::pupils(conn, school)?;
        let (mut memberships, mut clusters) = (HashMap::new(), HashMap::new());
        for membership in people_store::memberships(conn, school)? {
            let places = if membership.cluster { &mut clusters } else { &mut memberships };
            let of_pupil: &mut Vec<Membership> = places.entry(membership.pupil_id.clone()).or_default();
            of_pupil.push(membership);
        }
        Ok(Self {
            pupils: pupils.into_iter().map(|pupil| (pupil.number.clone(), pupil)).collect(),
            memberships,
            clusters,
            eckids: eckid_store::of_school(conn, school)?.into_iter().collect(),
            groups: groups_store::groups(conn, school)?,
        })
    }

    /// Numbers of pupils by key.
    #[must_use]
    pub fn numbers(&self) -> HashMap<i64, &str> {
        self.pupils.values().map(|pupil| (pupil.key, pupil.number.as_str())).collect()
    }

    /// The home group in which a pupil sits on a day; the latest, when in more than one.
    #[must_use]
    pub fn place(&self, pupil: &PupilId, on: NaiveDate) -> Option<&Membership> {
        self.memberships.get(pupil)?.iter().rev().find(|place| place.covers(on))
    }

    /// The clusters in which a pupil sits on a day.
    pub fn clusters(&self, pupil: &PupilId, on: NaiveDate) -> impl Iterator<Item = &Membership> {
        self.clusters.get(pupil).into_iter().flatten().filter(move |place| place.covers(on))
    }

    /// All places of all pupils, in home groups and clusters.
    pub fn places(&self) -> impl Iterator<Item = &Membership> {
        self.memberships.values().chain(self.clusters.values()).flatten()
    }

    /// The group with this id.
    #[must_use]
    pub fn group(&self, place: &Membership) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == place.group_id)
    }
}
