//! `group-level` and `school-compared`: low among the other groups, or among the other schools of the board.
//!
//! The mean z of each unit in a funnel with additive over-dispersion (`analytics::funnel`): what units differ by anyhow
//! is counted too. Beyond `z` it is raised, from `note_z` it is a note; only low is told. Minimum: `minimum` pupils and
//! `compare_from` units. Default for groups 3.09 and 1.96, 10 pupils and 8 groups; for schools 3.09, 30 pupils and 8
//! schools. Source: docs/signals.md C2, S1, 1.7.

use std::collections::BTreeMap;

use super::{
    scene::Verdict,
    silence::{Lack, Why},
    unit::{Off, told_off},
};
use crate::{
    analytics::{Assessed, Series, Unit, funnel},
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
        ruleset::FunnelTerms,
    },
};

pub(super) fn findings(assessed: &Assessed<'_>, terms: FunnelTerms, level: Level) -> Vec<Finding> {
    let (units, rule, key) = match level {
        Level::Group => (&assessed.groups, Rule::GroupLevel, "signal-group-level"),
        _ => (&assessed.schools, Rule::SchoolCompared, "signal-school-compared"),
    };
    let mut series: BTreeMap<u32, Vec<&Unit>> = BTreeMap::new();
    for unit in units.iter().filter(|unit| fits(unit, terms)) {
        if assessed.layout().series(unit.series).is_some_and(Series::may_signal) {
            series.entry(unit.series).or_default().push(unit);
        }
    }
    let mut found = Vec::new();
    for units in series.into_values().filter(|units| units.len() >= terms.compare_from as usize) {
        let within: f64 = units.iter().map(|unit| unit.within_z).sum();
        let spare: f64 = units.iter().map(|unit| f64::from(unit.n) - 1.0).sum();
        let variance = (within / spare.max(1.0)).max(1e-6);
        let point = |unit: &&Unit| funnel::Point {
            figure: unit.mean_z,
            error: (variance / f64::from(unit.n)).sqrt(),
        };
        let points: Vec<funnel::Point> = units.iter().map(point).collect();
        for (unit, funnel::Placed { z, by, error }) in units.iter().zip(funnel::placed(&points)) {
            let (severity, threshold) =
                if z > terms.z { (terms.severity, terms.z) } else { (Severity::C, terms.note_z) };
            let verdict = Verdict { rule, severity, statistic: z, threshold };
            found.extend(
                (z > threshold)
                    .then(|| told_off(assessed, unit, &verdict, level, (key, Off { by, error })))
                    .flatten(),
            );
        }
    }
    found
}

fn fits(unit: &Unit, terms: FunnelTerms) -> bool {
    unit.year.is_none() && unit.n >= terms.minimum
}

/// How many units of each series can be compared.
pub(super) fn to_compare(units: &[Unit], terms: FunnelTerms) -> BTreeMap<u32, usize> {
    let mut found = BTreeMap::new();
    for unit in units.iter().filter(|unit| fits(unit, terms)) {
        *found.entry(unit.series).or_default() += 1;
    }
    found
}

/// What a unit lacks to be compared with the others; `all`: how many there are of each series.
pub(super) fn lacks(unit: &Unit, all: &BTreeMap<u32, usize>, terms: FunnelTerms) -> Lack {
    if !fits(unit, terms) {
        return Some((Why::Few, terms.minimum));
    }
    let enough = all.get(&unit.series).is_some_and(|units| *units >= terms.compare_from as usize);
    (!enough).then_some((Why::FewUnits, terms.compare_from))
}
