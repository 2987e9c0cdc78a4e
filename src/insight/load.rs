//! How many pupils got a signal this school year, and how many signals proved right: the load a school carries.

use std::collections::HashSet;

use super::store::{self, Became};
use crate::care::triage::decide::NoActionReason;
use crate::care::triage::mentor::View;
use crate::ground::clock::{school_year, school_year_start};
use crate::ground::{Conn, Result, SchoolId, Scope};
use crate::signals::state::State;

/// The load of a school in this school year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Load {
    /// Pupils in its groups today.
    pub pupils: usize,
    /// Pupils about whom a signal was raised.
    pub signalled: usize,
    /// Signals somebody has judged.
    pub judged: usize,
    /// Of those, the signals that were recognised or acted on.
    pub confirmed: usize,
}

/// The load of a school.
///
/// # Errors
/// When the database refuses.
pub fn of_school(conn: &mut Conn, scope: &Scope, school: &SchoolId) -> Result<Load> {
    let pupils = store::pupils_of_school(conn, school, scope.today)?.len();
    let since = school_year_start(school_year(scope.today)).and_time(chrono::NaiveTime::MIN);
    Ok(count(pupils, &store::became(conn, school, since)?))
}

fn count(pupils: usize, signals: &[Became]) -> Load {
    let who: HashSet<_> = signals.iter().filter_map(|s| s.pupil.as_ref()).collect();
    let judged: Vec<bool> = signals.iter().filter_map(proved).collect();
    Load {
        pupils,
        signalled: who.len(),
        judged: judged.len(),
        confirmed: judged.iter().filter(|right| **right).count(),
    }
}

/// Whether a signal proved right; none while nobody has said so.
fn proved(signal: &Became) -> Option<bool> {
    match signal.state {
        State::InConversation | State::Planned | State::Referred => Some(true),
        State::NoAction => match NoActionReason::from_word(&signal.reason)? {
            NoActionReason::AlreadyKnown | NoActionReason::Recovered => Some(true),
            NoActionReason::Measurement | NoActionReason::Context | NoActionReason::DoesNotFit => Some(false),
            NoActionReason::Other => None,
        },
        State::Closed | State::New | State::WithMentor | State::Watching => {
            match View::from_word(signal.mentor_view.as_deref()?)? {
                View::Recognised => Some(true),
                View::DoesNotFit => Some(false),
                View::Unknown => None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::PupilId;

    fn signal(pupil: &str, state: State, view: Option<&str>, reason: &str) -> Became {
        Became {
            pupil: Some(PupilId(pupil.to_owned())),
            state,
            mentor_view: view.map(str::to_owned),
            reason: reason.to_owned(),
        }
    }

    #[test]
    fn a_pupil_counts_once_and_only_judged_signals_prove() {
        let load = count(
            240,
            &[
                signal("a", State::InConversation, None, ""),
                signal("a", State::NoAction, None, "does_not_fit"),
                signal("b", State::Watching, Some("recognised"), ""),
                signal("c", State::New, None, ""),
                signal("d", State::NoAction, None, "other"),
            ],
        );
        assert_eq!((load.pupils, load.signalled), (240, 4));
        assert_eq!((load.judged, load.confirmed), (3, 2));
    }
}
