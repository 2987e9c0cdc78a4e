//! Dated ties, as rows: a pupil's place in a group, a person's tie to a group or a pupil.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;

use crate::ground::db::schema::{memberships, relations};
use crate::ground::scope::RelationKind;
use crate::ground::{AccountId, GroupId, PupilId};

/// A pupil's place in a group, from a day to a day: in the home group, of which a pupil has one at a time, or beside it in
/// a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, serde::Deserialize)]
#[diesel(table_name = memberships, treat_none_as_default_value = false)]
pub struct Membership {
    /// Its id.
    pub id: String,
    /// The pupil.
    pub pupil_id: PupilId,
    /// The group.
    pub group_id: GroupId,
    /// The year level (`leerjaar`) within the group; empty when not given.
    pub year: String,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day; none while it lasts. Before the first day: it never held.
    pub ends_on: Option<NaiveDate>,
    /// Whether the group is a cluster for this pupil: it does not count in what is said of groups.
    pub cluster: bool,
}

impl Membership {
    /// Whether it holds on a day.
    #[must_use]
    pub fn covers(&self, on: NaiveDate) -> bool {
        self.starts_on <= on && self.ends_on.is_none_or(|last| last >= on)
    }

    /// Whether it is in the same group as another, for both the home group or a cluster.
    #[must_use]
    pub fn is_in_as(&self, other: &Self) -> bool {
        (&self.group_id, self.cluster) == (&other.group_id, other.cluster)
    }
}

/// A person's tie to a group or a pupil, from a day to a day.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize, serde::Deserialize)]
#[diesel(table_name = relations, treat_none_as_default_value = false)]
pub struct Relation {
    /// Its id.
    pub id: String,
    /// The person.
    pub account_id: AccountId,
    /// The kind of tie.
    pub kind: RelationKind,
    /// The group, or
    pub group_id: Option<GroupId>,
    /// the pupil.
    pub pupil_id: Option<PupilId>,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day; none while it lasts.
    pub ends_on: Option<NaiveDate>,
}
