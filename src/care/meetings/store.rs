//! All that is asked of the database about meetings. A meeting is looked up through the scope, and what belongs to it through
//! the meeting.

use diesel::prelude::*;

use super::{Guest, Kind, Meeting, OnAgenda, State};
use crate::ground::db::schema::{meeting_guests, meeting_subjects, meetings};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, GroupId, Result, Scope};

/// The most meetings that are listed.
const LISTED: i64 = 100;

/// The meetings this person may open: the coordinator's schools, one's own, and of one's own groups; with outsiders the
/// coordinator's alone.
fn visible(scope: &Scope) -> meetings::BoxedQuery<'static, <Conn as Connection>::Backend> {
    let groups: Vec<Option<GroupId>> = scope.groups.iter().map(|(id, _)| Some(id.clone())).collect();
    let own = meetings::account_id
        .eq(scope.account.clone())
        .or(meetings::group_id.eq_any(groups).assume_not_null());
    meetings::table.into_boxed().filter(
        meetings::school_id
            .eq_any(scope.schools_as(Role::Coordinator))
            .or(meetings::kind.ne(Kind::SupportTeam).and(own)),
    )
}

/// A meeting this person may open.
///
/// # Errors
/// `NotFound` also for one outside the scope.
pub fn meeting(conn: &mut Conn, scope: &Scope, id: &str) -> Result<Meeting> {
    let found =
        visible(scope).filter(meetings::id.eq(id.to_owned())).select(Meeting::as_select()).first(conn);
    found.optional()?.ok_or(Error::NotFound("meeting"))
}

/// The meetings this person may open, the latest first.
///
/// # Errors
/// When the database refuses.
pub fn meetings(conn: &mut Conn, scope: &Scope) -> Result<Vec<Meeting>> {
    Ok(visible(scope)
        .order((meetings::held_on.desc(), meetings::id.desc()))
        .limit(LISTED)
        .select(Meeting::as_select())
        .load(conn)?)
}

/// The guests of a meeting, in the order they were added.
///
/// # Errors
/// When the database refuses.
pub fn guests(conn: &mut Conn, meeting: &Meeting) -> Result<Vec<Guest>> {
    Ok(meeting_guests::table
        .filter(meeting_guests::meeting_id.eq(&meeting.id))
        .order(meeting_guests::id)
        .select(Guest::as_select())
        .load(conn)?)
}

/// The agenda of a meeting, in its order.
///
/// # Errors
/// When the database refuses.
pub fn agenda(conn: &mut Conn, meeting: &Meeting) -> Result<Vec<OnAgenda>> {
    Ok(meeting_subjects::table
        .filter(meeting_subjects::meeting_id.eq(&meeting.id))
        .order((meeting_subjects::place, meeting_subjects::id))
        .select(OnAgenda::as_select())
        .load(conn)?)
}

/// Something on the agenda of this meeting.
///
/// # Errors
/// `NotFound`, also for what is on another agenda.
pub fn subject(conn: &mut Conn, meeting: &Meeting, id: &str) -> Result<OnAgenda> {
    let found = meeting_subjects::table
        .find(id)
        .filter(meeting_subjects::meeting_id.eq(&meeting.id))
        .select(OnAgenda::as_select())
        .first(conn);
    found.optional()?.ok_or(Error::NotFound("subject"))
}

pub(super) fn insert(conn: &mut Conn, meeting: &Meeting) -> Result<()> {
    diesel::insert_into(meetings::table).values(meeting).execute(conn)?;
    Ok(())
}

pub(super) fn insert_subject(conn: &mut Conn, subject: &OnAgenda) -> Result<()> {
    diesel::insert_into(meeting_subjects::table).values(subject).execute(conn)?;
    Ok(())
}

pub(super) fn insert_guest(conn: &mut Conn, guest: &Guest) -> Result<()> {
    diesel::insert_into(meeting_guests::table).values(guest).execute(conn)?;
    Ok(())
}

pub(super) fn delete_guest(conn: &mut Conn, meeting: &Meeting, id: &str) -> Result<()> {
    let own = meeting_guests::table.find(id).filter(meeting_guests::meeting_id.eq(&meeting.id));
    match diesel::delete(own).execute(conn)? {
        0 => Err(Error::NotFound("guest")),
        _ => Ok(()),
    }
}

pub(super) fn delete_subject(conn: &mut Conn, subject: &OnAgenda) -> Result<()> {
    diesel::delete(meeting_subjects::table.find(&subject.id)).execute(conn)?;
    Ok(())
}

pub(super) fn save_naming(conn: &mut Conn, subject: &OnAgenda) -> Result<()> {
    diesel::update(meeting_subjects::table.find(&subject.id))
        .set((
            meeting_subjects::ground.eq(subject.ground),
            meeting_subjects::ground_note.eq(&subject.ground_note),
            meeting_subjects::parents_invited_on.eq(subject.parents_invited_on),
            meeting_subjects::pupil_invited_on.eq(subject.pupil_invited_on),
            meeting_subjects::need.eq(&subject.need),
        ))
        .execute(conn)?;
    Ok(())
}

/// Notes what was decided; gives whether nothing had been yet.
pub(super) fn set_decided(conn: &mut Conn, subject: &OnAgenda, conversation: &str) -> Result<bool> {
    let undecided =
        meeting_subjects::table.find(&subject.id).filter(meeting_subjects::conversation_id.is_null());
    let set = diesel::update(undecided).set(meeting_subjects::conversation_id.eq(conversation));
    Ok(set.execute(conn)? == 1)
}

/// Closes a meeting; gives whether it was open.
pub(super) fn set_closed(conn: &mut Conn, meeting: &Meeting) -> Result<bool> {
    let prepared = meetings::table.find(&meeting.id).filter(meetings::state.eq(State::Prepared));
    Ok(diesel::update(prepared).set(meetings::state.eq(State::Closed)).execute(conn)? == 1)
}
