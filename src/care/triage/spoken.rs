//! Whether somebody was spoken with before a plan or a referral: with the pupil, under sixteen with a parent too.

use chrono::{Duration, NaiveDate};

use crate::evidence::conversations::{self, Conversation};
use crate::ground::{Conn, Error, GroupId, Message, PupilId, Result, Scope};
use crate::school::model::{ALONE_FROM, Pupil};
use crate::school::store as people;

/// Somebody was spoken with in the last half year, or it is typed why not.
///
/// # Errors
/// `Conflict` with the sentence, `NotFound` outside the scope.
pub fn spoken_first(
    conn: &mut Conn,
    scope: &Scope,
    pupil: Option<&PupilId>,
    group: Option<&GroupId>,
    typed: &str,
) -> Result<()> {
    if !typed.trim().is_empty() {
        return Ok(());
    }
    let missing = match (pupil, group) {
        (Some(pupil), _) => {
            let (pupil, _) = people::pupil(conn, scope, pupil)?;
            missing_conversation(conn, &pupil, scope.today)?
        }
        (None, Some(group)) => missing_about_group(conn, scope, group)?,
        // Nobody is spoken with on behalf of a whole school: it is always typed.
        (None, None) => Some(Message::new("speak-first-school")),
    };
    missing.map_or(Ok(()), |message| Err(Error::Conflict(message)))
}

fn missing_about_group(conn: &mut Conn, scope: &Scope, group: &GroupId) -> Result<Option<Message>> {
    let (group, _) = people::group_for(conn, scope, group)?;
    let since = scope.today - Duration::days(183);
    let held = conversations::about_group(conn, &group)?;
    let spoken = held.iter().any(|conversation| conversation.held_on >= since);
    Ok((!spoken).then(|| Message::new("speak-first-group")))
}

/// Which conversation is still missing before a plan or a referral, as a sentence: with the pupil, and
/// under sixteen with a parent too. Conversations of the last half year count.
///
/// # Errors
/// When the database refuses.
pub fn missing_conversation(conn: &mut Conn, pupil: &Pupil, today: NaiveDate) -> Result<Option<Message>> {
    let recent: Vec<Conversation> = conversations::about_pupil(conn, &pupil.id)?
        .into_iter()
        .filter(|c| c.held_on >= today - Duration::days(183))
        .collect();
    if !recent.iter().any(|c| c.with_whom.is_with_pupil()) {
        return Ok(Some(Message::new("speak-first-pupil")));
    }
    let young = pupil.age(today).is_none_or(|age| age < ALONE_FROM);
    if young && !recent.iter().any(|c| c.with_whom.is_with_parent()) {
        return Ok(Some(Message::new("speak-first-parent")));
    }
    Ok(None)
}
