//! The import behind evidence was taken back: the evidence is marked, and what rests on nothing else closes.

use chrono::NaiveDateTime;

use super::moves::move_in_sight;
use super::state::{Event, State};
use super::store;
use crate::ground::{Conn, Result, SchoolId};

/// The import behind these lists (instrument and informant, joined by `/`, and round) was taken back: its evidence
/// is marked, undecided signals that rest on nothing else close, decided ones stay.
///
/// # Errors
/// When the database refuses.
pub fn withdraw_source(
    conn: &mut Conn,
    now: NaiveDateTime,
    school: &SchoolId,
    lists: &[(String, String)],
    since: NaiveDateTime,
) -> Result<()> {
    for mut signal in store::withdraw(conn, school, lists, since)? {
        let stands = store::evidence(conn, std::slice::from_ref(&signal.id))?
            .iter()
            .any(|evidence| !evidence.withdrawn);
        if !stands && matches!(signal.state, State::New | State::WithMentor) {
            move_in_sight(conn, now, &mut signal, Event::SourceWithdrawn)?;
        }
    }
    Ok(())
}
