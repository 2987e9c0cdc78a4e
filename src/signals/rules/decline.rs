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

use super::{
    carried::{self, Beside},
    hinge,
    scene::{Family, Scene, Verdict, shared},
};
use crate::{
    analytics::{Assessment, normal},
    signals::{
        finding::{Finding, Rule, Telling},
        ruleset::DeclineTerms,
    },
};

pub(super) fn findings(scene: &Scene<'_>, terms: DeclineTerms) -> Vec<Finding> {
    let of_family = |known: &mut Known, family: &Family<'_>| -> Vec<(f64, Finding)> {
        let scales = family.parts.iter().filter(|row| row.trend.is_some()).count();
        let scales = scales.max(1) as f64;
        let together = known.threshold(terms.share, scales * family.informants);
        let alone = known.threshold(terms.share, scales);
        // Where the pupil's own group did better than what sank, taking that out too would ring for it.
        let folded = |row: &Assessment| Some(row.trend?.min(row.trend_in_group?));
        let trend = |row: &Assessment| if scene.is_folded(row) { folded(row) } else { row.trend };
        let over = |row: &Assessment, z: f64| trend(row).is_some_and(|trend| f64::from(trend) > z);
        let mut beyond: Vec<&Assessment> =
            family.parts.iter().copied().filter(|row| over(row, alone)).collect();
        let (threshold, telling) = if beyond.iter().any(|row| over(row, together)) {
            beyond.retain(|row| over(row, together));
            (together, Telling::Told)
        } else {
            (alone, Telling::GoesOn)
        };
        let verdict = |row: &Assessment| Verdict {
            rule: Rule::UnexpectedDecline,
            severity: terms.severity,
            statistic: f64::from(trend(row).unwrap_or_default()),
            threshold,
        };
        let surprise = |row: &Assessment| row.expected.map_or(0.0, |e| f64::from(e.surprise));
        let tell = |judged: &Assessment, by: &Assessment, carrier| {
            let finding = scene.finding(&verdict(by), judged, carrier)?;
            let shown = scene.shown(judged, carrier)?;
            let beside = Beside {
                scales: finding.whole_list && family.parts.len() > 1,
                others: family.informants > 1.0,
            };
            let both = if carried::in_group(shown) { carried::apart(shown) } else { finding.both };
            let reason = carried::said(finding.reason, shown, beside);
            let one = finding.whole_list && family.parts.len() == 1;
            let hinge = if one { hinge::of_one(finding.hinge) } else { finding.hinge };
            Some((surprise(by), Finding { telling, both, hinge, reason, ..finding }))
        };
        let single = beyond.iter().copied().filter(|row| !row.of_whole_list);
        let mut found: Vec<_> = single.clone().filter_map(|row| tell(row, row, None)).collect();
        let strongest =
            beyond.iter().copied().max_by(|a, b| verdict(a).statistic.total_cmp(&verdict(b).statistic));
        if let Some(by) = strongest.filter(|_| single.count() == 0) {
            let carrier = family.worst(|part| part.expected.map(|e| e.surprise));
            found.extend(tell(family.level.unwrap_or(by), by, carrier));
        }
        found
    };
    let mut known = Known::default();
    once_per_pupil(scene.families.iter().flat_map(|family| of_family(&mut known, family)).collect())
}

/// The thresholds worked out so far, by how many parts share their load: one or two for all pupils with a list.
#[derive(Default)]
struct Known(Vec<(f64, f64)>);

impl Known {
    fn threshold(&mut self, share: f64, parts: f64) -> f64 {
        #[expect(clippy::float_cmp, reason = "the same product of the same numbers")]
        let known = self.0.iter().find(|(of, _)| *of == parts);
        if let Some((_, threshold)) = known {
            return *threshold;
        }
        let threshold = shared(normal::z_above(share), parts.sqrt());
        self.0.push((parts, threshold));
        threshold
    }
}

/// Of findings that informants share, the one on whoever saw most is told: alike in instrument, pupil and scale, or the
/// whole list, whichever scale carries it. Of two who saw as much, the first. The others hold all the same: who saw most
/// may be another one the next round, and that is no news.
fn once_per_pupil(found: Vec<(f64, Finding)>) -> Vec<Finding> {
    let key = |f: &Finding| {
        let scale = (!f.whole_list).then(|| f.scale.clone());
        (f.school, f.pupil, f.instrument.clone(), scale, f.round.clone())
    };
    let mut most: HashMap<_, (f64, usize)> = HashMap::new();
    let told = |(at, (surprise, f)): (usize, &(f64, Finding))| f.is_told().then(|| (key(f), (*surprise, at)));
    for (key, (surprise, at)) in found.iter().enumerate().filter_map(told) {
        let best = most.entry(key).or_insert((surprise, at));
        if surprise > best.0 {
            *best = (surprise, at);
        }
    }
    let kept: HashSet<usize> = most.into_values().map(|(_, at)| at).collect();
    let each = found.into_iter().enumerate();
    each.map(|(at, (_, finding))| match finding.telling {
        Telling::Told if !kept.contains(&at) => Finding { telling: Telling::ByAnother, ..finding },
        _ => finding,
    })
    .collect()
}
