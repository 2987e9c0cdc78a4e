//! The import behind evidence was taken back: the evidence is marked, and what rests on nothing else closes.

use chrono::NaiveDateTime;

use super::model::Signal;
use super::moves::move_in_sight;
use super::state::{Event, State};
use super::store;
use crate::ground::{Conn, PupilId, Result, SchoolId};

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
    let touched = store::withdraw(conn, school, lists, since)?;
    close_what_rests_on_nothing(conn, now, touched)
}

/// Nothing may be computed from a list of a pupil any more: what it told is marked, in the same way.
///
/// # Errors
/// When the database refuses.
pub fn withdraw_list(conn: &mut Conn, now: NaiveDateTime, pupil: &PupilId, instrument: &str) -> Result<()> {
    let touched = store::withdraw_of_pupil(conn, pupil, instrument)?;
    close_what_rests_on_nothing(conn, now, touched)
}

fn close_what_rests_on_nothing(conn: &mut Conn, now: NaiveDateTime, touched: Vec<Signal>) -> Result<()> {
    for mut signal in touched {
        let stands = store::evidence(conn, std::slice::from_ref(&signal.id))?
            .iter()
            .any(|evidence| !evidence.withdrawn);
        if !stands && matches!(signal.state, State::New | State::WithMentor) {
            move_in_sight(conn, now, &mut signal, Event::SourceWithdrawn)?;
        }
    }
    Ok(())
}
