//! `rater-effect`: a group's scores moved when another person filled in. Another rater, or is the group really different?
//!
//! Where another person filled in for most of the group: `|mean surprise|·√n` beyond `z`. The figures of the pupils are
//! recentred anyhow (`analytics::recentre`), and `group-shift` keeps silent there. For that teacher and the coordinator
//! only. Minimum: `minimum` pupils measured before and now, `response` of the group measured. Default 2.5
//! and two thirds. Source: docs/signals.md C5, 5.9.

use super::{
    many::Tests,
    scene::Verdict,
    unit::{Off, told_off},
};
use crate::{
    analytics::{Assessed, Unit},
    signals::{
        finding::{Finding, Rule},
        model::Level,
        ruleset::RaterTerms,
    },
};

/// Whether another person filled in for most of the unit.
pub(super) fn has_changed(unit: &Unit) -> bool {
    unit.changed * 2 > unit.matched
}

/// Whether there is enough of a unit to tell.
fn speaks_of(unit: &Unit, terms: RaterTerms) -> bool {
    unit.matched >= terms.minimum && has_changed(unit) && unit.present() >= terms.response
}

pub(super) fn findings(assessed: &Assessed<'_>, terms: RaterTerms, tests: &mut Tests) -> Vec<Finding> {
    let groups = assessed.groups.iter().filter(|unit| speaks_of(unit, terms));
    let found = groups.filter_map(|unit| {
        let series = assessed.layout().series(unit.series)?;
        let statistic = unit.surprise? * f64::from(unit.matched).sqrt();
        if !series.may_signal() {
            return None;
        }
        let test = tests.either(unit.school, statistic);
        if statistic.abs() <= terms.z {
            return None;
        }
        let threshold = terms.z.copysign(statistic);
        let off = Off { by: unit.shift?, error: (unit.shift_variance? / f64::from(unit.matched)).sqrt() };
        let verdict = Verdict { rule: Rule::RaterEffect, severity: terms.severity, statistic, threshold };
        let mut finding = told_off(assessed, unit, &verdict, Level::Group, ("signal-rater-effect", off))?;
        finding.tested = Some(test.alone());
        finding.reason = finding.reason.with("way", if statistic > 0.0 { "worse" } else { "better" });
        Some(finding)
    });
    found.collect()
}
