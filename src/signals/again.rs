//! What somebody works on and asks for the coordinator all the same: the day to look back has come, or a person
//! worries, or it got worse, since the last decision. Nothing moves; the row stands on the list again.

use chrono::{NaiveDate, NaiveDateTime};

use super::model::{Evidence, Signal};
use super::state::State;

/// Whether a signal in hand asks again; `decided` is when it last moved.
#[must_use]
pub fn asks_again(
    signal: &Signal,
    evidence: &[Evidence],
    decided: Option<NaiveDateTime>,
    today: NaiveDate,
) -> bool {
    let in_hand =
        matches!(signal.state, State::Watching | State::InConversation | State::Planned | State::Referred);
    let Some(decided) = decided.filter(|_| in_hand) else {
        return false;
    };
    let (before, since): (Vec<&Evidence>, Vec<&Evidence>) =
        evidence.iter().filter(|one| !one.withdrawn).partition(|one| one.raised_at <= decided);
    let gravest = before.iter().map(|one| one.severity).min();
    let is_news =
        |one: &Evidence| one.observation_id.is_some() || gravest.is_none_or(|gravest| one.severity < gravest);
    signal.look_on.is_some_and(|on| on <= today) || since.into_iter().any(is_news)
}
