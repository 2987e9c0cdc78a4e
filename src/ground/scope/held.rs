//! What a person holds: roles, and dated ties to groups and pupils; in person, or for somebody who is away.

use super::role::{RelationKind, Role};
use super::why::Why;
use crate::ground::ids::{AccountId, GroupId, PupilId, SchoolId};

/// Roles and ties.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// Roles per school; only the board admin has no school.
    pub roles: Vec<(Role, Option<SchoolId>)>,
    /// Groups.
    pub groups: Vec<(GroupId, RelationKind)>,
    /// Pupils.
    pub pupils: Vec<(PupilId, RelationKind)>,
}

impl Held {
    /// Adds what another holds and this one does not.
    pub(super) fn add(&mut self, other: &Self) {
        self.roles
            .extend(other.roles.iter().filter(|one| !self.roles.contains(one)).cloned().collect::<Vec<_>>());
        self.groups.extend(
            other.groups.iter().filter(|one| !self.groups.contains(one)).cloned().collect::<Vec<_>>(),
        );
        self.pupils.extend(
            other.pupils.iter().filter(|one| !self.pupils.contains(one)).cloned().collect::<Vec<_>>(),
        );
    }

    /// Why who holds this may see a pupil of that school in these groups, or one of the groups.
    pub(super) fn why(&self, school: &SchoolId, groups: &[GroupId], pupil: Option<&PupilId>) -> Option<Why> {
        if self.roles.iter().any(|(role, at)| *role == Role::Coordinator && at.as_ref() == Some(school)) {
            return Some(Why::Coordinator);
        }
        if let Some((_, kind)) = self.pupils.iter().find(|(id, _)| Some(id) == pupil) {
            return Some(Why::Pupil(*kind));
        }
        self.groups.iter().find(|(id, _)| groups.contains(id)).map(|(_, kind)| Why::Group(*kind))
    }
}

/// Standing in for somebody who is away, today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandIn {
    /// Who is away.
    pub of: AccountId,
    /// That person's name, for the page.
    pub name: String,
    /// What that person holds at the school.
    pub held: Held,
}
