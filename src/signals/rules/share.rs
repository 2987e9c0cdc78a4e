//! `group-share`: many pupils of a group score low.
//!
//! The Wilson 95 % interval of the share beyond z 0.8416 (the lowest fifth of the reference: beyond the P80 of a norm, not on it) lies above
//! `share`, and above the share of all scores it is compared with that lies there: on a scale of few scores the lowest
//! fifth is more than a fifth. A note: its false rate goes up and down with the size of the group (25 pupils: 9; 15: 7). Minimum: `minimum`
//! pupils, `response` of the group measured, and scores in which the lowest fifth can be told (no quartiles, no A–E). Default .20, 10 and two thirds. Source: docs/signals.md C3, 5.10.

use super::{
    many::Tests,
    scene::Verdict,
    silence::{Lack, Why, percent},
    unit::told,
};
use crate::{
    analytics::{
        Assessed, Unit,
        intervals::{Z95, above, wilson},
    },
    ground::Message,
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
        ruleset::ShareTerms,
    },
};

pub(super) fn findings(assessed: &Assessed<'_>, terms: ShareTerms, tests: &mut Tests) -> Vec<Finding> {
    let groups = assessed.groups.iter().filter(|unit| lacks(unit, terms).is_none());
    let found = groups.filter_map(|unit| {
        let series = assessed.layout().series(unit.series)?;
        if !series.may_signal() || !series.key.score_type.carries_fifth() {
            return None;
        }
        let share = terms.share.max(assessed.fifth(unit.series));
        let test = tests.worse(unit.school, above(unit.concern, share, f64::from(unit.n)));
        if unit.concern_interval.0 <= share {
            return None;
        }
        let verdict = Verdict {
            rule: Rule::GroupShare,
            severity: terms.severity.max(Severity::C),
            statistic: unit.concern_interval.0,
            threshold: share,
        };
        let mut finding = told(assessed, unit, &verdict, Level::Group, "signal-group-share")?;
        finding.tested = Some(test.alone());
        let low = (unit.concern * f64::from(unit.n)).round();
        finding.reason = finding.reason.with("low", low).with("percent", (share * 100.0).round());
        finding.hinge =
            Message::new("hinge-group-share").with("most", most(f64::from(unit.n), share)).with("n", unit.n);
        Some(finding)
    });
    found.collect()
}

/// The largest number of so many pupils with which the rule would have said nothing.
pub(super) fn most(n: f64, share: f64) -> f64 {
    let mut low = 0.0;
    while low < n && wilson(low + 1.0, n, Z95).0 <= share {
        low += 1.0;
    }
    low
}

/// What a group lacks to be judged.
pub(super) fn lacks(unit: &Unit, terms: ShareTerms) -> Lack {
    if unit.present() < terms.response {
        return Some((Why::Response, percent(terms.response)));
    }
    (unit.n < terms.minimum).then_some((Why::Few, terms.minimum))
}
