//! What is news, kind by kind, and what stays quiet.

use chrono::{NaiveDate, NaiveDateTime};

use super::{is_news, stands_alone};
use crate::ground::SignalId;
use crate::signals::model::{Evidence, Severity};
use crate::signals::worse::Now;

const SERIES: &str = "eigen/leerkracht/welbevinden";

fn at(day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 3, day).and_then(|on| on.and_hms_opt(8, 0, 0)).unwrap()
}

fn known(rule: &str, severity: Severity, statistic: f64) -> Evidence {
    Evidence {
        id: String::new(),
        signal_id: SignalId(String::new()),
        rule: rule.to_owned(),
        severity,
        series: SERIES.to_owned(),
        round: String::new(),
        statistic: Some(statistic),
        ruleset: String::new(),
        observation_id: None,
        finding: String::new(),
        withdrawn: false,
        raised_at: at(2),
    }
}

fn said(rule: &str, severity: Severity, statistic: f64) -> Now<'_> {
    Now { rule, series: SERIES, statistic: Some(statistic), severity, is_human: false }
}

/// Whether it is news to somebody who decided on an unexpected decline of 2.5, severity B, and a note.
fn is_news_after_a_decline(said: Now<'_>) -> bool {
    let (decline, note) =
        (known("unexpected-decline", Severity::B, 2.5), known("not-measured", Severity::C, 1.0));
    is_news(&[&decline, &note], said)
}

#[test]
fn each_kind_that_silence_must_not_cover_is_news() {
    for rule in ["level", "persistent", "rejected-twice", "critical-item"] {
        assert!(stands_alone(rule));
        assert!(is_news_after_a_decline(said(rule, Severity::B, 0.1)), "{rule}");
        // Also when it was what was decided on: another scale, another round.
        assert!(is_news(&[&known(rule, Severity::B, 5.0)], said(rule, Severity::B, 5.0)), "{rule}");
    }
    assert!(is_news_after_a_decline(Now { is_human: true, ..said("concern", Severity::B, 0.0) }));
    assert!(is_news_after_a_decline(said("informants-differ", Severity::A, 0.0)), "more weight");
    assert!(is_news_after_a_decline(said("unexpected-decline", Severity::B, 3.5)), "a point more");
    let elsewhere =
        Now { series: "eigen/leerkracht/betrokkenheid", ..said("unexpected-decline", Severity::B, 2.5) };
    assert!(is_news_after_a_decline(elsewhere), "on another scale");
    assert!(is_news_after_a_decline(said("group-level", Severity::B, 3.2)), "it did not hold before");
}

#[test]
fn what_is_no_news_stays_quiet() {
    assert!(!is_news_after_a_decline(said("unexpected-decline", Severity::B, 3.4)), "less than a point");
    assert!(!is_news_after_a_decline(said("steady-decline", Severity::C, 9.0)), "a note beside a signal");
    assert!(!is_news_after_a_decline(said("not-measured", Severity::C, 1.9)));
    assert!(!is_news_after_a_decline(said("level", Severity::C, 0.9)), "a note, whatever the rule");
}

#[test]
fn a_point_in_two_steps_counts_from_what_was_decided_on() {
    let decided = known("unexpected-decline", Severity::B, 2.5);
    assert!(!is_news(&[&decided], said("unexpected-decline", Severity::B, 3.2)));
    assert!(is_news(&[&decided], said("unexpected-decline", Severity::B, 3.6)));
}
