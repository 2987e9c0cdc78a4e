//! Whether somebody was spoken with before a plan or a referral: with the pupil, under sixteen with a parent too.

use chrono::{Duration, NaiveDate};

use crate::evidence::conversations::{self, Conversation};
use crate::ground::{Conn, Error, Message, Result, Scope};
use crate::school::model::Pupil;
use crate::school::store as people;
use crate::signals::model::Signal;

/// Below this age a parent is spoken with too before a plan or a referral.
const ALONE_FROM: u32 = 16;

/// Somebody was spoken with since the signal was raised, or it is typed why not.
pub(super) fn spoken_first(conn: &mut Conn, scope: &Scope, signal: &Signal, typed: &str) -> Result<()> {
    if !typed.trim().is_empty() {
        return Ok(());
    }
    let Some(pupil) = &signal.pupil_id else {
        return spoken_about_group(conn, scope, signal);
    };
    let (pupil, _) = people::pupil(conn, scope, pupil)?;
    match missing_conversation(conn, &pupil, scope.today)? {
        None => Ok(()),
        Some(message) => Err(Error::Conflict(message)),
    }
}

/// A group was spoken about in the last half year; for a school it is always typed why.
fn spoken_about_group(conn: &mut Conn, scope: &Scope, signal: &Signal) -> Result<()> {
    let missing = || Error::Conflict(Message::new("speak-first-group"));
    let id = signal.group_id.as_ref().ok_or_else(missing)?;
    let (group, _) = people::group_for(conn, scope, id)?;
    let since = scope.today - Duration::days(183);
    conversations::about_group(conn, &group)?
        .iter()
        .any(|conversation| conversation.held_on >= since)
        .then_some(())
        .ok_or_else(missing)
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
