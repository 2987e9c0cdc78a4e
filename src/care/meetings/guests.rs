//! Who sits at the table from outside the school.

use chrono::NaiveDateTime;

use super::{Guest, open, store};
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, Result, Scope, ids};

/// The longest function or organisation, in characters.
const LONGEST: usize = 120;

/// Notes that somebody with this function comes, of this organisation.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a meeting that is over or has no outsiders, `Refused` for what is missing.
pub fn invite(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    meeting: &str,
    job: &str,
    organisation: &str,
) -> Result<()> {
    let meeting = open(conn, scope, meeting)?;
    if !meeting.has_outsiders() {
        return Err(Error::Conflict(Message::new("meeting-no-outsiders")));
    }
    let fits = |text: &str| !text.is_empty() && text.chars().count() <= LONGEST;
    let (job, organisation) = (job.trim(), organisation.trim());
    if !fits(job) || !fits(organisation) {
        return Err(Error::Refused(Message::new("meeting-guest-who")));
    }
    let guest = Guest {
        id: ids::fresh(),
        meeting_id: meeting.id.clone(),
        job: job.to_owned(),
        organisation: organisation.to_owned(),
    };
    store::insert_guest(conn, &guest)?;
    audit::record(conn, now, &Entry::by(scope, "invite-to-meeting", "meeting", &meeting.id))
}

/// Notes that somebody does not come.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a meeting that is over.
pub fn uninvite(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    meeting: &str,
    guest: &str,
) -> Result<()> {
    let meeting = open(conn, scope, meeting)?;
    store::delete_guest(conn, &meeting, guest)?;
    audit::record(conn, now, &Entry::by(scope, "uninvite-from-meeting", "meeting", &meeting.id))
}
