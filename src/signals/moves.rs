//! Making a move: by the table of `state`, saved, and written down. Who may ask for one is `care`'s.

use chrono::{NaiveDate, NaiveDateTime};

use super::model::{Decision, Signal};
use super::state::{self, Actor, Event};
use super::store;
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Result, ids};

pub(super) fn move_by_system(
    conn: &mut Conn,
    now: NaiveDateTime,
    signal: &mut Signal,
    event: Event,
) -> Result<()> {
    let step = Step::of(event, Actor::System);
    go(conn, now, signal, &step)
}

/// The same outside a run, with a line of its own in the log.
///
/// # Errors
/// `Conflict` for a move that is not in the table.
pub fn move_in_sight(conn: &mut Conn, now: NaiveDateTime, signal: &mut Signal, event: Event) -> Result<()> {
    move_by_system(conn, now, signal, event)?;
    let entry = Entry::of("system", "move-signal", "signal", &signal.id).detail(event.as_str());
    audit::record(conn, now, &entry)
}

/// A move to be made.
#[derive(Debug, Clone)]
pub struct Step<'a> {
    /// What happens.
    pub event: Event,
    /// In which capacity.
    pub actor: Actor,
    /// Who; none for the system.
    pub account: Option<&'a crate::ground::AccountId>,
    /// A coded reason or outcome.
    pub reason: &'a str,
    /// What was typed.
    pub note: &'a str,
    /// The day to look back, or to watch until.
    pub look_on: Option<NaiveDate>,
    /// Why nobody was spoken with first.
    pub no_conversation: &'a str,
}

impl Step<'_> {
    /// A bare move: what happens, and in which capacity.
    #[must_use]
    pub const fn of(event: Event, actor: Actor) -> Self {
        Self { event, actor, account: None, reason: "", note: "", look_on: None, no_conversation: "" }
    }
}

/// Moves a signal by the table of states and writes the move down.
///
/// # Errors
/// `Conflict` for a move that is not in the table, or when somebody moved it meanwhile.
pub fn go(conn: &mut Conn, now: NaiveDateTime, signal: &mut Signal, step: &Step<'_>) -> Result<()> {
    let from = signal.state;
    signal.state = state::next(from, step.event, step.actor)?;
    signal.changed_at = now;
    step.reason.clone_into(&mut signal.reason);
    signal.look_on = step.look_on;
    store::save(conn, signal, from)?;
    store::insert_decision(
        conn,
        &Decision {
            id: ids::fresh(),
            signal_id: signal.id.clone(),
            event: step.event.as_str().to_owned(),
            from_state: from,
            to_state: signal.state,
            account_id: step.account.cloned(),
            reason: step.reason.to_owned(),
            note: step.note.to_owned(),
            look_on: step.look_on,
            at: now,
            transferred_on: None,
            no_conversation: step.no_conversation.to_owned(),
        },
    )
}
