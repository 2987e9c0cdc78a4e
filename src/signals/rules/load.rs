//! `signal-load`: a school gets more new signals in a round than it can talk about.
//!
//! The Wilson 95 % interval of the share of the pupils measured in a round who got a new finding A or B lies above
//! `per_hundred`: of one school, and of a small one all the more, chance brings more than that often enough. A note, for
//! whoever sets the rules: look at the thresholds before looking at the pupils. Default: the budget of the ruleset.
//! Source: docs/signals.md S5, 4.2.

use std::collections::{BTreeSet, HashMap};

use super::{bare, scene::Verdict, share};
use crate::{
    analytics::{
        Assessed,
        intervals::{Z95, wilson},
    },
    ground::Message,
    signals::{
        finding::{Finding, Rule, Telling},
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
    let layout = assessed.layout();
    let mut seen: Vec<(u32, u32, i64, u32, u32)> = assessed
        .measured()
        .map(|one| {
            let round = layout.rounds(one.series).get(one.round as usize);
            let label = round.map_or(u32::MAX, |round| round.label);
            (one.school, label, one.pupil, one.series, one.round)
        })
        .collect();
    seen.sort_by_key(|(school, label, pupil, ..)| (*school, *label, *pupil));
    seen.dedup_by_key(|(school, label, pupil, ..)| (*school, *label, *pupil));
    // One pass over the findings: a country has ten thousand schools and hundreds of thousands of findings.
    let mut told: HashMap<(u32, &str), BTreeSet<i64>> = HashMap::new();
    for finding in new.iter().filter(|f| f.severity < Severity::C) {
        let of_school = told.entry((finding.school, finding.round.as_str())).or_default();
        of_school.extend(finding.pupil);
    }
    let mut found = Vec::new();
    for pupils in seen.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some((school, _, _, series, round)) = pupils.first().copied() else { continue };
        let label = layout.label(series, round);
        let told = told.get(&(school, label)).map_or(0, BTreeSet::len);
        let (told, measured) = (told as f64, pupils.len() as f64);
        let surely = 100.0 * wilson(told, measured, Z95).0;
        if surely <= terms.per_hundred {
            continue;
        }
        let verdict = Verdict {
            rule: Rule::SignalLoad,
            severity: terms.severity.max(Severity::C),
            statistic: surely,
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
                telling: Telling::Told,
                observed: 100.0 * told / measured,
                n: u32::try_from(pupils.len()).ok(),
                hinge: Message::new("hinge-signal-load")
                    .with("most", share::most(measured, terms.per_hundred / 100.0))
                    .with("n", measured),
                reason: Message::new("signal-load")
                    .with("pupils", told)
                    .with("measured", measured)
                    .with("budget", terms.per_hundred),
                ..on_scale
            }
        }));
    }
    found
}
