//! `signal-load`: a school gets more new signals in a round than it can talk about.
//!
//! New pupils with a finding A or B per hundred pupils measured in that round, above `per_hundred`. A note, for whoever
//! sets the rules: look at the thresholds before looking at the pupils. Default: the budget of the ruleset. Source:
//! docs/signals.md S5, 4.2.

use std::collections::{BTreeMap, BTreeSet};

use super::{bare, scene::Verdict};
use crate::{
    analytics::Assessed,
    ground::Message,
    signals::{
        finding::{Finding, Rule},
        model::Severity,
        ruleset::LoadTerms,
    },
};

/// The schools whose new findings of a round go over the budget.
pub(in crate::signals) fn findings(
    assessed: &Assessed<'_>,
    new: &[Finding],
    terms: LoadTerms,
) -> Vec<Finding> {
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
        if load <= terms.per_hundred {
            continue;
        }
        let verdict = Verdict {
            rule: Rule::SignalLoad,
            severity: terms.severity.max(Severity::C),
            statistic: load,
            threshold: terms.per_hundred,
        };
        found.extend(bare::finding(assessed, series, round, &verdict, "signal-load").map(|on_scale| {
            Finding {
                school,
                // It is about no scale, and no list.
                domain: None,
                scale: String::new(),
                scale_name: String::new(),
                whole_list: true,
                observed: load,
                n: u32::try_from(pupils.len()).ok(),
                reason: Message::new("signal-load")
                    .with("pupils", told.len())
                    .with("measured", pupils.len())
                    .with("budget", terms.per_hundred),
                ..on_scale
            }
        }));
    }
    found
}
