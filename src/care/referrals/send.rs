//! Sending: judged once more, frozen, hashed, and put in the outbox as a mail that says nothing.

use chrono::NaiveDateTime;

use super::ground::Answers;
use super::model::Referral;
use super::packet::Packet;
use super::state::{self, Actor, Event, State};
use super::{ground, moves, packet, partners, second, store};
use crate::care::triage::decide;
use crate::ground::audit::{self, Entry};
use crate::ground::outbox::{self, Task};
use crate::ground::secret::{self, Secret};
use crate::ground::{Conn, Error, Message, ReferralId, Result, Scope};
use crate::school::adults;
use crate::school::closed_weeks;
use crate::school::model::Pupil;
use crate::school::store as people;

pub(super) use super::code::fingerprint;
pub use super::code::new_code;

/// What still stands in the way of sending this packet, as sentences; none: it may go.
///
/// # Errors
/// When the database refuses.
pub fn obstacles(
    conn: &mut Conn,
    scope: &Scope,
    referral: &Referral,
    pupil: &Pupil,
    packet: &Packet,
) -> Result<Vec<Message>> {
    let partner = store::partner(conn, &referral.partner_id)?;
    let mut obstacles = Vec::new();
    if referral.question.trim().is_empty() {
        obstacles.push(Message::new("referral-no-question"));
    }
    if referral.no_conversation.trim().is_empty() {
        obstacles.extend(decide::missing_conversation(conn, pupil, scope.today)?);
    }
    let offer = store::offer_of(conn, referral)?;
    if let Err(Error::Refused(message)) = partners::may_send(&partner, offer.as_ref()) {
        obstacles.push(message);
    }
    if partner.verified_on.is_none() {
        obstacles.push(Message::new("partner-not-verified").with("partner", &partner.name));
    }
    let choice = referral.chosen();
    if !packet.parent_view.trim().is_empty() && !choice.is_parent_view_checked() {
        obstacles.push(Message::new("view-not-checked"));
    }
    let answers = Answers {
        adults: &adults::of_pupil(conn, &pupil.id)?,
        consents: &store::consents(conn, &referral.id)?,
        parts_hash: &packet.agreed_hash()?,
        choice: &choice,
        today: scope.today,
    };
    obstacles.extend(ground::obstacles(pupil, &partner, referral, &answers));
    Ok(obstacles)
}

/// Sends a draft, or what was held for a second person; returns the six-digit code that the school gives the partner by
/// telephone.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` when something stands in the way or it was sent already, `Forbidden` for who
/// asked a second person and is not one.
pub fn send(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    secret: &Secret,
    answer_days: u32,
    id: &ReferralId,
) -> Result<String> {
    let mut referral = store::referral(conn, scope, id)?;
    let from = referral.state;
    // The move first: what may not move is told so, whatever else is missing.
    state::next(from, Event::Send, Actor::School)?;
    let (pupil, why) = people::pupil(conn, scope, &referral.pupil_id)?;
    if from == State::HeldForSecond {
        second::agree(conn, scope, now, &referral)?;
    }
    let packet = packet::build(conn, scope, &referral, &pupil)?;
    if let Some(first) = obstacles(conn, scope, &referral, &pupil, &packet)?.into_iter().next() {
        return Err(Error::Conflict(first));
    }
    let school = people::school(conn, &referral.school_id)?;
    let frozen = serde_json::to_string(&packet).map_err(Error::internal)?;
    let token = secret::token()?;
    let code = secret::code()?;
    referral.answer_until = Some(closed_weeks::calendar(conn, &school)?.after(scope.today, answer_days));
    referral.packet_hash = Some(secret::hash(&frozen));
    referral.agreed_hash = Some(packet.agreed_hash()?);
    referral.packet = Some(frozen);
    referral.token_hash = Some(secret::hash(&token));
    referral.code_hash = Some(fingerprint(secret, id, &code));
    moves::go(conn, Some(scope), now, &mut referral, Event::Send, "")?;
    let signals = decide::refer_on(conn, scope, now, &pupil.id, referral.answer_until)?;
    store::link_signals(conn, id, &signals)?;
    let entry = Entry::by(scope, "send-referral", "referral", id)
        .because_of(&why)
        .detail(referral.packet_hash.clone().unwrap_or_default());
    audit::record(conn, now, &entry)?;
    outbox::enqueue(conn, now, &Task::ReferralOffered { referral: id.clone(), token })?;
    if from == State::HeldForSecond {
        // Who asked hears that it went.
        outbox::enqueue(conn, now, &Task::ReferralMoved { referral: id.clone() })?;
    }
    Ok(code)
}
