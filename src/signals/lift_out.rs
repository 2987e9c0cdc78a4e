//! Taking what one observation raised out of the signals, as if it had never been there: its evidence goes, and with it a
//! signal that rests on nothing else. What goes is given back, for who keeps it elsewhere. No line in the log tells of it.

use super::lift_out_store as store;
pub use super::lift_out_store::delete;
use super::model::{Decision, Signal};
use super::store::{decisions, evidence};
use crate::ground::{Conn, Result, SignalId};

/// A signal that rested on the observation, as it was.
#[derive(Debug)]
pub struct Lifted {
    /// The signal.
    pub signal: Signal,
    /// What was decided on it.
    pub decisions: Vec<Decision>,
    /// Whether it rested on nothing else, and is gone.
    pub is_gone: bool,
}

/// The signals that rest on an observation and on nothing else that stands.
///
/// # Errors
/// When the database refuses.
pub fn resting_on(conn: &mut Conn, observation: &str) -> Result<Vec<SignalId>> {
    let mut alone = Vec::new();
    for signal in store::resting_on(conn, observation)? {
        if !stands_without(conn, &signal.id, observation)? {
            alone.push(signal.id);
        }
    }
    Ok(alone)
}

/// Takes it out. What else points to a signal of [`resting_on`] must have gone before.
///
/// # Errors
/// When the database refuses.
pub fn lift_out(conn: &mut Conn, observation: &str) -> Result<Vec<Lifted>> {
    let mut lifted = Vec::new();
    for signal in store::resting_on(conn, observation)? {
        let stands = stands_without(conn, &signal.id, observation)?;
        let decisions = decisions(conn, std::slice::from_ref(&signal.id))?;
        store::delete_evidence(conn, &signal.id, observation)?;
        if stands {
            let left = as_if_never(conn, signal.clone())?;
            store::save(conn, &left)?;
        } else {
            store::delete(conn, &signal.id)?;
        }
        lifted.push(Lifted { signal, decisions, is_gone: !stands });
    }
    Ok(lifted)
}

fn stands_without(conn: &mut Conn, signal: &SignalId, observation: &str) -> Result<bool> {
    let all = evidence(conn, std::slice::from_ref(signal))?;
    Ok(all.iter().any(|one| !one.withdrawn && one.observation_id.as_deref() != Some(observation)))
}

/// The signal by what is left under it.
fn as_if_never(conn: &mut Conn, mut signal: Signal) -> Result<Signal> {
    let left = evidence(conn, std::slice::from_ref(&signal.id))?;
    signal.human = left.iter().any(|one| one.rule == "concern");
    if let Some(severity) = left.iter().filter(|one| !one.withdrawn).map(|one| one.severity).min() {
        signal.severity = severity;
    }
    if let Some(first) = left.iter().map(|one| one.raised_at).min() {
        signal.raised_at = first;
    }
    Ok(signal)
}
