//! Who is on the agenda of a meeting: putting pupils on it, and taking them off while nothing was decided about them.

use chrono::NaiveDateTime;

use super::begin::blank;
use super::{Kind, Meeting, OnAgenda, open, store};
use crate::ground::audit::{self, Entry};
use crate::ground::scope::Why;
use crate::ground::{Conn, Error, Message, PupilId, Result, Scope};
use crate::school::{Pupil, store as people};

/// The most that fits on an agenda.
const MOST: usize = 30;
/// The most on that of a group: the group and five pupils.
const MOST_OF_A_GROUP: usize = 6;

/// Puts pupils of the meeting's school on the agenda; who is on it already stays where he or she is.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a meeting that is over, `Refused` for too many.
pub fn add(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    meeting: &str,
    pupils: &[PupilId],
) -> Result<()> {
    let meeting = open(conn, scope, meeting)?;
    let agenda = store::agenda(conn, &meeting)?;
    let mut place = agenda.iter().map(|one| one.place).max().unwrap_or(0);
    let mut count = agenda.len();
    let most = if meeting.kind == Kind::Group { MOST_OF_A_GROUP } else { MOST };
    for id in pupils {
        let (pupil, why) = people::pupil(conn, scope, id)?;
        if pupil.school_id != meeting.school_id {
            return Err(Error::NotFound("pupil"));
        }
        if agenda.iter().any(|one| one.pupil_id.as_ref() == Some(id)) {
            continue;
        }
        (place, count) = (place + 1, count + 1);
        if count > most {
            return Err(Error::Refused(Message::new("meeting-too-many").with("most", most)));
        }
        put(conn, scope, now, (&meeting, place), pupil, &why)?;
    }
    Ok(())
}

/// Gives a pupil a place on the agenda, with the line in the log.
pub(super) fn put(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    (meeting, place): (&Meeting, i32),
    pupil: Pupil,
    why: &Why,
) -> Result<()> {
    let entry = Entry::by(scope, "add-to-meeting", "pupil", &pupil.id).because_of(why);
    store::insert_subject(conn, &OnAgenda { pupil_id: Some(pupil.id), ..blank(meeting, place) })?;
    audit::record(conn, now, &entry.detail(meeting.id.as_str()))
}

/// Puts the one pupil of this name on the agenda.
///
/// # Errors
/// As [`add`], and `Refused` when the name is nobody's or that of several.
pub fn add_by_name(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    meeting: &str,
    name: &str,
) -> Result<()> {
    let school = open(conn, scope, meeting)?.school_id;
    let mut found = people::search(conn, scope, name)?;
    found.retain(|pupil| pupil.school_id == school);
    match found.as_slice() {
        [one] => add(conn, scope, now, meeting, std::slice::from_ref(&one.id)),
        several => {
            let refused = Message::new("meeting-name-not-one").with("count", several.len());
            Err(Error::Refused(refused.with("name", name)))
        }
    }
}

/// Takes somebody off the agenda.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a meeting that is over or about whom something was decided.
pub fn drop_subject(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    meeting: &str,
    subject: &str,
) -> Result<()> {
    let meeting = open(conn, scope, meeting)?;
    let subject = store::subject(conn, &meeting, subject)?;
    if subject.conversation_id.is_some() {
        return Err(Error::Conflict(Message::new("meeting-decided")));
    }
    store::delete_subject(conn, &subject)?;
    audit::record(conn, now, &Entry::by(scope, "drop-from-meeting", "meeting", &meeting.id))
}
