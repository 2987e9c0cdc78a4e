//! `group-shift`: the same pupils, as a group, moved away from what was expected of each.
//!
//! `Z = shift / √(v̄/n + σ²)` over the pupils with earlier rounds, σ what a group shares by the day it was measured.
//! Worse raises; better is a note. Minimum: `minimum` such pupils and `response` of the group measured, movers and
//! leavers apart. Default |Z| > 2.05: 2 of 100 groups. The scales of one list share that load (Bonferroni), else a list
//! of five would ring for one group in ten. Source: signals.md C1, 5.8.

use super::{scene::Verdict, unit};
use crate::{
    analytics::{Assessed, normal},
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
        ruleset::GroupShiftTerms,
    },
};

pub(super) fn findings(assessed: &Assessed<'_>, terms: GroupShiftTerms) -> Vec<Finding> {
    let units = assessed.groups.iter().filter_map(|unit| {
        let series = assessed.layout().series(unit.series)?;
        let enough = unit.matched >= terms.minimum && unit.present() >= terms.response;
        if !enough || !series.scale()?.signals {
            return None;
        }
        let variance = unit.shift_variance? / f64::from(unit.matched);
        let z = unit.shift? / (variance + terms.shared_shock.powi(2)).sqrt();
        let threshold = shared(terms.z, series.family);
        let severity = if z > 0.0 { terms.severity } else { Severity::C };
        let verdict =
            Verdict { rule: Rule::GroupShift, severity, statistic: z, threshold: threshold.copysign(z) };
        let moved = z.abs() > threshold;
        moved.then(|| unit::shifted(assessed.layout(), unit, &verdict, Level::Group, unit.matched))?
    });
    units.collect()
}

/// The threshold of one scale of a list of `scales`, so that the list as a whole keeps the load of `z`.
fn shared(z: f64, scales: u32) -> f64 {
    normal::z_above(normal::share_below(-z) / f64::from(scales.max(1)))
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn a_list_of_one_scale_keeps_its_threshold_and_five_share_it() {
        assert!((shared(2.05, 1) - 2.05).abs() < 1e-9);
        // 1 - Φ(2.05) = 0.020182; a fifth of it lies at 2.6490
        assert!((shared(2.05, 5) - 2.649_006).abs() < 1e-5);
    }
}
