//! The states of a file: one table. In acute danger a person reports at once, so only deciding asks for a step before it.

use super::model::{State, Step};
use crate::ground::{Error, Message, Result};

/// From which states, by which step, to which state; none: it stays.
pub const MOVES: &[(&[State], Step, Option<State>)] = {
    use State::{Closed, Decided, Open, Unfounded};
    &[
        (&[Open, Decided], Step::Signals, None),
        (&[Open, Decided], Step::Consultation, None),
        (&[Open, Decided], Step::Conversation, None),
        (&[Open, Decided], Step::Weighing, None),
        (&[Open, Decided], Step::Decisions, Some(Decided)),
        (&[Open, Decided], Step::Reported, None),
        (&[Open, Decided], Step::Answered, None),
        (&[Open, Decided], Step::Unfounded, Some(Unfounded)),
        (&[Decided], Step::Closed, Some(Closed)),
        (&[Unfounded, Closed], Step::Reopened, Some(Open)),
    ]
};

/// The state after a step.
///
/// # Errors
/// `Conflict` for a step that does not fit.
pub(super) fn next(from: State, step: Step) -> Result<State> {
    MOVES
        .iter()
        .find(|(states, by, _)| *by == step && states.contains(&from))
        .map(|(_, _, to)| to.unwrap_or(from))
        .ok_or_else(|| Error::Conflict(Message::new("meldcode-no-step").with("state", from.as_str())))
}

impl State {
    /// Whether work is still under way.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Decided)
    }

    /// The steps that can be taken from here.
    #[must_use]
    pub fn steps(self) -> Vec<Step> {
        MOVES.iter().filter(|(from, _, _)| from.contains(&self)).map(|(_, step, _)| *step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_ended_takes_no_step_but_being_opened_again() {
        for state in [State::Unfounded, State::Closed] {
            assert_eq!(state.steps(), [Step::Reopened]);
            assert!(next(state, Step::Weighing).is_err());
        }
        assert_eq!(next(State::Closed, Step::Reopened).ok(), Some(State::Open));
        assert!(next(State::Open, Step::Closed).is_err(), "without both decisions nothing is closed");
        assert_eq!(next(State::Open, Step::Decisions).ok(), Some(State::Decided));
    }
}
