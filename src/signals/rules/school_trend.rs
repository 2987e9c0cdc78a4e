//! `school-trend`: the pupils of a school moved against the same season a year before. Against the last round:
//! `school_shift`.
//!
//! Per round `Z = shift / √(v̄/n + σ² + τ²m/n)` over the pupils measured now and a year ago, each compared with what
//! that score a year ago gave reason to expect (what schools that stood there move anyhow taken off), σ what a school shares
//! by the day, τ what its groups differ by beyond chance (most have another teacher than then) and m the size of the group
//! of a pupil. From `smooth_from` rounds on, the EWMA of these,
//! standardised. Either way is a note. Minimum: `minimum` such pupils. Default |Z| > 2.5. Source: docs/signals.md S2, 5.10.

use super::{
    many::Tests,
    scene::Verdict,
    unit::{self, Off},
};
use crate::{
    analytics::{Assessed, YearChange, normal::NINETY, smoothing::Ewma},
    signals::{
        finding::{Finding, Rule},
        model::Level,
        ruleset::SchoolTrendTerms,
    },
};

pub(super) fn findings(assessed: &Assessed<'_>, terms: SchoolTrendTerms, tests: &mut Tests) -> Vec<Finding> {
    let off = |change: &YearChange| {
        let variance = change.variance / f64::from(change.matched.max(1));
        Off { by: change.moved(), error: (variance + change.shared + terms.shared_shock.powi(2)).sqrt() }
    };
    let z = |change: &YearChange| off(change).by / off(change).error;
    let schools = assessed.schools.iter().filter(|unit| unit.year.is_none());
    let units = schools.filter_map(|unit| {
        let series = assessed.layout().series(unit.series)?;
        let changes: Vec<&YearChange> =
            unit.year_changes.iter().filter(|change| change.matched >= terms.minimum).collect();
        let now = changes.last().filter(|change| change.round == unit.round)?;
        let statistic = if unit.round + 1 >= terms.smooth_from {
            let mut ewma = Ewma::new(terms.lambda);
            changes.iter().map(|change| ewma.take(z(change))).last()?
        } else {
            z(now)
        };
        if !series.may_signal() {
            return None;
        }
        let test = tests.either(unit.school, statistic);
        if statistic.abs() <= terms.z {
            return None;
        }
        let verdict = Verdict {
            rule: Rule::SchoolTrend,
            severity: terms.severity,
            statistic,
            threshold: terms.z.copysign(statistic),
        };
        let mut finding =
            unit::shifted(assessed, unit, &verdict, (Level::School, now.matched), |_| Some(off(now)))?;
        finding.tested = Some(test.alone());
        // Added up over rounds, though this one lies within what was expected.
        let is_of_many = z(now) * statistic.signum() < NINETY;
        finding.reason = finding.reason.word("since", if is_of_many { "years" } else { "year" });
        Some(finding)
    });
    units.collect()
}
