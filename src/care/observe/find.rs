//! Finding whom an observation is about, and why this person may write about them.

use super::seen::Subject;
use crate::ground::scope::{Role, Why};
use crate::ground::{Conn, Error, Message, Result, Scope};
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
            if ![Role::Staff, Role::Mentor, Role::Coordinator].iter().any(|role| scope.has(*role)) {
                return Err(Error::NotFound("pupil"));
            }
            let mut found = store::by_full_name(conn, scope, name)?;
            match (found.pop(), found.is_empty()) {
                (Some(pupil), true) => {
                    let group = store::groups_of_pupil(conn, &pupil.id, scope.today)?.into_iter().next();
                    Ok((Some(pupil), group, None))
                }
                (Some(_), false) => {
                    Err(Error::Refused(Message::new("observation-two-pupils").with("name", name.trim())))
                }
                (None, _) => {
                    Err(Error::Refused(Message::new("observation-no-pupil").with("name", name.trim())))
                }
            }
        }
    }
}
