//! What a partner answers, during a visit or by telephone, and the step it makes. Getting in: `visit`.

use chrono::{NaiveDate, NaiveDateTime};

use super::model::{Kind, Referral, Step};
use super::moves::return_signals;
use super::state::{self, Actor, Event, State};
use super::store;
use super::visit::look;
use crate::ground::audit::{self, Entry};
use crate::ground::outbox::{self, Task};
use crate::ground::{AccountId, Conn, Error, Message, Result};

/// What an answer is: a move, or words that move nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A move in the table.
    Move(Event),
    /// A report, of a kind or in words alone.
    Report(Option<Kind>),
    /// A question to the school.
    Question,
}

impl What {
    /// The word among the steps.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Move(event) => event.as_str(),
            Self::Report(_) => "report",
            Self::Question => "question",
        }
    }

    /// The one that one word of a form stands for: a move, a question, or a report by its kind.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match Kind::from_word(word) {
            Some(kind) => Some(Self::Report(Some(kind))),
            None => Self::from_words(word, ""),
        }
    }

    /// The one these words stand for.
    #[must_use]
    pub fn from_words(word: &str, kind: &str) -> Option<Self> {
        match word {
            "report" if kind.is_empty() => Some(Self::Report(None)),
            "report" => Kind::from_word(kind).map(|kind| Self::Report(Some(kind))),
            "question" => Some(Self::Question),
            word => Event::from_word(word).map(Self::Move),
        }
    }
}

/// What a partner answers.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The step, or words that move nothing.
    pub what: What,
    /// Why, for a refusal or a stop.
    pub reason: String,
    /// What is written to the school.
    pub note: String,
    /// When there is room again, or until when help waits.
    pub again_on: Option<NaiveDate>,
    /// Whether the partner's client knows that this is told, and agrees.
    pub own_consent: bool,
    /// Who told it on the telephone, when staff write it down.
    pub told_by: String,
    /// The person of the school who writes it down.
    pub account: Option<AccountId>,
}

impl Answer {
    /// A step without words.
    #[must_use]
    pub const fn plain(event: Event) -> Self {
        Self {
            what: What::Move(event),
            reason: String::new(),
            note: String::new(),
            again_on: None,
            own_consent: false,
            told_by: String::new(),
            account: None,
        }
    }

    fn has_words(&self) -> bool {
        !self.reason.trim().is_empty() || !self.note.trim().is_empty()
    }

    /// What an answer needs beside its move: a reason, a day, and of a client who is known the client's own consent.
    fn check(&self, from: State, today: NaiveDate) -> Result<()> {
        let refuse = |key: &'static str| Err(Error::Refused(Message::new(key)));
        match self.what {
            What::Move(Event::Declined | Event::Stopped) | What::Question | What::Report(None)
                if !self.has_words() =>
            {
                return refuse("handover-no-reason");
            }
            What::Report(Some(Kind::SchoolCan)) if !self.has_words() => return refuse("handover-no-reason"),
            What::Report(Some(Kind::Waiting)) if self.again_on.is_none() => {
                return refuse("handover-no-until");
            }
            What::Move(Event::AtCapacity) if self.again_on.is_none() && !self.has_words() => {
                return refuse("handover-no-when");
            }
            _ => {}
        }
        if self.again_on.is_some_and(|on| on < today) {
            return refuse("handover-day-past");
        }
        // Before help was accepted there is no client yet who could agree to what is told.
        let tells = from.runs() || matches!(self.what, What::Report(_));
        if tells && !self.own_consent {
            return refuse("handover-own-consent");
        }
        Ok(())
    }
}

/// The partner answers during a visit.
///
/// # Errors
/// `NotFound` without a visit, `Conflict` for a wrong move, `Refused` for what is missing.
pub fn answer(conn: &mut Conn, now: NaiveDateTime, token: &str, visit: &str, answer: &Answer) -> Result<()> {
    let (mut referral, _) = look(conn, now, token, visit)?;
    step(conn, now, &mut referral, answer)?;
    let entry =
        Entry::of("partner", "answer-handover", "referral", &referral.id).detail(answer.what.as_str());
    audit::record(conn, now, &entry)
}

/// Makes a partner's step, written by the partner or told to staff, and lets the school know; that the partner looked is
/// no news worth a mail, nor is what a person wrote down without help.
pub(super) fn step(
    conn: &mut Conn,
    now: NaiveDateTime,
    referral: &mut Referral,
    answer: &Answer,
) -> Result<()> {
    let from = referral.state;
    match answer.what {
        What::Move(event) => referral.state = state::next(from, event, Actor::Partner)?,
        What::Report(_) | What::Question if !from.is_live() => {
            return Err(Error::Conflict(Message::new("handover-report-draft")));
        }
        What::Report(_) => {}
        What::Question => referral.asked = true,
    }
    answer.check(from, crate::ground::clock::local(now).date())?;
    referral.changed_at = now;
    referral.overdue = referral.overdue && referral.state.awaits_answer();
    referral.asked = referral.asked && referral.state.is_live();
    store::save(conn, referral, from)?;
    let kind = match answer.what {
        What::Report(Some(kind)) => kind.as_str(),
        _ => "",
    };
    let step = Step {
        account_id: answer.account.clone(),
        told_by: answer.told_by.trim().to_owned(),
        reason: answer.reason.trim().to_owned(),
        note: answer.note.trim().to_owned(),
        kind: kind.to_owned(),
        again_on: answer.again_on,
        ..Step::of(referral, from, answer.what.as_str(), Actor::Partner, now)
    };
    store::insert_step(conn, &step)?;
    return_signals(conn, now, referral)?;
    let is_news =
        answer.what != What::Move(Event::Open) && answer.account.as_ref() != Some(&referral.account_id);
    if is_news {
        outbox::enqueue(conn, now, &Task::ReferralMoved { referral: referral.id.clone() })?;
    }
    Ok(())
}
