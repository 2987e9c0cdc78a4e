//! What silence does not cover. A signal that is watched, planned, referred or talked about is quiet until its day, but
//! not for what is news: then a watched one wakes (`existing`), and what somebody works on asks for the coordinator again.

use chrono::{NaiveDate, NaiveDateTime};

use super::cause::Cause;
use super::finding::Rule;
use super::fresh::WORSE_BY;
use super::model::{Evidence, Severity, Signal};
use super::state::State;

/// What came in, as far as it says whether it is news.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    rule: &'a str,
    statistic: Option<f64>,
    severity: Severity,
    is_human: bool,
}

impl<'a> From<&'a Evidence> for Said<'a> {
    fn from(one: &'a Evidence) -> Self {
        let is_human = one.observation_id.is_some();
        Self { rule: &one.rule, statistic: one.statistic, severity: one.severity, is_human }
    }
}

impl<'a> From<&'a Cause> for Said<'a> {
    fn from(cause: &'a Cause) -> Self {
        let is_human = cause.is_human();
        Self { rule: &cause.rule, statistic: cause.statistic, severity: cause.severity, is_human }
    }
}

/// The rules that nothing quiets, and that no group's row hides: a low level, low twice running, rarely chosen twice,
/// a critical answer.
#[must_use]
pub fn stands_alone(rule: &str) -> bool {
    let alone = [Rule::Level, Rule::Persistent, Rule::RejectedTwice, Rule::CriticalItem];
    alone.iter().any(|alone| alone.as_str() == rule)
}

/// Whether something is news against what was known when it was last decided: a person's concern, a rule that stands
/// alone, more weight than anything before, a rule that did not hold then and weighs no less, or a point more on the
/// statistic of one that did.
pub(super) fn is_news(known: &[&Evidence], said: Said<'_>) -> bool {
    let gravest = known.iter().map(|one| one.severity).min();
    if said.is_human || stands_alone(said.rule) || gravest.is_none_or(|gravest| said.severity < gravest) {
        return true;
    }
    let same = known.iter().filter(|one| one.rule == said.rule);
    let before = same.clone().filter_map(|one| one.statistic).reduce(f64::max);
    match (before, said.statistic) {
        (Some(before), Some(now)) => now >= before + WORSE_BY,
        _ => same.count() == 0 && gravest.is_some_and(|gravest| said.severity <= gravest),
    }
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
