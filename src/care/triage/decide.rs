//! A person decides: one decision for all open signals of a subject, unless it is split.
//! A plan or a referral needs a recorded conversation first, or a typed reason why not.

use chrono::{Duration, NaiveDate, NaiveDateTime};

use crate::evidence::conversations::{self, Conversation, With};
use crate::ground::audit::{self, Entry};
use crate::ground::ids::words_enum;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, PupilId, Result, Scope, SignalId};
use crate::school::model::Pupil;
use crate::school::store as people;
use crate::signals::model::{Level, Signal};
use crate::signals::raise::{self, Step};
use crate::signals::state::{Actor, Event, State};
use crate::signals::store;

words_enum! {
    /// Why nothing more is needed.
    NoActionReason {
        /// Known already, and somebody has it.
        AlreadyKnown = "already_known",
        /// It goes better again.
        Recovered = "recovered",
        /// The measurement went wrong.
        Measurement = "measurement",
        /// Explained by what happened around it.
        Context = "context",
        /// It does not fit what people see.
        DoesNotFit = "does_not_fit",
        /// Something else, typed.
        Other = "other",
    }
}

/// A decision to be made.
#[derive(Debug, Clone)]
pub struct Decision {
    /// One of the events a person may decide on.
    pub event: Event,
    /// A coded reason; needed for no action.
    pub reason: String,
    /// What was typed.
    pub note: String,
    /// The day to look back, or to watch until.
    pub look_on: Option<NaiveDate>,
}

/// Below this age a parent is spoken with too before a plan or a referral.
const ALONE_FROM: u32 = 16;

/// Decides on all open signals of the subject of this signal, or on this one alone; returns how many moved.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` in another role, `Conflict` for a wrong move or when nobody
/// was spoken with, `Refused` for what is missing.
pub fn decide(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &SignalId,
    decision: &Decision,
    only_this: bool,
) -> Result<usize> {
    let signal = store::signal(conn, scope, id)?;
    may_decide(scope, &signal, decision.event)?;
    check(scope.today, decision)?;
    if matches!(decision.event, Event::Planned | Event::Referred) {
        spoken_first(conn, scope, &signal, &decision.note)?;
    }
    let row: Vec<Signal> = if only_this || !signal.state.is_open() {
        vec![signal.clone()]
    } else {
        store::about(conn, scope, &signal.subject)?
            .into_iter()
            .filter(|other| other.state.is_open())
            // The row may hold what another must decide on: that stays as it is.
            .filter(|other| may_decide(scope, other, decision.event).is_ok())
            .collect()
    };
    let count = row.len();
    for mut signal in row {
        let step = Step {
            event: decision.event,
            actor: Actor::Person,
            account: Some(&scope.account),
            reason: &decision.reason,
            note: decision.note.trim(),
            look_on: decision.look_on,
        };
        raise::go(conn, now, &mut signal, &step)?;
    }
    let entry =
        Entry::by(scope, "decide-signal", "signal", &signal.id).detail(format!("{}:{count}", decision.event));
    audit::record(conn, now, &entry)?;
    Ok(count)
}

/// The coordinator decides on everything; a mentor on what he or she has taken up, short of a plan or referral.
fn may_decide(scope: &Scope, signal: &Signal, event: Event) -> Result<()> {
    if scope.schools_as(Role::Coordinator).contains(&signal.school_id) {
        return Ok(());
    }
    let taken_up = signal.level == Level::Pupil && signal.state == State::InConversation;
    let within_reach = matches!(event, Event::InConversation | Event::NoAction | Event::Closed);
    if taken_up && within_reach {
        return Ok(());
    }
    Err(Error::Forbidden(Message::new("forbidden-role").with("role", Role::Coordinator.as_str())))
}

/// What a decision must bring along.
fn check(today: NaiveDate, decision: &Decision) -> Result<()> {
    let refuse = |key| Err(Error::Refused(Message::new(key)));
    match decision.event {
        Event::InConversation | Event::Watching => match decision.look_on {
            None => refuse("decision-no-date"),
            Some(on) if on <= today => refuse("decision-past-date"),
            Some(on) if on > today + Duration::days(366) => refuse("decision-far-date"),
            Some(_) => Ok(()),
        },
        Event::NoAction => match NoActionReason::from_word(&decision.reason) {
            None => refuse("decision-no-reason"),
            Some(NoActionReason::Other) if decision.note.trim().is_empty() => refuse("decision-no-text"),
            Some(_) => Ok(()),
        },
        Event::Closed if decision.reason.trim().is_empty() => refuse("decision-no-outcome"),
        Event::Closed | Event::Planned | Event::Referred => Ok(()),
        _ => {
            Err(Error::Conflict(Message::new("signal-not-a-decision").with("event", decision.event.as_str())))
        }
    }
}

/// Somebody was spoken with since the signal was raised, or it is typed why not.
fn spoken_first(conn: &mut Conn, scope: &Scope, signal: &Signal, typed: &str) -> Result<()> {
    if !typed.trim().is_empty() {
        return Ok(());
    }
    let Some(pupil) = &signal.pupil_id else {
        return spoken_about_group(conn, scope, signal);
    };
    let (pupil, _) = people::pupil(conn, scope, pupil)?;
    match missing_conversation(conn, &pupil, scope.today)? {
        None => Ok(()),
        Some(message) => Err(Error::Conflict(message)),
    }
}

/// A group was spoken about in the last half year; for a school it is always typed why.
fn spoken_about_group(conn: &mut Conn, scope: &Scope, signal: &Signal) -> Result<()> {
    let missing = || Error::Conflict(Message::new("speak-first-group"));
    let id = signal.group_id.as_ref().ok_or_else(missing)?;
    let (group, _) = people::group_for(conn, scope, id)?;
    let since = scope.today - Duration::days(183);
    conversations::about_group(conn, &group)?
        .iter()
        .any(|conversation| conversation.held_on >= since)
        .then_some(())
        .ok_or_else(missing)
}

/// Which conversation is still missing before a plan or a referral, as a sentence: with the pupil, and
/// under sixteen with a parent too. Conversations of the last half year count.
///
/// # Errors
/// When the database refuses.
pub fn missing_conversation(conn: &mut Conn, pupil: &Pupil, today: NaiveDate) -> Result<Option<Message>> {
    let recent: Vec<Conversation> = conversations::about_pupil(conn, &pupil.id)?
        .into_iter()
        .filter(|c| c.held_on >= today - Duration::days(183))
        .collect();
    let with = |wanted: With| recent.iter().any(|c| c.with_whom == wanted || c.with_whom == With::Both);
    if !with(With::Pupil) {
        return Ok(Some(Message::new("speak-first-pupil")));
    }
    let young = pupil.age(today).is_none_or(|age| age < ALONE_FROM);
    if young && !with(With::Parent) {
        return Ok(Some(Message::new("speak-first-parent")));
    }
    Ok(None)
}

/// Moves the pupil's open signals to *referred* when a referral is sent; those referred already stay.
///
/// # Errors
/// When the database refuses.
pub fn refer_on(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
) -> Result<Vec<SignalId>> {
    let mut moved = Vec::new();
    for mut signal in store::about(conn, scope, &pupil.0)? {
        if signal.state.is_open() && signal.state != State::Referred {
            let step = Step {
                event: Event::Referred,
                actor: Actor::Person,
                account: Some(&scope.account),
                reason: "",
                note: "",
                look_on: None,
            };
            raise::go(conn, now, &mut signal, &step)?;
        }
        if signal.state == State::Referred {
            moved.push(signal.id);
        }
    }
    Ok(moved)
}
