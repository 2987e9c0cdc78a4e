//! All that is asked of the database about conversations. Callers hold the pupil or group by their scope.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::Conversation;
use crate::ground::db::schema::conversations;
use crate::ground::{Conn, Error, PupilId, Result, SchoolId};
use crate::school::model::{Group, Pupil};

pub(super) fn insert(conn: &mut Conn, conversation: &Conversation) -> Result<()> {
    diesel::insert_into(conversations::table).values(conversation).execute(conn)?;
    Ok(())
}

/// The conversations about a pupil, newest first.
///
/// # Errors
/// When the database refuses.
pub fn about_pupil(conn: &mut Conn, pupil: &PupilId) -> Result<Vec<Conversation>> {
    Ok(conversations::table
        .filter(conversations::pupil_id.eq(pupil))
        .order((conversations::held_on.desc(), conversations::id.desc()))
        .select(Conversation::as_select())
        .load(conn)?)
}

/// The conversations about a group, newest first.
///
/// # Errors
/// When the database refuses.
pub fn about_group(conn: &mut Conn, group: &Group) -> Result<Vec<Conversation>> {
    Ok(conversations::table
        .filter(conversations::group_id.eq(&group.id))
        .order((conversations::held_on.desc(), conversations::id.desc()))
        .select(Conversation::as_select())
        .load(conn)?)
}

/// These conversations, as far as they are about this pupil.
///
/// # Errors
/// When the database refuses.
pub fn by_ids(conn: &mut Conn, pupil: &Pupil, ids: &[String]) -> Result<Vec<Conversation>> {
    Ok(conversations::table
        .filter(conversations::pupil_id.eq(&pupil.id))
        .filter(conversations::id.eq_any(ids))
        .order(conversations::held_on)
        .select(Conversation::as_select())
        .load(conn)?)
}

/// A conversation, without asking who looks: the caller goes on to its pupil or group by the scope.
///
/// # Errors
/// `NotFound`.
pub fn by_id(conn: &mut Conn, id: &str) -> Result<Conversation> {
    let found = conversations::table.find(id).select(Conversation::as_select()).first(conn);
    found.optional()?.ok_or(Error::NotFound("conversation"))
}

/// These conversations, without asking who looks: for the places of a meeting that the caller may see.
///
/// # Errors
/// When the database refuses.
pub fn of_meeting(conn: &mut Conn, ids: &[String]) -> Result<Vec<Conversation>> {
    let found = conversations::table.filter(conversations::id.eq_any(ids));
    Ok(found.select(Conversation::as_select()).load(conn)?)
}

/// The conversations at these schools that were not copied to the official file yet, oldest first; the caller keeps those
/// about pupils and groups of the scope.
///
/// # Errors
/// When the database refuses.
pub fn waiting(conn: &mut Conn, schools: &[SchoolId]) -> Result<Vec<Conversation>> {
    Ok(conversations::table
        .filter(conversations::school_id.eq_any(schools))
        .filter(conversations::transferred_on.is_null())
        .order((conversations::held_on, conversations::id))
        .select(Conversation::as_select())
        .load(conn)?)
}

/// A page of the conversations about these pupils, by id: for the API.
///
/// # Errors
/// When the database refuses.
pub fn page(
    conn: &mut Conn,
    pupils: &[PupilId],
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<Conversation>> {
    Ok(conversations::table
        .filter(conversations::pupil_id.eq_any(pupils.iter().map(Some).collect::<Vec<_>>()))
        .filter(conversations::id.gt(after.unwrap_or_default().to_owned()))
        .order(conversations::id)
        .limit(limit)
        .select(Conversation::as_select())
        .load(conn)?)
}

/// Marks a conversation about this subject (a pupil's or group's id) as copied to the official file.
///
/// # Errors
/// `NotFound` when it is about somebody else.
pub fn mark_transferred(conn: &mut Conn, subject: &str, id: &str, on: NaiveDate) -> Result<()> {
    let marked = diesel::update(conversations::table.find(id))
        .filter(conversations::pupil_id.eq(subject).or(conversations::group_id.eq(subject)))
        .set(conversations::transferred_on.eq(on))
        .execute(conn)?;
    if marked == 0 {
        return Err(Error::NotFound("conversation"));
    }
    Ok(())
}
