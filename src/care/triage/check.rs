//! Who may decide what on a signal, and what a decision must bring along. Making it: `decide`.

use chrono::{Duration, NaiveDate};

use super::decide::Decision;
use crate::ground::ids::words_enum;
use crate::ground::scope::Role;
use crate::ground::{Error, Message, Result, Scope};
use crate::signals::model::{Level, Signal};
use crate::signals::state::{Event, State};

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

/// The coordinator decides on everything; a mentor on what he or she has taken up, short of a plan or referral.
pub(super) fn may_decide(scope: &Scope, signal: &Signal, event: Event) -> Result<()> {
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
pub(super) fn check(today: NaiveDate, decision: &Decision) -> Result<()> {
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
