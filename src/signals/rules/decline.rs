//! `unexpected-decline`: lower than the pupil's own earlier rounds gave reason to expect.
//!
//! Judged is the trend, one number for each scale that is standard normal while nothing happens: what each round brought
//! beyond expectation, judged among the scales of the list and, where several people filled the list in, together with
//! them, and added up over rounds. It holds beyond the z that a share `share` of pupils exceeds by chance; K scales and I
//! informants each get `share`/√(K·I), since they go together in part. Where the list as a whole carries the trend there
//! is one finding for the list; where all informants together carry it, one on the informant who saw most of it.
//! In a group that has a signal of its own (`group-shift`), judged is what the pupil moved more than the group.
//! Minimum: two rounds, and scores finer than five levels (others have no trend). Default: docs/signals.md, "Thresholds". Source: there, "Trend".

use std::collections::{HashMap, HashSet};

use super::scene::{Scene, Verdict, shared};
use crate::{
    analytics::{Assessment, normal},
    signals::{
        finding::{Finding, Rule},
        ruleset::DeclineTerms,
    },
};

pub(super) fn findings(scene: &Scene<'_>, terms: DeclineTerms) -> Vec<Finding> {
    let mut found: Vec<(f64, Finding)> = Vec::new();
    let mut known: Option<(u32, f64)> = None;
    for family in &scene.families {
        let Some(first) = family.parts.first() else { continue };
        let Some(series) = scene.layout.series(first.series) else { continue };
        // One for all pupils with this list.
        if known.is_none_or(|(of, _)| of != first.series) {
            let parts = f64::from(series.family.max(1)) * scene.informants(family);
            known = Some((first.series, shared(normal::z_above(terms.share), parts.sqrt())));
        }
        let threshold = known.map_or(f64::INFINITY, |(_, threshold)| threshold);
        let trend = |row: &Assessment| if scene.is_folded(row) { row.trend_in_group } else { row.trend };
        let over = |row: &&Assessment| trend(row).is_some_and(|trend| f64::from(trend) > threshold);
        let beyond: Vec<&Assessment> = family.parts.iter().copied().filter(over).collect();
        let verdict = |row: &Assessment| Verdict {
            rule: Rule::UnexpectedDecline,
            severity: terms.severity,
            statistic: f64::from(trend(row).unwrap_or_default()),
            threshold,
        };
        let surprise = |row: &Assessment| row.expected.map_or(0.0, |e| f64::from(e.surprise));
        let mut tell = |judged: &Assessment, by: &Assessment, carrier| {
            let finding = scene.finding(&verdict(by), judged, carrier);
            found.extend(finding.map(|finding| (surprise(by), finding)));
        };
        let single: Vec<&Assessment> = beyond.iter().copied().filter(|row| !row.of_whole_list).collect();
        for row in &single {
            tell(row, row, None);
        }
        let strongest =
            beyond.iter().copied().max_by(|a, b| verdict(a).statistic.total_cmp(&verdict(b).statistic));
        if let Some(by) = strongest.filter(|_| single.is_empty()) {
            let carrier = family.worst(|part| part.expected.map(|e| e.surprise));
            tell(family.level.unwrap_or(by), by, carrier);
        }
    }
    once_per_pupil(found)
}

/// Of findings that informants share, the one on whoever saw most: alike in instrument, pupil and scale, or the whole
/// list, whichever scale carries it. Of two who saw as much, the first.
fn once_per_pupil(found: Vec<(f64, Finding)>) -> Vec<Finding> {
    let key = |f: &Finding| {
        let scale = (!f.whole_list).then(|| f.scale.clone());
        (f.school, f.pupil, f.instrument.clone(), scale, f.round.clone())
    };
    let mut most: HashMap<_, (f64, usize)> = HashMap::new();
    for (at, (surprise, finding)) in found.iter().enumerate() {
        let best = most.entry(key(finding)).or_insert((*surprise, at));
        if *surprise > best.0 {
            *best = (*surprise, at);
        }
    }
    let kept: HashSet<usize> = most.into_values().map(|(_, at)| at).collect();
    found
        .into_iter()
        .enumerate()
        .filter(|(at, _)| kept.contains(at))
        .map(|(_, (_, finding))| finding)
        .collect()
}
