//! A cause meets a signal that is there already: more evidence for an open one, an ended one that comes back.
//! A first one: `raise`.

use super::again;
use super::cause::{Cause, Outcome, Terms};
use super::model::{Severity, Signal};
use super::moves::move_by_system;
use super::raise::{add_evidence, to_mentor};
use super::state::{Event, State};
use super::store;
use super::worse;
use crate::ground::{Conn, Result, SignalId};

/// More evidence: the highest severity wins. What is watched wakes for what `again` calls news; what somebody works on
/// comes back by the same measure. A note that becomes more than one is news, as a new signal is.
pub(super) fn join(
    conn: &mut Conn,
    terms: Terms,
    cause: &Cause,
    mut open: Signal,
) -> Result<(SignalId, Outcome)> {
    let from = open.state;
    // A note becomes a signal of its own weight only through evidence that weighs more by itself.
    let was_note = open.severity == Severity::C && cause.severity < Severity::C;
    let wakes = from == State::Watching && is_news_to(conn, cause, &open)?;
    open.severity = open.severity.min(cause.severity);
    open.human |= cause.is_human();
    open.restricted |= cause.restricted;
    open.only_for = cause.only_for.clone().or(open.only_for);
    must_be_read(&mut open, cause);
    open.changed_at = terms.now;
    store::save(conn, &open, from)?;
    add_evidence(conn, terms, cause, &open.id)?;
    if wakes {
        move_by_system(conn, terms.now, &mut open, Event::Wakes)?;
    }
    if was_note {
        to_mentor(conn, terms, &mut open)?;
    }
    Ok((open.id, if was_note { Outcome::New } else { Outcome::Joined }))
}

/// Whether it is news against what was known when the signal was last decided on.
fn is_news_to(conn: &mut Conn, cause: &Cause, open: &Signal) -> Result<bool> {
    let ids = std::slice::from_ref(&open.id);
    let decided = store::last_moves(conn, ids)?.remove(&open.id);
    let evidence = store::evidence(conn, ids)?;
    Ok(again::is_news(&again::known_at(&evidence, decided), cause.into()))
}

/// The same record, open again, because it got worse.
pub(super) fn reopen(conn: &mut Conn, terms: Terms, cause: &Cause, mut ended: Signal) -> Result<SignalId> {
    ended.severity = cause.severity;
    ended.human = cause.is_human();
    ended.restricted = cause.restricted;
    ended.only_for.clone_from(&cause.only_for);
    ended.round.clone_from(&cause.round);
    ended.reopened = true;
    ended.mentor_view = None;
    ended.mentor_choice = None;
    ended.look_on = None;
    must_be_read(&mut ended, cause);
    move_by_system(conn, terms.now, &mut ended, Event::Reopens)?;
    add_evidence(conn, terms, cause, &ended.id)?;
    to_mentor(conn, terms, &mut ended)?;
    Ok(ended.id)
}

/// A critical answer must be read, also by who had read an earlier one.
fn must_be_read(signal: &mut Signal, cause: &Cause) {
    if cause.read_until.is_some() {
        signal.read_until = cause.read_until;
        (signal.read_at, signal.read_by, signal.reminded_at) = (None, None, None);
    }
}

/// Whether a cause is worse than when its signal ended.
pub(super) fn is_worse(conn: &mut Conn, cause: &Cause, ended: &Signal) -> Result<bool> {
    let before = store::evidence(conn, std::slice::from_ref(&ended.id))?;
    let before: Vec<_> = before.iter().collect();
    Ok(worse::is_worse(&before, ended.severity, cause.into()))
}
