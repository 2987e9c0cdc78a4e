//! Following a referral from the school: taking it back, stopping it, writing down what a partner told.

use chrono::NaiveDateTime;

use super::model::{Ground, Referral, Step};
use super::state::{self, Actor, Event, State};
use super::visit::{self, Answer};
use super::{ground, store};
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, ReferralId, Result, Scope, clock, ids};
use crate::school::store as people;

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

/// Staff write down what a partner told by telephone. A partner that never opened the link has seen it now.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a wrong move, `Refused` when it is not said who told it.
pub fn as_told(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &ReferralId,
    mut answer: Answer,
) -> Result<()> {
    let mut referral = store::referral(conn, scope, id)?;
    if answer.told_by.trim().is_empty() {
        return Err(Error::Refused(Message::new("referral-told-by-whom")));
    }
    answer.account = Some(scope.account.clone());
    if referral.state == State::Offered && answer.event.is_some_and(|e| e != Event::Open) {
        let seen = Answer { event: Some(Event::Open), ..answer.clone() };
        visit::step(conn, now, &mut referral, &seen)?;
    }
    visit::step(conn, now, &mut referral, &answer)?;
    let what = answer.event.map_or("report", Event::as_str);
    let entry = Entry::by(scope, "write-down-answer", "referral", id).detail(what);
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
    store::insert_step(
        conn,
        &Step {
            id: ids::fresh(),
            referral_id: referral.id.clone(),
            event: event.as_str().to_owned(),
            actor: Actor::School,
            from_state: from,
            to_state: referral.state,
            account_id: Some(scope.account.clone()),
            told_by: String::new(),
            reason: reason.trim().to_owned(),
            note: String::new(),
            at: now,
        },
    )
}
