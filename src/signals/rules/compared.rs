//! `group-level` and `school-compared`: low among the other groups, or among the other schools of the board.
//!
//! The mean z of each unit in a funnel with additive over-dispersion (`analytics::funnel`): what units differ by anyhow
//! is counted too. Beyond `z` it is raised, from `note_z` it is a note; only low is told. Of schools the year levels are
//! compared too, each with the same year level elsewhere; of a school that is told as a whole no year level is told, of
//! another the one that lies farthest. Minimum: `minimum` pupils, `compare_from` units, and `response` of the group measured.
//! Default for groups 3.09 and 1.96, 10 pupils, 8 groups and two thirds; for schools 3.09, 30 pupils and 8 schools. Source: docs/signals.md C2, S1, 1.7.

use std::collections::BTreeMap;

use super::{
    many::Tests,
    scene::Verdict,
    silence::{Lack, Why, percent},
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

pub(super) fn findings(
    assessed: &Assessed<'_>,
    terms: FunnelTerms,
    level: Level,
    tests: &mut Tests,
) -> Vec<Finding> {
    let (units, rule, key) = match level {
        Level::Group => (&assessed.groups, Rule::GroupLevel, "signal-group-level"),
        _ => (&assessed.schools, Rule::SchoolCompared, "signal-school-compared"),
    };
    let mut alike: BTreeMap<(u32, Option<u32>), Vec<&Unit>> = BTreeMap::new();
    for unit in units.iter().filter(|unit| is_enough(unit, terms)) {
        if assessed.layout().series(unit.series).is_some_and(Series::may_signal) {
            alike.entry((unit.series, unit.year)).or_default().push(unit);
        }
    }
    let mut found: BTreeMap<_, Finding> = BTreeMap::new();
    // Whole units come before year levels.
    for units in alike.into_values().filter(|units| units.len() >= terms.compare_from as usize) {
        let within: f64 = units.iter().map(|unit| unit.within_z).sum();
        let spare: f64 = units.iter().map(|unit| f64::from(unit.n) - 1.0).sum();
        let variance = (within / spare.max(1.0)).max(1e-6);
        let point = |unit: &&Unit| funnel::Point {
            figure: unit.mean_z,
            error: (variance / f64::from(unit.n)).sqrt(),
        };
        let points: Vec<funnel::Point> = units.iter().map(point).collect();
        for (unit, funnel::Placed { z, by, error }) in units.iter().zip(funnel::placed(&points)) {
            let test = tests.worse(unit.school, z);
            let (severity, threshold) =
                if z > terms.z { (terms.severity, terms.z) } else { (Severity::C, terms.note_z) };
            let verdict = Verdict { rule, severity, statistic: z, threshold };
            let of = (unit.series, unit.school, unit.group);
            let is_farther =
                |told: &Finding| unit.year.is_some() && told.year.is_some() && z > told.statistic;
            if z <= threshold
                || !stands_apart(assessed, unit, terms)
                || found.get(&of).is_some_and(|told| !is_farther(told))
            {
                continue;
            }
            let key = if unit.year.is_some() { "signal-school-compared-year" } else { key };
            let Some(mut finding) = told_off(assessed, unit, &verdict, level, (key, Off { by, error }))
            else {
                continue;
            };
            finding.tested = Some(test.alone());
            if let Some(year) = unit.year {
                finding.year = Some(year);
                finding.reason = finding.reason.with("year_level", year);
            }
            found.insert(of, finding);
        }
    }
    found.into_values().collect()
}

/// Whether nothing of fewer pupils can be told from a year level and its school together: the others are nobody, or as many
/// as a school takes to be told of.
fn stands_apart(assessed: &Assessed<'_>, unit: &Unit, terms: FunnelTerms) -> bool {
    let whole = assessed.unit(unit.series, &Unit { group: None, year: None, ..unit.clone() });
    let others = whole.map_or(0, |whole| whole.n - unit.n.min(whole.n));
    unit.year.is_none() || others == 0 || others >= terms.minimum
}

fn is_enough(unit: &Unit, terms: FunnelTerms) -> bool {
    unit.n >= terms.minimum && unit.present() >= terms.response
}

fn fits(unit: &Unit, terms: FunnelTerms) -> bool {
    unit.year.is_none() && is_enough(unit, terms)
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
    if unit.present() < terms.response {
        return Some((Why::Response, percent(terms.response)));
    }
    if !fits(unit, terms) {
        return Some((Why::Few, terms.minimum));
    }
    let enough = all.get(&unit.series).is_some_and(|units| *units >= terms.compare_from as usize);
    (!enough).then_some((Why::FewUnits, terms.compare_from))
}
