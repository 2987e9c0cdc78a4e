//! What silence does not cover. A signal that is watched, planned, referred or talked about is quiet until its day, but
//! not for what is news: then a watched one wakes (`existing`), and what somebody works on asks for the coordinator again.

use chrono::{NaiveDate, NaiveDateTime};

use super::finding::Rule;
use super::model::{Evidence, Severity, Signal};
use super::state::State;
use super::worse::{self, Now};

/// The rules that nothing quiets, and that no group's row hides: a low level, low twice running, rarely chosen twice,
/// a critical answer.
#[must_use]
pub fn stands_alone(rule: &str) -> bool {
    let alone = [Rule::Level, Rule::Persistent, Rule::RejectedTwice, Rule::CriticalItem];
    alone.iter().any(|alone| alone.as_str() == rule)
}

/// Whether something is news against what was known when it was last decided: a person's concern, and of what is more than
/// a note a rule that stands alone, or what is worse than anything known.
pub(super) fn is_news(known: &[&Evidence], now: Now<'_>) -> bool {
    let gravest = known.iter().map(|one| one.severity).min();
    let is_listed = now.severity < Severity::C;
    now.is_human
        || gravest.is_none_or(|gravest| {
            is_listed && (stands_alone(now.rule) || worse::is_worse(known, gravest, now))
        })
}

/// What stood under a signal when it was last decided, what was taken back left out.
pub(super) fn known_at(evidence: &[Evidence], decided: Option<NaiveDateTime>) -> Vec<&Evidence> {
    let known = |one: &&Evidence| !one.withdrawn && decided.is_none_or(|at| one.raised_at <= at);
    evidence.iter().filter(known).collect()
}

/// Whether a signal in hand asks again: its day has come, or there is news since it last moved (`decided`).
#[must_use]
pub fn asks_again(
    signal: &Signal,
    evidence: &[Evidence],
    decided: Option<NaiveDateTime>,
    today: NaiveDate,
) -> bool {
    let in_hand =
        matches!(signal.state, State::Watching | State::InConversation | State::Planned | State::Referred);
    let Some(at) = decided.filter(|_| in_hand) else {
        return false;
    };
    let known = known_at(evidence, decided);
    let mut since = evidence.iter().filter(|one| !one.withdrawn && one.raised_at > at);
    signal.look_on.is_some_and(|on| on <= today) || since.any(|one| is_news(&known, one.into()))
}

#[cfg(test)]
#[path = "again/tests.rs"]
mod tests;
