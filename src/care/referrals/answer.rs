//! What a partner answers, during a visit or by telephone, and the step it makes. Getting in: `visit`.

use chrono::NaiveDateTime;

use super::model::{Referral, Step};
use super::state::{self, Actor, Event, State};
use super::store;
use super::visit::look;
use crate::ground::audit::{self, Entry};
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, Error, Message, Result};

/// What a partner answers.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The step; none for a report that moves nothing.
    pub event: Option<Event>,
    /// Why, for a refusal or a stop.
    pub reason: String,
    /// What is written to the school.
    pub note: String,
    /// Who told it on the telephone, when staff write it down.
    pub told_by: String,
    /// The person of the school who writes it down.
    pub account: Option<crate::ground::AccountId>,
}

impl Answer {
    /// A step without words.
    #[must_use]
    pub const fn plain(event: Event) -> Self {
        Self {
            event: Some(event),
            reason: String::new(),
            note: String::new(),
            told_by: String::new(),
            account: None,
        }
    }
}

/// The partner answers during a visit.
///
/// # Errors
/// `NotFound` without a visit, `Conflict` for a wrong move, `Refused` for a missing reason.
pub fn answer(conn: &mut Conn, now: NaiveDateTime, token: &str, visit: &str, answer: &Answer) -> Result<()> {
    let (mut referral, _) = look(conn, now, token, visit)?;
    step(conn, now, &mut referral, answer)?;
    let what = answer.event.map_or("report", Event::as_str);
    let entry = Entry::of("partner", "answer-handover", "referral", &referral.id).detail(what);
    audit::record(conn, now, &entry)
}

/// Makes a partner's step, written by the partner or told to staff, and lets the school know.
pub(super) fn step(
    conn: &mut Conn,
    now: NaiveDateTime,
    referral: &mut Referral,
    answer: &Answer,
) -> Result<()> {
    let from = referral.state;
    let needs_reason =
        matches!(answer.event, Some(Event::Declined | Event::Stopped)) || answer.event.is_none();
    if needs_reason && answer.reason.trim().is_empty() && answer.note.trim().is_empty() {
        return Err(Error::Refused(Message::new("handover-no-reason")));
    }
    match answer.event {
        Some(event) => referral.state = state::next(from, event, Actor::Partner)?,
        None if from == State::Draft => {
            return Err(Error::Conflict(Message::new("handover-report-draft")));
        }
        None => {}
    }
    referral.changed_at = now;
    referral.overdue = referral.overdue && referral.state.awaits_answer();
    store::save(conn, referral, from)?;
    let event = answer.event.map_or("report", Event::as_str);
    let step = Step {
        account_id: answer.account.clone(),
        told_by: answer.told_by.trim().to_owned(),
        reason: answer.reason.trim().to_owned(),
        note: answer.note.trim().to_owned(),
        ..Step::of(referral, from, event, Actor::Partner, now)
    };
    store::insert_step(conn, &step)?;
    outbox::enqueue(conn, now, &Task::ReferralMoved { referral: referral.id.clone() })
}
