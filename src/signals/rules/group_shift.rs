//! `group-shift`: the same pupils, as a group, moved away from what was expected of each.
//!
//! `Z = shift / √(v̄/n + σ²)` over the pupils with earlier rounds, σ what a group shares by the day it was measured.
//! Worse raises; better is a note. Minimum: `minimum` such pupils and `response` of the group measured, movers and
//! leavers apart. Default |Z| > 2.05. Source: signals.md C1, 5.8.

use super::{say, scene::Verdict};
use crate::{
    analytics::Assessed,
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
        ruleset::GroupShiftTerms,
    },
};

pub(super) fn findings(assessed: &Assessed, terms: GroupShiftTerms) -> Vec<Finding> {
    let units = assessed.groups.iter().filter_map(|unit| {
        let series = assessed.layout.series(unit.series)?;
        let enough = unit.matched >= terms.minimum && unit.present() >= terms.response;
        if !enough || !series.scale()?.signals {
            return None;
        }
        let variance = unit.shift_variance? / f64::from(unit.matched);
        let z = unit.shift? / (variance + terms.shared_shock.powi(2)).sqrt();
        let severity = if z > 0.0 { terms.severity } else { Severity::C };
        let verdict = Verdict {
            rule: Rule::GroupShift,
            severity,
            statistic: z,
            threshold: terms.z.copysign(z),
        };
        let moved = z.abs() > terms.z;
        moved.then(|| say::unit(&assessed.layout, unit, &verdict, Level::Group, unit.matched))?
    });
    units.collect()
}
