//! Making a preview visible: one short transaction, which the door opens.

use chrono::{NaiveDate, NaiveDateTime};

use super::rows_store;
use super::{
    actor::Actor, apply_attendance, apply_items, apply_ratings, apply_roster, apply_totals, counts::counts,
    hold_store, log::Log, model::State, report::from_json, scores, store,
};
use crate::evidence::files::Kind;
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, Error, ImportId, Message, Result, audit};
use crate::school::rulesets;

/// What the person agrees to besides the good rows.
#[derive(Debug, Clone, Copy, Default)]
pub struct Consent {
    /// Only if no row was refused: all rows or none.
    pub all_or_nothing: bool,
    /// Though the brake says that much changes.
    pub changes: bool,
}

/// Makes the good rows of a preview visible, writes it in the log, and asks for signals.
///
/// `Refused` when no row is good. `Conflict` when it was decided before, when another import came in between, when the brake holds, or when
/// rows were refused and all were wanted.
pub fn accept(
    conn: &mut Conn,
    now: NaiveDateTime,
    today: NaiveDate,
    actor: Actor<'_>,
    id: &ImportId,
    consent: Consent,
) -> Result<()> {
    let import = store::import(conn, id)?;
    actor.may_import(&import.school_id)?;
    let counts = counts(&import)?;
    if counts.good() == 0 {
        return Err(Error::Refused(Message::new("import-nothing-good")));
    }
    if let Some(brake) = import.brake.as_deref().filter(|_| !consent.changes) {
        return Err(Error::Conflict(from_json(brake)?));
    }
    if consent.all_or_nothing && counts.refused > 0 {
        let message = Message::new("import-not-all").with("refused", counts.refused);
        return Err(Error::Conflict(message));
    }
    if !store::advance(conn, id, State::Previewed, State::Stored, now)? {
        return Err(Error::Conflict(Message::new("import-decided")));
    }
    // The preview spoke of the school as it was then: another import in between makes it void.
    if !hold_store::let_go(conn, &import.school_id, id)? {
        return Err(Error::Conflict(Message::new("import-overtaken")));
    }
    let mut log = Log::new(id.clone());
    match Kind::from_code(&import.kind) {
        Some(Kind::Roster) => {
            apply_roster::apply(conn, &import, now, counts.starts_on.unwrap_or(today), &mut log)?;
        }
        Some(Kind::Attendance) => apply_attendance::apply(conn, &import, &mut log)?,
        Some(Kind::Totals) => apply_totals::apply(conn, &import, &mut log)?,
        Some(Kind::Items) => apply_items::apply(conn, &import, &mut log)?,
        Some(Kind::Scores) => {
            // A ruleset that waits takes effect between rounds: the first scores of a new one are its last moment.
            rulesets::settle(conn, now, today, &import.school_id)?;
            scores::apply(conn, &import, &counts, &mut log)?;
        }
        Some(Kind::Sociogram) => apply_ratings::apply(conn, &import, &counts, &mut log)?,
        None => return Err(Error::internal(format!("an import of the kind {}", import.kind))),
    }
    let quiet = [Kind::Roster, Kind::Attendance, Kind::Totals];
    let raises = !quiet.iter().any(|kind| kind.code() == import.kind);
    if raises && counts.new + counts.changed > 0 {
        let school = import.school_id.clone();
        outbox::enqueue(conn, now, &Task::RaiseSignals { school })?;
    }
    log.flush(conn)?;
    rows_store::delete_rows(conn, id, true)?;
    scores::forget(conn, id)?;
    let detail = format!("new={} changed={}", counts.new, counts.changed);
    audit::record(conn, now, &actor.entry("store-import", id).detail(detail))
}
