//! Finding whom an observation is about, and why this person may write about them.

use super::seen::Subject;
use crate::ground::scope::{Role, Why};
use crate::ground::{Conn, Error, Result, SchoolId, Scope};
use crate::school::model::{Group, Pupil};
use crate::school::store;

/// The pupil or group, the pupil's group today, and why this person may write about them: none for who writes
/// and reads nothing.
pub(super) fn find(
    conn: &mut Conn,
    scope: &Scope,
    subject: &Subject,
) -> Result<(Option<Pupil>, Option<Group>, Option<Why>)> {
    match subject {
        Subject::Group(id) => {
            let (group, why) = store::group_for(conn, scope, id)?;
            Ok((None, Some(group), Some(why)))
        }
        Subject::Pupil(id) => {
            let (pupil, why) = store::pupil(conn, scope, id)?;
            let group = store::groups_of_pupil(conn, &pupil.id, scope.today)?.into_iter().next();
            Ok((Some(pupil), group, Some(why)))
        }
        Subject::FullName(name) => {
            let roles = [Role::Staff, Role::Mentor, Role::Coordinator];
            if !roles.iter().any(|role| scope.has(*role)) {
                return Err(Error::NotFound("pupil"));
            }
            let schools: Vec<SchoolId> = roles.into_iter().flat_map(|role| scope.schools_as(role)).collect();
            let pupil = store::one_by_full_name(conn, &schools, name)?;
            let group = store::groups_of_pupil(conn, &pupil.id, scope.today)?.into_iter().next();
            Ok((Some(pupil), group, None))
        }
    }
}
