//! Sending without the consent that would be needed: one person asks, with ground and reason, and another of the same role
//! agrees by sending it. What was asked for cannot be changed meanwhile. The server decides who may; no form does.

use chrono::NaiveDateTime;

use super::model::{Ground, Override, OverrideGround, Referral};
use super::packet::{self, Packet};
use super::state::{self, Actor, Event, State};
use super::{moves, send, store};
use crate::ground::audit::{self, Entry};
use crate::ground::outbox::{self, Task};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, ReferralId, Result, Scope, ids};
use crate::school::model::Pupil;
use crate::school::store as people;

/// Asks a second person to agree to sending without consent; all else must be in order.
///
/// # Errors
/// `NotFound` outside the scope; `Conflict` where nothing is missing, where more than consent is, or from another state;
/// `Refused` without a reason.
pub fn ask(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &ReferralId,
    ground: OverrideGround,
    reason: &str,
) -> Result<()> {
    let mut referral = store::referral(conn, scope, id)?;
    state::next(referral.state, Event::AskSecond, Actor::School)?;
    if reason.trim().is_empty() {
        return Err(Error::Refused(Message::new("second-no-reason")));
    }
    let (pupil, why) = people::pupil(conn, scope, &referral.pupil_id)?;
    let packet = packet::build(conn, scope, &referral, &pupil)?;
    let open = send::obstacles(conn, scope, &referral, &pupil, &packet)?;
    if open.is_empty() {
        return Err(Error::Conflict(Message::new("second-not-needed")));
    }
    if let Some(first) = more_than_consent(conn, scope, &referral, &pupil, &packet)? {
        return Err(Error::Conflict(first));
    }
    moves::go(conn, Some(scope), now, &mut referral, Event::AskSecond, "")?;
    let asked = Override {
        id: ids::fresh(),
        referral_id: id.clone(),
        ground,
        reason: reason.trim().to_owned(),
        asked_by: scope.account.clone(),
        asked_at: now,
        agreed_by: None,
        agreed_at: None,
        ended_at: None,
    };
    store::insert_override(conn, &asked)?;
    let entry = Entry::by(scope, "ask-second", "referral", id).because_of(&why).detail(ground.as_str());
    audit::record(conn, now, &entry)?;
    outbox::enqueue(conn, now, &Task::ReferralMoved { referral: id.clone() })
}

/// What more than consent keeps a draft from going, judged as it would be once it is held; none: a second person can be asked.
///
/// # Errors
/// When the database refuses.
pub fn more_than_consent(
    conn: &mut Conn,
    scope: &Scope,
    referral: &Referral,
    pupil: &Pupil,
    packet: &Packet,
) -> Result<Option<Message>> {
    if referral.ground != Some(Ground::Consent) {
        return Ok(Some(Message::new("second-not-needed")));
    }
    let held = Referral { state: State::HeldForSecond, ..referral.clone() };
    Ok(send::obstacles(conn, scope, &held, pupil, packet)?.into_iter().next())
}

/// It goes back to be prepared further: the second person does not agree, or who asked takes it back.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` when it is not held.
pub fn give_back(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, id: &ReferralId) -> Result<()> {
    let mut referral = store::referral(conn, scope, id)?;
    moves::go(conn, Some(scope), now, &mut referral, Event::BackToDraft, "")?;
    if let Some(mut asked) = store::override_of(conn, id)? {
        asked.ended_at = Some(now);
        store::save_override(conn, &asked)?;
    }
    audit::record(conn, now, &Entry::by(scope, "give-back-referral", "referral", id))?;
    outbox::enqueue(conn, now, &Task::ReferralMoved { referral: id.clone() })
}

/// Whether this person may be the second: holds the role at the school and is not the one who asked.
#[must_use]
pub fn may_agree(scope: &Scope, referral: &Referral, asked: &Override) -> bool {
    referral.state == State::HeldForSecond
        && scope.has_at(Role::Coordinator, &referral.school_id)
        && scope.account != asked.asked_by
}

/// The second person agrees; part of sending.
pub(super) fn agree(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, referral: &Referral) -> Result<()> {
    let mut asked =
        store::override_of(conn, &referral.id)?.ok_or_else(|| Error::internal("held without a request"))?;
    if !may_agree(scope, referral, &asked) {
        return Err(Error::Forbidden(Message::new("second-not-self")));
    }
    asked.agreed_by = Some(scope.account.clone());
    asked.agreed_at = Some(now);
    store::save_override(conn, &asked)?;
    let entry = Entry::by(scope, "agree-second", "referral", &referral.id).detail(asked.ground.as_str());
    audit::record(conn, now, &entry)
}

/// Whose consent this referral lacks by a second person's word; after sending too.
///
/// # Errors
/// When the database refuses.
pub fn went_without(conn: &mut Conn, id: &ReferralId) -> Result<bool> {
    Ok(store::override_of(conn, id)?.is_some_and(|one| one.agreed_at.is_some()))
}
