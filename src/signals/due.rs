//! What falls due by date: mentors' terms that passed, signals watched until today.

use chrono::{NaiveDate, NaiveDateTime};

use super::moves::move_in_sight;
use super::state::{Event, State};
use super::store;
use crate::ground::{Conn, Result};

/// What falls due by date: mentors' terms that passed, signals watched until today. Returns how many moved.
///
/// # Errors
/// When the database refuses.
pub fn fall_due(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<usize> {
    let due = store::due(conn, today)?;
    let count = due.len();
    for mut signal in due {
        let event = match signal.state {
            State::Watching => Event::Wakes,
            _ => Event::TermPassed,
        };
        move_in_sight(conn, now, &mut signal, event)?;
    }
    Ok(count)
}
