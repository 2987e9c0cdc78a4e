//! Closing a meeting: nothing on its agenda changes any more.

use chrono::NaiveDateTime;

use super::{open, store};
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, Result, Scope};

/// Closes a meeting.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` when it is closed already.
pub fn close(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, meeting: &str) -> Result<()> {
    let meeting = open(conn, scope, meeting)?;
    if !store::set_closed(conn, &meeting)? {
        return Err(Error::Conflict(Message::new("meeting-is-closed")));
    }
    audit::record(conn, now, &Entry::by(scope, "close-meeting", "meeting", &meeting.id))
}
