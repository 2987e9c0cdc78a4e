//! A move that no partner makes: by a person of the school, or by the clock. By the table of states, saved as it was read,
//! and written down as a step. What a partner answers: `answer`.

use chrono::NaiveDateTime;

use super::model::{Referral, Step};
use super::state::{self, Actor, Event};
use super::store;
use crate::care::triage::decide::come_back;
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, Result, Scope};

/// Moves a referral, with what else changed on it; without a person it is the clock that moves it. A question that was not
/// answered ends with it.
///
/// # Errors
/// `Conflict` for a wrong move, and when it was moved meanwhile.
pub(super) fn go(
    conn: &mut Conn,
    scope: Option<&Scope>,
    now: NaiveDateTime,
    referral: &mut Referral,
    event: Event,
    reason: &str,
) -> Result<()> {
    let actor = if scope.is_some() { Actor::School } else { Actor::System };
    let from = referral.state;
    referral.state = state::next(from, event, actor)?;
    referral.changed_at = now;
    referral.asked = false;
    store::save(conn, referral, from)?;
    let step = Step {
        account_id: scope.map(|scope| scope.account.clone()),
        reason: reason.trim().to_owned(),
        ..Step::of(referral, from, event.as_str(), actor, now)
    };
    store::insert_step(conn, &step)?;
    if matches!(event, Event::Withdrawn | Event::Stopped) {
        outbox::enqueue(conn, now, &Task::PartnerToldOfEnd { referral: referral.id.clone() })?;
    }
    return_signals(conn, now, referral)
}

/// A referral that ended without help gives the pupil's signals back, unless another runs.
///
/// # Errors
/// When the database refuses.
pub(super) fn return_signals(conn: &mut Conn, now: NaiveDateTime, referral: &Referral) -> Result<()> {
    if referral.state.helped_nobody() && !store::another_runs(conn, referral)? {
        come_back(conn, now, &referral.pupil_id)?;
    }
    Ok(())
}
