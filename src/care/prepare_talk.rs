//! Typing over what a pupil or a parent prepared for a conversation that they lead.

use chrono::{NaiveDate, NaiveDateTime};

use crate::evidence::preparations::{self, FilledBy, Preparation};
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, PupilId, Result, Scope, ids};
use crate::school::store;

/// A list as it is typed over.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// Whose words they are.
    pub filled_by: FilledBy,
    /// On which day they filled it in.
    pub filled_on: NaiveDate,
    /// What goes well.
    pub strengths: String,
    /// What worries.
    pub worries: String,
    /// What they wish.
    pub wish: String,
}

/// Writes the list of a pupil or a parent down.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for what was typed.
pub fn prepare_talk(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    prepared: &Prepared,
) -> Result<()> {
    let (pupil, why) = store::pupil(conn, scope, pupil)?;
    let typed = |text: &str| text.trim().to_owned();
    let preparation = Preparation {
        id: ids::fresh(),
        pupil_id: pupil.id.clone(),
        filled_by: prepared.filled_by,
        strengths: typed(&prepared.strengths),
        worries: typed(&prepared.worries),
        wish: typed(&prepared.wish),
        filled_on: prepared.filled_on,
        conversation_id: None,
        account_id: scope.account.clone(),
        created_at: now,
    };
    preparations::add(conn, scope.today, &preparation)?;
    audit::record(conn, now, &Entry::by(scope, "prepare-conversation", "pupil", &pupil.id).because_of(&why))
}
