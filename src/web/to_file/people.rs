//! The pupils and groups that records are about, as far as this person may open them.

use std::collections::HashMap;

use crate::ground::{Conn, GroupId, PupilId, Result, Scope, Words};
use crate::school::store;
use crate::web::subject::Subject;

/// Names of the pupils and groups within the scope.
pub(super) struct People {
    pupils: HashMap<PupilId, String>,
    groups: HashMap<GroupId, String>,
}

impl People {
    /// Looks up who of these is within the scope.
    pub(super) fn of(
        conn: &mut Conn,
        scope: &Scope,
        w: Words,
        pupils: &[PupilId],
        groups: &[GroupId],
    ) -> Result<Self> {
        let pupils = store::pupils_by_id(conn, scope, pupils)?;
        let coordinated = scope.schools_as(crate::ground::scope::Role::Coordinator);
        let own = |group: &crate::school::Group| {
            coordinated.contains(&group.school_id) || scope.groups.iter().any(|(id, _)| *id == group.id)
        };
        let groups = store::groups_by_id(conn, groups)?.into_iter().filter(own);
        Ok(Self {
            pupils: pupils.into_iter().map(|pupil| (pupil.id.clone(), pupil.full_name())).collect(),
            groups: groups.map(|group| (group.id, w.t1("group-title", "name", &group.name))).collect(),
        })
    }

    /// Whom a record is about, with the name; none outside the scope.
    pub(super) fn about(
        &self,
        pupil: Option<&PupilId>,
        group: Option<&GroupId>,
    ) -> Option<(Subject, String)> {
        match (pupil, group) {
            (Some(id), _) => Some((Subject::Pupil(id.clone()), self.pupils.get(id)?.clone())),
            (None, Some(id)) => Some((Subject::Group(id.clone()), self.groups.get(id)?.clone())),
            (None, None) => None,
        }
    }
}
