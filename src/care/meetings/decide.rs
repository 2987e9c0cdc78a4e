//! What is decided in a meeting: typed there, and kept with the pupil or the group as a conversation among colleagues.

use chrono::NaiveDateTime;

use super::naming::{self, names};
use super::{open, store};
use crate::care::speak::{self, Spoken};
use crate::evidence::conversations::{self, With};
use crate::ground::{Conn, Error, Message, Result, Scope};
use crate::school::store as people;

/// Keeps what was decided about somebody on the agenda; the same words once more are the second press on the same button.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a meeting that is over or when something else was decided, `Refused` for what
/// is missing, and for a name where outsiders may not hear it.
pub fn decide(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    (meeting, subject): (&str, &str),
    line: &str,
    agreed: &str,
) -> Result<()> {
    let meeting = open(conn, scope, meeting)?;
    let subject = store::subject(conn, &meeting, subject)?;
    let (line, agreed) = (line.trim(), agreed.trim());
    if let Some(before) = &subject.conversation_id {
        let before = conversations::by_id(conn, before)?;
        if (before.line.as_str(), before.agreed.as_str()) == (line, agreed) {
            return Ok(());
        }
        return Err(Error::Conflict(Message::new("meeting-decided")));
    }
    let spoken = Spoken {
        with: With::Meeting,
        held_on: meeting.held_on.min(scope.today),
        line: line.to_owned(),
        agreed: agreed.to_owned(),
    };
    let kept = match (&subject.pupil_id, &subject.group_id) {
        (Some(id), _) => {
            let (pupil, _) = people::pupil(conn, scope, id)?;
            let unnamed =
                meeting.has_outsiders() && !naming::obstacles(&meeting, &subject, &pupil).is_empty();
            if unnamed && names(conn, &pupil, &format!("{line} {agreed}"), scope.today)? {
                return Err(Error::Refused(Message::new("meeting-named")));
            }
            speak::about_pupil(conn, scope, now, id, &spoken)?
        }
        (None, Some(id)) => speak::about_group(conn, scope, now, id, &spoken)?,
        (None, None) => return Err(Error::NotFound("subject")),
    };
    if !store::set_decided(conn, &subject, &kept)? {
        return Err(Error::Conflict(Message::new("meeting-decided")));
    }
    Ok(())
}
