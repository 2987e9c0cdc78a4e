//! `recovery`: doing better after a signal; it proposes to close.
//!
//! On a list on which the pupil had a finding A or B in the round before and has none now: much better than expected
//! (`surprise` or less) and no longer low (z under `z`). Where the school keeps a signal that may be of longer ago, and then
//! it is told too of who is twice in a row probably not in the lowest tenth (under `calm`): somebody still has to close it.
//! What was before is known to `fresh`. A note. Minimum: two rounds. Default −1.645 and 0.84; .20. Source:
//! docs/signals.md I10, 5.10.

use super::scene::{Family, Scene, Verdict};
use crate::analytics::Assessment;
use crate::ground::Message;
use crate::signals::{
    finding::{Finding, Rule},
    model::Severity,
    ruleset::RecoveryTerms,
};

/// `was_calm`: whether a pupil stood well on a list in the round before, some time after a finding.
pub(super) fn findings(
    scene: &Scene<'_>,
    terms: RecoveryTerms,
    was_calm: &(dyn Fn(&Assessment) -> bool + Sync),
) -> Vec<Finding> {
    let of_family = |family: &Family<'_>| {
        let level = family.level?;
        let severity = terms.severity.max(Severity::C);
        let best = || family.worst(|row| Some(-row.expected?.surprise));
        let surprise = level.expected.map(|expected| f64::from(expected.surprise));
        if let Some(statistic) = surprise.filter(|surprise| *surprise <= terms.surprise)
            && f64::from(level.z) < terms.z
        {
            let verdict = Verdict { rule: Rule::Recovery, severity, statistic, threshold: terms.surprise };
            return scene.finding(&verdict, level, best());
        }
        let statistic = calm(level, terms).filter(|_| was_calm(level))?;
        let verdict = Verdict { rule: Rule::Recovery, severity, statistic, threshold: terms.calm };
        let mut finding = scene.finding(&verdict, level, family.worst(|row| Some(row.z)))?;
        finding.reason.key = "signal-recovery-calm".into();
        finding.hinge = Message::new("hinge-calm");
        Some(finding)
    };
    scene.of_families(of_family)
}

/// The probability that a pupil belongs to the lowest tenth, where that is small.
pub(in crate::signals) fn calm(level: &Assessment, terms: RecoveryTerms) -> Option<f64> {
    level.level_probability.map(f64::from).filter(|probability| *probability < terms.calm)
}
