//! The life of a plan, in one table: from which state, by which event, by whom, to which state.

use crate::ground::ids::words_enum;
use crate::ground::{Error, Message, Result};

words_enum! {
    /// Where a plan stands.
    State {
        /// It is being drawn up.
        Draft = "draft",
        /// It is carried out.
        Running = "running",
        /// Its day of evaluation has come, or somebody looks back earlier.
        Evaluating = "evaluating",
        /// Looked back on, with an outcome.
        Ended = "ended",
        /// Given up, with a reason.
        Stopped = "stopped",
    }
}

impl State {
    /// Whether something is still to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Ended | Self::Stopped)
    }

    /// Whether it has begun and not ended.
    #[must_use]
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Running | Self::Evaluating)
    }
}

words_enum! {
    /// What can happen to a plan.
    Event {
        /// It begins.
        Begin = "begin",
        /// The day of evaluation has come.
        FallsDue = "falls_due",
        /// Somebody looks back before that day.
        Evaluate = "evaluate",
        /// It goes on, to a new day of evaluation.
        GoOn = "go_on",
        /// It ends, with an outcome.
        End = "end",
        /// It is given up, with a reason.
        Stop = "stop",
    }
}

words_enum! {
    /// Who makes a move.
    Actor {
        /// Whoever answers for it: the mentor of the pupil or group, the coordinator.
        Person = "person",
        /// The clock.
        System = "system",
    }
}

use Actor::{Person, System};
use State::{Draft, Ended, Evaluating, Running, Stopped};

/// Every move there is.
pub const MOVES: &[(&[State], Event, Actor, State)] = &[
    (&[Draft], Event::Begin, Person, Running),
    (&[Running], Event::FallsDue, System, Evaluating),
    (&[Running], Event::Evaluate, Person, Evaluating),
    (&[Evaluating], Event::GoOn, Person, Running),
    (&[Evaluating], Event::End, Person, Ended),
    (&[Draft, Running, Evaluating], Event::Stop, Person, Stopped),
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
                Message::new("plan-wrong-move").with("state", from.as_str()).with("event", event.as_str()),
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_move_outside_the_table_is_refused() {
        let mut allowed = Vec::new();
        for from in State::ALL {
            for event in Event::ALL {
                for actor in Actor::ALL {
                    if let Ok(to) = next(*from, *event, *actor) {
                        allowed.push((*from, *event, *actor, to));
                    }
                }
            }
        }
        let wanted = [
            (Draft, Event::Begin, Person, Running),
            (Draft, Event::Stop, Person, Stopped),
            (Running, Event::FallsDue, System, Evaluating),
            (Running, Event::Evaluate, Person, Evaluating),
            (Running, Event::Stop, Person, Stopped),
            (Evaluating, Event::GoOn, Person, Running),
            (Evaluating, Event::End, Person, Ended),
            (Evaluating, Event::Stop, Person, Stopped),
        ];
        assert_eq!(allowed, wanted);
    }

    #[test]
    fn what_has_ended_stays_so() {
        for over in [Ended, Stopped] {
            assert!(!over.is_open() && !over.is_under_way());
            assert!(Event::ALL.iter().all(|event| next(over, *event, Person).is_err()));
        }
        assert!(Draft.is_open() && !Draft.is_under_way());
    }
}
