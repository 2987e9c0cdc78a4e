//! `informants-differ`: two people who filled in the same list see different things.
//!
//! `D = (z₁ − z₂)/√(2(1 − r))` on the level of the list, with r what two informants correlate; it holds beyond `z`. Told
//! only beside a finding on the pupil's level or decline in that round ("samen bespreken"), and never more than a note.
//! Minimum: both in one round. Default 1.96 and .28. Source: docs/signals.md I6.

use std::collections::{HashMap, HashSet};

use super::pupil::on_the_list;
use super::scene::{Family, Scene, Verdict};
use crate::analytics::Assessment;
use crate::signals::{
    finding::{Finding, Rule, Telling},
    model::Severity,
    ruleset::DifferTerms,
};

pub(super) fn findings(scene: &Scene<'_>, terms: DifferTerms, others: &[Finding]) -> Vec<Finding> {
    let speaks = |f: &&Finding| {
        matches!(f.rule, Rule::Level | Rule::UnexpectedDecline) && f.telling != Telling::GoesOn
    };
    let told: HashSet<(u32, Option<i64>, &str)> =
        others.iter().filter(speaks).map(|f| (f.school, f.pupil, f.round.as_str())).collect();
    let mut lists: HashMap<_, Vec<&Family<'_>>> = HashMap::new();
    for family in scene.families.iter().filter(|family| family.informants > 1.0) {
        let beside = |row: &&Assessment| {
            told.contains(&(row.school, Some(row.pupil), scene.layout.label(row.series, row.round)))
        };
        let Some(level) = family.level.filter(beside) else { continue };
        if let Some(series) = scene.layout.series(level.series) {
            let label = scene.layout.label(level.series, level.round);
            let key = (level.school, level.pupil, &series.key.instrument, &series.key.version, label);
            lists.entry(key).or_default().push(family);
        }
    }
    let spread = (2.0 * (1.0 - terms.correlation)).sqrt();
    let mut found = Vec::new();
    for views in lists.into_values().filter(|views| views.len() > 1) {
        let z = |family: &&&Family<'_>| family.level.map_or(0.0, |row| f64::from(row.z));
        let by_z = |a: &&&Family<'_>, b: &&&Family<'_>| z(a).total_cmp(&z(b));
        let (Some(worst), Some(best)) = (views.iter().max_by(by_z), views.iter().min_by(by_z)) else {
            continue;
        };
        let statistic = (z(&worst) - z(&best)) / spread;
        let severity = terms.severity.max(Severity::C);
        let verdict = Verdict { rule: Rule::InformantsDiffer, severity, statistic, threshold: terms.z };
        if let Some(level) = worst.level.filter(|_| statistic >= terms.z) {
            let seen = |family: &Family<'_>| {
                let row = family.level?;
                Some(on_the_list(scene.layout.series(row.series)?, row))
            };
            let on_the_list = [worst, best].into_iter().filter_map(|family| seen(family)).collect();
            let finding = scene.finding(&verdict, level, worst.worst(|row| Some(row.z)));
            found.extend(finding.map(|finding| Finding { on_the_list, ..finding }));
        }
    }
    found
}
