//! Who may decide what on a signal, and what a decision must bring along. Making it: `decide`.

use chrono::{Duration, NaiveDate};

use super::assign::Assignment;
use super::decide::Decision;
use crate::ground::clock::round_of;
use crate::ground::ids::words_enum;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, Result, Scope};
use crate::signals::model::{Level, Signal};
use crate::signals::state::{Event, State};
use crate::signals::store;

/// How long something is watched when nobody says how long.
pub const SIX_WEEKS: Duration = Duration::weeks(6);

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

/// The coordinator decides on everything; a mentor on what he or she has taken up or was given, short of a plan or referral.
pub(super) fn may_decide(
    scope: &Scope,
    signal: &Signal,
    event: Event,
    held: Option<&Assignment>,
) -> Result<()> {
    if scope.schools_as(Role::Coordinator).contains(&signal.school_id) {
        return Ok(());
    }
    let given = || held.is_some_and(|held| held.gives(&scope.account, signal.changed_at));
    let taken_up = signal.level == Level::Pupil && (signal.state == State::InConversation || given());
    let within_reach = matches!(event, Event::InConversation | Event::NoAction | Event::Closed);
    if taken_up && within_reach {
        return Ok(());
    }
    Err(Error::Forbidden(Message::new("forbidden-role").with("role", Role::Coordinator.as_str())))
}

/// "Known already" is a reason where somebody has it: the row is in somebody's hands, or a plan runs.
pub(super) fn somebody_has_it(
    conn: &mut Conn,
    scope: &Scope,
    signal: &Signal,
    held: Option<&Assignment>,
) -> Result<()> {
    let planned = |other: &Signal| other.state == State::Planned;
    if held.is_some() || store::about(conn, scope, &signal.subject)?.iter().any(planned) {
        return Ok(());
    }
    Err(Error::Refused(Message::new("decision-known-by-nobody")))
}

/// The last day something may be watched until: the day the next round begins, or six weeks from now where that is later.
#[must_use]
pub fn watch_until(today: NaiveDate) -> NaiveDate {
    round_of(today).1.max(today + SIX_WEEKS)
}

/// What a decision must bring along.
pub(super) fn check(today: NaiveDate, decision: &Decision) -> Result<()> {
    let refuse = |key| Err(Error::Refused(Message::new(key)));
    match decision.event {
        Event::InConversation | Event::Watching | Event::Referred => match decision.look_on {
            None => refuse("decision-no-date"),
            Some(on) if on <= today => refuse("decision-past-date"),
            Some(on) if decision.event == Event::Watching && on > watch_until(today) => {
                let most = watch_until(today).to_string();
                Err(Error::Refused(Message::new("decision-past-round").with("date", most)))
            }
            Some(on) if on > today + Duration::days(366) => refuse("decision-far-date"),
            Some(_) => Ok(()),
        },
        Event::NoAction => match NoActionReason::from_word(&decision.reason) {
            None => refuse("decision-no-reason"),
            Some(NoActionReason::Other) if decision.note.trim().is_empty() => refuse("decision-no-text"),
            Some(_) => Ok(()),
        },
        Event::Closed if decision.reason.trim().is_empty() => refuse("decision-no-outcome"),
        // A plan has a day of its own.
        Event::Closed | Event::Planned => Ok(()),
        _ => {
            Err(Error::Conflict(Message::new("signal-not-a-decision").with("event", decision.event.as_str())))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::watch_until;

    #[test]
    fn nothing_is_watched_beyond_the_next_round() {
        let until = |today: &str| watch_until(today.parse().unwrap()).to_string();
        assert_eq!(until("2026-03-12"), "2026-08-01");
        assert_eq!(until("2026-09-01"), "2027-01-01");
        // Close to the end of a round: six weeks, else there would be next to nothing to watch.
        assert_eq!(until("2026-12-10"), "2027-01-21");
    }
}
