//! What became of a signal at triage, in four words. Pure.

use crate::care::triage::decide::NoActionReason;
use crate::care::triage::mentor::View;
use crate::signals::state::State;

/// What became of a signal; the first that holds for a subject counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Recognised, or acted on.
    Confirmed,
    /// True, and somebody had it already.
    AlreadyKnown,
    /// The measurement, the circumstances, or it does not fit.
    NotConfirmed,
    /// Looked at, and nobody could tell.
    Unknown,
}

/// What became of a signal; none while nobody has judged it.
pub fn outcome(state: State, mentor_view: Option<&str>, reason: &str) -> Option<Outcome> {
    let view = mentor_view.and_then(View::from_word).map(|view| match view {
        View::Recognised => Outcome::Confirmed,
        View::DoesNotFit => Outcome::NotConfirmed,
        View::Unknown => Outcome::Unknown,
    });
    match state {
        State::InConversation | State::Planned | State::Referred => Some(Outcome::Confirmed),
        State::NoAction => Some(match NoActionReason::from_word(reason)? {
            NoActionReason::AlreadyKnown => Outcome::AlreadyKnown,
            NoActionReason::Recovered => Outcome::Confirmed,
            NoActionReason::Measurement | NoActionReason::Context | NoActionReason::DoesNotFit => {
                Outcome::NotConfirmed
            }
            NoActionReason::Other => Outcome::Unknown,
        }),
        // A person who closes says how it ended; only the system closes without a word.
        State::Closed if view.is_none() && !reason.is_empty() => Some(Outcome::Confirmed),
        State::Closed | State::New | State::WithMentor | State::Watching => view,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_is_judged_by_what_people_did_and_said() {
        let cases = [
            (State::New, None, "", None),
            (State::WithMentor, Some("unknown"), "", Some(Outcome::Unknown)),
            (State::New, Some("recognised"), "", Some(Outcome::Confirmed)),
            (State::Watching, Some("does_not_fit"), "", Some(Outcome::NotConfirmed)),
            (State::Planned, Some("does_not_fit"), "", Some(Outcome::Confirmed)),
            (State::NoAction, None, "already_known", Some(Outcome::AlreadyKnown)),
            (State::NoAction, Some("recognised"), "measurement", Some(Outcome::NotConfirmed)),
            (State::NoAction, None, "other", Some(Outcome::Unknown)),
            (State::Closed, None, "gesprek gehad", Some(Outcome::Confirmed)),
            (State::Closed, None, "", None),
        ];
        for (state, view, reason, wanted) in cases {
            assert_eq!(outcome(state, view, reason), wanted, "{state} {view:?} {reason}");
        }
    }
}
