//! What is asked of the database about the moves of signals. Which moves there are stands in `state`.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::model::{Decision, Signal};
use crate::ground::db::schema::decisions;
use crate::ground::{Conn, Error, Result, SignalId};

/// The moves of some signals, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn decisions(conn: &mut Conn, ids: &[SignalId]) -> Result<Vec<Decision>> {
    Ok(decisions::table
        .filter(decisions::signal_id.eq_any(ids))
        .order((decisions::at, decisions::id))
        .select(Decision::as_select())
        .load(conn)?)
}

/// A move by its id, without asking who looks: the caller goes on to its signal by the scope.
///
/// # Errors
/// `NotFound`.
pub fn decision(conn: &mut Conn, id: &str) -> Result<Decision> {
    let found = decisions::table.find(id).select(Decision::as_select()).first(conn);
    found.optional()?.ok_or(Error::NotFound("decision"))
}

/// What persons decided on these signals and was not copied to the official file yet, oldest first: the moves that lead to
/// one of these events.
///
/// # Errors
/// When the database refuses.
pub fn not_copied(conn: &mut Conn, ids: &[SignalId], events: &[&str]) -> Result<Vec<Decision>> {
    Ok(decisions::table
        .filter(decisions::signal_id.eq_any(ids))
        .filter(decisions::event.eq_any(events))
        .filter(decisions::account_id.is_not_null())
        .filter(decisions::transferred_on.is_null())
        .order((decisions::at, decisions::id))
        .select(Decision::as_select())
        .load(conn)?)
}

/// When each of these signals last moved; none for one that never did.
///
/// # Errors
/// When the database refuses.
pub fn last_moves(conn: &mut Conn, ids: &[SignalId]) -> Result<HashMap<SignalId, NaiveDateTime>> {
    let moves: Vec<(SignalId, Option<NaiveDateTime>)> = decisions::table
        .filter(decisions::signal_id.eq_any(ids))
        .group_by(decisions::signal_id)
        .select((decisions::signal_id, diesel::dsl::max(decisions::at)))
        .load(conn)?;
    let known = moves.into_iter().filter_map(|(id, at)| Some((id, at?)));
    Ok(known.collect())
}

/// Marks a move as copied to the official file; only for a signal the caller has looked up.
///
/// # Errors
/// `NotFound` when the move is not of that signal.
pub fn mark_transferred(conn: &mut Conn, signal: &Signal, decision: &str, on: NaiveDate) -> Result<()> {
    let marked = diesel::update(decisions::table.find(decision))
        .filter(decisions::signal_id.eq(&signal.id))
        .set(decisions::transferred_on.eq(on))
        .execute(conn)?;
    if marked == 0 {
        return Err(Error::NotFound("decision"));
    }
    Ok(())
}

pub(super) fn insert_decision(conn: &mut Conn, decision: &Decision) -> Result<()> {
    diesel::insert_into(decisions::table).values(decision).execute(conn)?;
    Ok(())
}
