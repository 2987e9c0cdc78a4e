//! Recording a conversation: with the pupil, a parent or both, or about a group.

use chrono::{NaiveDate, NaiveDateTime};

use crate::evidence::conversations::{self, Conversation, With};
use crate::evidence::preparations;
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, GroupId, PupilId, Result, Scope, ids};
use crate::school::store;

/// A conversation somebody wants to record.
#[derive(Debug, Clone)]
pub struct Spoken {
    /// Who was spoken with.
    pub with: With,
    /// On which day.
    pub held_on: NaiveDate,
    /// What came of it, in a line.
    pub line: String,
    /// What was agreed; may be empty.
    pub agreed: String,
}

/// Records a conversation about a pupil.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for what was typed.
pub fn about_pupil(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    spoken: &Spoken,
) -> Result<String> {
    let (pupil, why) = store::pupil(conn, scope, pupil)?;
    let conversation = Conversation {
        pupil_id: Some(pupil.id.clone()),
        group_id: None,
        ..new(scope, now, pupil.school_id.clone(), spoken)
    };
    conversations::add(conn, scope.today, &conversation)?;
    if spoken.with == With::TheyLead {
        preparations::were_for(conn, &pupil, &conversation)?;
    }
    let entry = Entry::by(scope, "record-conversation", "pupil", &pupil.id).because_of(&why);
    audit::record(conn, now, &entry)?;
    Ok(conversation.id)
}

/// Records a conversation about a group.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for what was typed.
pub fn about_group(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    group: &GroupId,
    spoken: &Spoken,
) -> Result<String> {
    let (group, why) = store::group_for(conn, scope, group)?;
    let conversation = Conversation {
        pupil_id: None,
        group_id: Some(group.id.clone()),
        ..new(scope, now, group.school_id, spoken)
    };
    conversations::add(conn, scope.today, &conversation)?;
    let entry = Entry::by(scope, "record-conversation", "group", &group.id).because_of(&why);
    audit::record(conn, now, &entry)?;
    Ok(conversation.id)
}

fn new(scope: &Scope, now: NaiveDateTime, school: crate::ground::SchoolId, spoken: &Spoken) -> Conversation {
    Conversation {
        id: ids::fresh(),
        school_id: school,
        pupil_id: None,
        group_id: None,
        with_whom: spoken.with,
        held_on: spoken.held_on,
        line: spoken.line.trim().to_owned(),
        agreed: spoken.agreed.trim().to_owned(),
        account_id: scope.account.clone(),
        created_at: now,
        transferred_on: None,
    }
}
