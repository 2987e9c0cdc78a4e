//! How many pupils got a signal this school year, and how many signals proved right: the load a school carries.

use std::collections::HashSet;

use super::disclosure::{Disclosed, Reader, Share};
use super::rules::{Outcome, outcome};
use super::store::{self, Became};
use crate::ground::clock::{school_year, school_year_start};
use crate::ground::{Conn, Result, SchoolId, Scope};

/// The load of a school in this school year.
#[derive(Debug, Clone, PartialEq)]
pub struct Load {
    /// The share of its pupils about whom a signal was raised.
    pub signalled: Disclosed<Share>,
    /// The share of the signals somebody has judged that were recognised or acted on.
    pub confirmed: Disclosed<Share>,
}

/// What is counted for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Count {
    signalled: usize,
    judged_pupils: usize,
    judged: usize,
    confirmed: usize,
}

/// The load of a school. Signals that are kept for the coordinator count for the coordinator alone.
///
/// # Errors
/// When the database refuses.
pub fn of_school(conn: &mut Conn, scope: &Scope, school: &SchoolId, reader: Reader) -> Result<Load> {
    let pupils = store::pupils_of_school(conn, school, scope.today)?.len();
    let since = school_year_start(school_year(scope.today)).and_time(chrono::NaiveTime::MIN);
    let count = count(&store::became(conn, school, since, reader.sees_each())?);
    Ok(Load {
        signalled: reader.share(count.signalled, pupils),
        confirmed: reader.share_about(count.judged_pupils, count.confirmed, count.judged),
    })
}

fn count(signals: &[Became]) -> Count {
    let who: HashSet<_> = signals.iter().filter_map(|s| s.pupil.as_ref()).collect();
    let judged: Vec<(&Became, bool)> = signals.iter().filter_map(|s| Some((s, proved(s)?))).collect();
    let of_whom: HashSet<_> = judged.iter().filter_map(|(s, _)| s.pupil.as_ref()).collect();
    Count {
        signalled: who.len(),
        judged_pupils: of_whom.len(),
        judged: judged.len(),
        confirmed: judged.iter().filter(|(_, right)| *right).count(),
    }
}

/// Whether a signal proved right; none while nobody has said so.
fn proved(signal: &Became) -> Option<bool> {
    match outcome(signal.state, signal.mentor_view.as_deref(), &signal.reason)? {
        Outcome::Confirmed | Outcome::AlreadyKnown => Some(true),
        Outcome::NotConfirmed => Some(false),
        Outcome::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::PupilId;
    use crate::signals::state::State;

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
        let count = count(&[
            signal("a", State::InConversation, None, ""),
            signal("a", State::NoAction, None, "does_not_fit"),
            signal("b", State::Watching, Some("recognised"), ""),
            signal("c", State::New, None, ""),
            signal("d", State::NoAction, None, "other"),
        ]);
        assert_eq!((count.signalled, count.judged_pupils, count.judged, count.confirmed), (4, 2, 3, 2));
    }
}
