//! Following a referral from the school: taking it back, stopping it, writing down what a partner told.

use chrono::{NaiveDate, NaiveDateTime};

use super::model::{Ground, Referral};
use super::moves::go;
use super::state::Event;
use super::{ground, second, store};
use crate::ground::audit::{self, Entry};
use crate::ground::{AdultId, Conn, Error, Message, ReferralId, Result, Scope, clock};
use crate::school::adults;
use crate::school::store as people;

pub use super::reply::reply;
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
    go(conn, Some(scope), now, &mut referral, event, reason)?;
    let entry = Entry::by(scope, "end-referral", "referral", id).detail(event.as_str());
    audit::record(conn, now, &entry)
}

/// Consent that was the ground and is no longer whole stops what runs. It is judged by the age of today: who decides
/// today can take it back. Where that is no longer the one who takes it back, those who decide today must all have agreed.
/// What a second person agreed to rests on no consent; then the school decides.
pub(super) fn stop_without_consent(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    mut referral: Referral,
    who: Option<&AdultId>,
) -> Result<()> {
    let rests_on_consent = referral.ground == Some(Ground::Consent);
    if !referral.state.is_live() || !rests_on_consent || second::went_without(conn, &referral.id)? {
        return Ok(());
    }
    let end = end_of(&referral);
    let (pupil, _) = people::pupil(conn, scope, &referral.pupil_id)?;
    let Some(age) = pupil.age(scope.today) else {
        return go(conn, Some(scope), now, &mut referral, end, "consent-withdrawn");
    };
    let adults = adults::of_pupil(conn, &pupil.id)?;
    let sent_on = sent_on(conn, &referral)?.unwrap_or(scope.today);
    let then = ground::needed(pupil.age(sent_on).unwrap_or(age));
    let today = ground::needed(age);
    if !today.includes(who, &adults) && !then.includes(who, &adults) {
        return Ok(());
    }
    if ground::left_of_consent(conn, &referral, &adults, today, scope.today)?.is_empty() {
        return Ok(());
    }
    go(conn, Some(scope), now, &mut referral, end, "consent-withdrawn")
}

/// How the school ends a live referral: before an answer it takes it back, after one it stops it.
const fn end_of(referral: &Referral) -> Event {
    if referral.state.awaits_answer() { Event::Withdrawn } else { Event::Stopped }
}

/// The day a referral was sent.
pub(super) fn sent_on(conn: &mut Conn, referral: &Referral) -> Result<Option<NaiveDate>> {
    let steps = store::steps(conn, std::slice::from_ref(&referral.id))?;
    let sent = steps.iter().rev().find(|step| step.event == Event::Send.as_str());
    Ok(sent.map(|step| clock::local(step.at).date()))
}
