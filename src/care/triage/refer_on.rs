//! A referral that is sent moves the pupil's open signals, and one that ends without help gives them back. Sending it:
//! `referrals::send`.

use chrono::{NaiveDate, NaiveDateTime};

use crate::ground::{Conn, PupilId, Result, Scope, SignalId};
use crate::signals::moves::{self, Step};
use crate::signals::state::{Actor, Event, State};
use crate::signals::store;

/// Moves the pupil's open signals to *referred* when a referral is sent, to be looked back on when the partner must have
/// answered; those referred already stay.
///
/// # Errors
/// When the database refuses.
pub fn refer_on(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    look_on: Option<NaiveDate>,
) -> Result<Vec<SignalId>> {
    let mut moved = Vec::new();
    for mut signal in store::about(conn, scope, &pupil.0)? {
        if signal.state.is_open() && signal.state != State::Referred {
            let step =
                Step { account: Some(&scope.account), look_on, ..Step::of(Event::Referred, Actor::Person) };
            moves::go(conn, now, &mut signal, &step)?;
        }
        if signal.state == State::Referred {
            moved.push(signal.id);
        }
    }
    Ok(moved)
}

/// Gives the pupil's referred signals back to the coordinator: a referral ended without help, and no other runs.
///
/// # Errors
/// When the database refuses.
pub fn come_back(conn: &mut Conn, now: NaiveDateTime, pupil: &PupilId) -> Result<()> {
    for mut signal in store::referred(conn, pupil)? {
        moves::move_in_sight(conn, now, &mut signal, Event::CameBack)?;
    }
    Ok(())
}
