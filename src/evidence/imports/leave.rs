//! Leaving a file: by choice, because staging failed, or because its process died in the middle.
//! Nothing of it was ever visible; what was set aside is forgotten.

use chrono::{Duration, NaiveDateTime};

use super::{
    actor::Actor,
    asked::forget_asked,
    hold_store,
    model::{Import, State},
    schools_store, scores, store,
};
use super::{rows_store, waiting_store};
use crate::ground::{Conn, Error, ImportId, Message, Result, audit};

/// How long a preview waits for a decision.
const PATIENCE: Duration = Duration::days(7);

/// Leaves a preview: the import stays in the list, its rows do not.
pub fn leave(conn: &mut Conn, now: NaiveDateTime, actor: Actor<'_>, id: &ImportId) -> Result<()> {
    let import = store::import(conn, id)?;
    actor.may_import(&import.school_id)?;
    if !store::advance(conn, id, State::Previewed, State::Left, now)? {
        return Err(Error::Conflict(Message::new("import-decided")));
    }
    hold_store::let_go(conn, &import.school_id, id)?;
    forget_rows(conn, id)?;
    audit::record(conn, now, &actor.entry("leave-import", id))
}

/// Leaves a preview without a trace, and a school that was made for it: a rehearsal stores nothing.
pub fn forget(conn: &mut Conn, id: &ImportId) -> Result<()> {
    let import = store::import(conn, id)?;
    if import.state != State::Previewed {
        return Err(Error::Conflict(Message::new("import-decided")));
    }
    hold_store::let_go(conn, &import.school_id, id)?;
    store::forget(conn, id)?;
    schools_store::drop_empty_school(conn, &import.school_id)
}

/// Staging failed: as if the file had never been offered.
pub(super) fn give_up(conn: &mut Conn, import: &Import) -> Result<()> {
    hold_store::let_go(conn, &import.school_id, &import.id)?;
    store::forget(conn, &import.id)?;
    schools_store::drop_empty_school(conn, &import.school_id)
}

/// Forgets files that wait behind an import from more than a week ago.
pub fn forget_waiting(conn: &mut Conn, now: NaiveDateTime) -> Result<()> {
    waiting_store::forget_before(conn, now - PATIENCE)
}

/// Clears what processes that died have left behind, and previews that nobody decided on in a week.
/// Runs before every import and when the service starts.
pub fn sweep(conn: &mut Conn, now: NaiveDateTime) -> Result<()> {
    for id in store::stranded(conn, now)? {
        if store::advance(conn, &id, State::Staging, State::Broken, now)? {
            let import = store::import(conn, &id)?;
            hold_store::let_go(conn, &import.school_id, &id)?;
            forget_rows(conn, &id)?;
        }
    }
    forget_waiting(conn, now)?;
    forget_asked(conn, now)?;
    for id in store::forgotten(conn, now - PATIENCE)? {
        if store::advance(conn, &id, State::Previewed, State::Left, now)? {
            forget_rows(conn, &id)?;
        }
    }
    Ok(())
}

/// Forgets all that was set aside.
fn forget_rows(conn: &mut Conn, id: &ImportId) -> Result<()> {
    rows_store::delete_rows(conn, id, false)?;
    scores::forget(conn, id)
}
