//! Finding whom an observation is about, and why this person may write about them.

use super::seen::Subject;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, Result, Scope};
use crate::school::model::{Group, Pupil};
use crate::school::store;

/// The pupil or group, the pupil's group today, and why this person may write about them.
pub(super) fn find(
    conn: &mut Conn,
    scope: &Scope,
    subject: &Subject,
) -> Result<(Option<Pupil>, Option<Group>, String)> {
    match subject {
        Subject::Group(id) => {
            let (group, why) = store::group_for(conn, scope, id)?;
            Ok((None, Some(group), why.word()))
        }
        Subject::Pupil(id) => {
            let (pupil, why) = store::pupil(conn, scope, id)?;
            let group = store::groups_of_pupil(conn, &pupil.id, scope.today)?.into_iter().next();
            Ok((Some(pupil), group, why.word()))
        }
        Subject::FullName(name) => {
            if ![Role::Staff, Role::Mentor, Role::Coordinator].iter().any(|role| scope.has(*role)) {
                return Err(Error::NotFound("pupil"));
            }
            let mut found = store::by_full_name(conn, scope, name)?;
            match (found.pop(), found.is_empty()) {
                (Some(pupil), true) => {
                    let group = store::groups_of_pupil(conn, &pupil.id, scope.today)?.into_iter().next();
                    Ok((Some(pupil), group, "writes-only".to_owned()))
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
