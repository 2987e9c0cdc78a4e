//! What lifting out asks of the database. The use case: `lift_out`.

use diesel::prelude::*;

use super::model::Signal;
use crate::ground::db::schema::{decisions, reminders, signal_evidence, signals};
use crate::ground::{Conn, Result, SignalId};

/// The signals with evidence of an observation.
pub(super) fn resting_on(conn: &mut Conn, observation: &str) -> Result<Vec<Signal>> {
    let of_it = signal_evidence::table
        .filter(signal_evidence::observation_id.eq(observation))
        .select(signal_evidence::signal_id);
    Ok(signals::table
        .filter(signals::id.eq_any(of_it))
        .order(signals::id)
        .select(Signal::as_select())
        .load(conn)?)
}

pub(super) fn delete_evidence(conn: &mut Conn, signal: &SignalId, observation: &str) -> Result<()> {
    let of_it = signal_evidence::table
        .filter(signal_evidence::signal_id.eq(signal))
        .filter(signal_evidence::observation_id.eq(observation));
    diesel::delete(of_it).execute(conn)?;
    Ok(())
}

pub(super) fn save(conn: &mut Conn, signal: &Signal) -> Result<()> {
    diesel::update(signals::table.find(&signal.id)).set(signal).execute(conn)?;
    Ok(())
}

/// Deletes a signal with all that hangs on it in this room, and what was reminded of it.
///
/// # Errors
/// When the database refuses, as it does while something of another room points to it.
pub fn delete(conn: &mut Conn, id: &SignalId) -> Result<()> {
    diesel::delete(reminders::table.filter(reminders::about_id.eq(&id.0))).execute(conn)?;
    diesel::delete(decisions::table.filter(decisions::signal_id.eq(id))).execute(conn)?;
    diesel::delete(signal_evidence::table.filter(signal_evidence::signal_id.eq(id))).execute(conn)?;
    diesel::delete(signals::table.find(id)).execute(conn)?;
    Ok(())
}
