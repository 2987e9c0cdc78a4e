//! Following a referral from the school: taking it back, stopping it, writing down what a partner told.

use chrono::NaiveDateTime;

use super::model::{Ground, Referral, Step};
use super::state::{self, Actor, Event};
use super::{ground, store};
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, ReferralId, Result, Scope, clock};
use crate::school::store as people;

pub use super::told::as_told;

/// The school takes a referral back or stops it.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a wrong move, `Refused` without a reason.
pub fn by_school(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &ReferralId,
    event: Event,
    reason: &str,
) -> Result<()> {
    let mut referral = store::referral(conn, scope, id)?;
    // Sending has a door of its own, which judges ground and consent.
    if !matches!(event, Event::Withdrawn | Event::Stopped) {
        return Err(Error::Conflict(Message::new("referral-not-by-school")));
    }
    if reason.trim().is_empty() {
        return Err(Error::Refused(Message::new("handover-no-reason")));
    }
    go(conn, scope, now, &mut referral, event, reason)?;
    let entry = Entry::by(scope, "end-referral", "referral", id).detail(event.as_str());
    audit::record(conn, now, &entry)
}

/// Consent that was the ground and is no longer whole stops what runs. Whose consent counts was settled by the age
/// on the day of sending.
pub(super) fn stop_without_consent(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    mut referral: Referral,
) -> Result<()> {
    if !referral.state.is_live() || referral.ground != Some(Ground::Consent) {
        return Ok(());
    }
    let (pupil, _) = people::pupil(conn, scope, &referral.pupil_id)?;
    let partner = store::partner(conn, &referral.partner_id)?;
    let consents = store::consents(conn, &referral.id)?;
    let sent_on = store::steps(conn, std::slice::from_ref(&referral.id))?
        .iter()
        .find(|step| step.event == Event::Send.as_str())
        .map_or(scope.today, |step| clock::local(step.at).date());
    let ground = referral.ground;
    let still_whole = ground::obstacles(&pupil, &partner, ground, "", &consents, sent_on).is_empty();
    if still_whole {
        return Ok(());
    }
    let event = if referral.state.awaits_answer() { Event::Withdrawn } else { Event::Stopped };
    go(conn, scope, now, &mut referral, event, "consent-withdrawn")
}

fn go(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    referral: &mut Referral,
    event: Event,
    reason: &str,
) -> Result<()> {
    let from = referral.state;
    referral.state = state::next(from, event, Actor::School)?;
    referral.changed_at = now;
    store::save(conn, referral, from)?;
    let step = Step {
        account_id: Some(scope.account.clone()),
        reason: reason.trim().to_owned(),
        ..Step::of(referral, from, event.as_str(), Actor::School, now)
    };
    store::insert_step(conn, &step)
}
