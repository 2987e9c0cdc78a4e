//! The life of a signal, in one table: from which state, by which event, to which state, and who may.

use crate::ground::ids::words_enum;
use crate::ground::{Error, Message, Result};

words_enum! {
    /// Where a signal stands.
    State {
        /// Waits for the coordinator.
        New = "new",
        /// Waits for the mentor, at most ten school days.
        WithMentor = "with_mentor",
        /// Somebody talks about it, with a date to look back.
        InConversation = "in_conversation",
        /// Watched until a date.
        Watching = "watching",
        /// A plan runs.
        Planned = "planned",
        /// A partner was asked.
        Referred = "referred",
        /// Ended: nothing needed, with a reason.
        NoAction = "no_action",
        /// Ended: something was done, with an outcome.
        Closed = "closed",
    }
}

impl State {
    /// Whether the signal still asks something of someone.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::NoAction | Self::Closed)
    }
}

words_enum! {
    /// What can happen to a signal. A person's decision has the name of the state it leads to.
    Event {
        /// It goes to the mentor first.
        ToMentor = "to_mentor",
        /// The mentor asks the coordinator for help.
        AsksHelp = "asks_help",
        /// The mentor leaves it to the coordinator.
        PassesOn = "passes_on",
        /// The mentor takes it up.
        TakesUp = "takes_up",
        /// Ten school days went by without an answer.
        TermPassed = "term_passed",
        /// The date to watch until has come.
        Wakes = "wakes",
        /// It got worse after it had ended.
        Reopens = "reopens",
        /// The referral ended without help.
        CameBack = "came_back",
        /// The plan that it was under is over.
        PlanEnds = "plan_ends",
        /// The source of all its evidence was taken back.
        SourceWithdrawn = "source_withdrawn",
        /// Decision: talk about it.
        InConversation = "in_conversation",
        /// Decision: watch until a date.
        Watching = "watching",
        /// Decision: a plan.
        Planned = "planned",
        /// Decision: to a partner.
        Referred = "referred",
        /// Decision: nothing needed.
        NoAction = "no_action",
        /// Decision: done.
        Closed = "closed",
    }
}

/// Who makes a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// The clock and the rules.
    System,
    /// The pupil's mentor.
    Mentor,
    /// Whoever may decide: the coordinator, the mentor who took it up.
    Person,
}

use Actor::{Mentor, Person, System};
use State::{Closed, InConversation, New, NoAction, Planned, Referred, Watching, WithMentor};

const OPEN: &[State] = &[New, WithMentor, InConversation, Watching, Planned, Referred];

/// Every move there is.
pub const MOVES: &[(&[State], Event, Actor, State)] = &[
    (&[New], Event::ToMentor, System, WithMentor),
    (&[WithMentor], Event::AsksHelp, Mentor, New),
    (&[WithMentor], Event::PassesOn, Mentor, New),
    (&[WithMentor], Event::TakesUp, Mentor, InConversation),
    (&[WithMentor], Event::TermPassed, System, New),
    (&[Watching], Event::Wakes, System, New),
    (&[Planned], Event::PlanEnds, System, New),
    (&[Referred], Event::CameBack, System, New),
    (&[NoAction, Closed], Event::Reopens, System, New),
    (&[New, WithMentor], Event::SourceWithdrawn, System, Closed),
    (OPEN, Event::InConversation, Person, InConversation),
    (OPEN, Event::Watching, Person, Watching),
    (OPEN, Event::Planned, Person, Planned),
    (OPEN, Event::Referred, Person, Referred),
    (OPEN, Event::NoAction, Person, NoAction),
    (OPEN, Event::Closed, Person, Closed),
];

/// The state after an event.
///
/// # Errors
/// `Conflict`, with the sentence why, for a move that is not in the table.
pub fn next(from: State, event: Event, actor: Actor) -> Result<State> {
    MOVES
        .iter()
        .find(|(states, e, who, _)| states.contains(&from) && *e == event && *who == actor)
        .map(|(_, _, _, to)| *to)
        .ok_or_else(|| {
            Error::Conflict(
                Message::new("signal-wrong-move").with("state", from.as_str()).with("event", event.as_str()),
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_move_outside_the_table_is_refused() {
        let mut allowed = 0;
        for from in State::ALL {
            for event in Event::ALL {
                for actor in [System, Mentor, Person] {
                    let in_table =
                        MOVES.iter().any(|(s, e, a, _)| s.contains(from) && e == event && *a == actor);
                    assert_eq!(next(*from, *event, actor).is_ok(), in_table);
                    allowed += usize::from(in_table);
                }
            }
        }
        assert_eq!(allowed, 8 + 2 + 2 + 6 * 6);
    }

    #[test]
    fn an_ended_signal_comes_back_only_by_getting_worse() {
        assert!(next(State::NoAction, Event::InConversation, Person).is_err());
        assert_eq!(next(State::NoAction, Event::Reopens, System).unwrap(), New);
        assert_eq!(next(State::Closed, Event::Reopens, System).unwrap(), New);
    }
}
