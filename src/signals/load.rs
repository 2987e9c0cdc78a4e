//! `signal-load`: a school gets more new signals in a round than it can talk about.
//!
//! New pupils with a finding A or B per hundred pupils measured in that round, above `per_hundred`. A note, for whoever
//! sets the rules: look at the thresholds before looking at the pupils. Default: the budget of the ruleset. Source:
//! docs/signals.md S5, 4.2.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    finding::{Finding, Rule},
    model::{Level, Severity},
    rules::hinge,
    ruleset::LoadTerms,
};
use crate::{analytics::Assessed, ground::Message};

/// The schools whose new findings of a round go over the budget.
pub(super) fn findings(assessed: &Assessed<'_>, new: &[Finding], terms: LoadTerms) -> Vec<Finding> {
    let mut measured: BTreeMap<(u32, &str), (BTreeSet<i64>, u32, u32)> = BTreeMap::new();
    for row in &assessed.assessments {
        let label = assessed.layout().label(row.series, row.round);
        let school = measured.entry((row.school, label)).or_insert((BTreeSet::new(), row.series, row.round));
        school.0.insert(row.pupil);
    }
    let mut found = Vec::new();
    for ((school, label), (pupils, series, round)) in measured {
        let grave = new.iter().filter(|f| f.school == school && f.round == label && f.severity < Severity::C);
        let told: BTreeSet<i64> = grave.filter_map(|f| f.pupil).collect();
        let load = 100.0 * told.len() as f64 / pupils.len().max(1) as f64;
        let Some(of) = assessed.layout().series(series).filter(|_| load > terms.per_hundred) else {
            continue;
        };
        found.push(Finding {
            rule: Rule::SignalLoad,
            level: Level::School,
            severity: terms.severity.max(Severity::C),
            domain: None,
            school,
            group: None,
            pupil: None,
            series,
            round_at: round,
            round: label.to_owned(),
            instrument: of.key.instrument.clone(),
            version: of.key.version.clone(),
            informant: of.key.informant,
            scale: String::new(),
            scale_name: String::new(),
            score_type: of.key.score_type,
            whole_list: true,
            observed: load,
            expected: None,
            expected_low: None,
            expected_high: None,
            z: None,
            statistic: load,
            threshold: terms.per_hundred,
            rounds_used: round + 1,
            n: u32::try_from(pupils.len()).ok(),
            norm: None,
            pool: None,
            band: None,
            hinge: hinge::other(Rule::SignalLoad),
            reason: Message::new("signal-load")
                .with("pupils", told.len())
                .with("measured", pupils.len())
                .with("budget", terms.per_hundred),
        });
    }
    found
}
