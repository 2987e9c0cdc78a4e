//! What somebody works on and asks for the coordinator all the same: the day to look back has come, or a person
//! worries, or it got worse, or what no silence covers was found, since the last decision. Nothing moves; the row stands on
//! the list again.

use chrono::{NaiveDate, NaiveDateTime};

use super::finding::Rule;
use super::model::{Evidence, Severity, Signal};
use super::state::State;
use super::worse::{self, Now};

/// What no snooze and no plan ever keeps quiet.
const NEVER_QUIET: [Rule; 4] = [Rule::Level, Rule::Persistent, Rule::CriticalItem, Rule::RejectedTwice];

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
    signal.look_on.is_some_and(|on| on <= today) || since.into_iter().any(|one| is_news(&before, one))
}

/// Whether a piece of evidence says something that was not known when it was decided. A note (C) never does by itself.
fn is_news(before: &[&Evidence], one: &Evidence) -> bool {
    let gravest = before.iter().map(|known| known.severity).min();
    let is_listed = one.severity < Severity::C;
    let is_never_quiet = NEVER_QUIET.iter().any(|rule| rule.as_str() == one.rule);
    one.observation_id.is_some()
        || gravest.is_none_or(|gravest| {
            is_listed && (is_never_quiet || worse::is_worse(before, gravest, Now::of(one)))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::SignalId;

    fn found(rule: Rule, severity: Severity, statistic: f64) -> Evidence {
        Evidence {
            id: "e".to_owned(),
            signal_id: SignalId::from("s"),
            rule: rule.as_str().to_owned(),
            severity,
            series: "eigen/leerkracht/welbevinden".to_owned(),
            round: "2025-2026 voorjaar".to_owned(),
            statistic: Some(statistic),
            ruleset: "standaard".to_owned(),
            observation_id: None,
            finding: "{}".to_owned(),
            withdrawn: false,
            raised_at: NaiveDateTime::default(),
        }
    }

    fn breaks_through(rule: Rule, severity: Severity, statistic: f64) -> bool {
        let known = found(Rule::UnexpectedDecline, Severity::B, 2.5);
        is_news(&[&known], &found(rule, severity, statistic))
    }

    #[test]
    fn what_returns_as_it_was_stays_quiet() {
        assert!(!breaks_through(Rule::UnexpectedDecline, Severity::B, 2.4));
        assert!(!breaks_through(Rule::UnexpectedDecline, Severity::B, 3.4));
    }

    #[test]
    fn a_worsening_breaks_through() {
        assert!(breaks_through(Rule::UnexpectedDecline, Severity::B, 3.5));
        assert!(breaks_through(Rule::UnexpectedDecline, Severity::A, 2.4));
        // A rule that did not hold before and weighs no less.
        assert!(breaks_through(Rule::GroupShift, Severity::B, 2.1));
    }

    #[test]
    fn level_persistent_critical_and_rejected_break_through_whatever_was_known() {
        for rule in NEVER_QUIET {
            let known = found(rule, Severity::B, 2.5);
            assert!(is_news(&[&known], &found(rule, Severity::B, 2.5)), "{rule:?}");
        }
    }

    #[test]
    fn a_note_does_not_break_through_and_a_persons_words_always_do() {
        assert!(!breaks_through(Rule::SteadyDecline, Severity::C, 9.0));
        assert!(!breaks_through(Rule::Level, Severity::C, 0.9));
        let concern =
            Evidence { observation_id: Some("o".to_owned()), ..found(Rule::Level, Severity::C, 0.0) };
        assert!(is_news(&[], &concern));
    }
}
