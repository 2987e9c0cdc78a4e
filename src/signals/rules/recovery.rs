//! `recovery`: doing better after a signal; it proposes to close.
//!
//! Much better than expected (`surprise` or less) and no longer low (z under `z`), on a list on which the pupil had a
//! finding A or B before. Whether there was one is decided in `fresh`. A note. Minimum: two rounds. Default −1.645 and
//! 0.84. Source: docs/signals.md I10, 5.10.

use super::scene::{Family, Scene, Verdict};
use crate::signals::{
    finding::{Finding, Rule},
    model::Severity,
    ruleset::RecoveryTerms,
};

pub(super) fn findings(scene: &Scene<'_>, terms: RecoveryTerms) -> Vec<Finding> {
    let of_family = |family: &Family<'_>| {
        let level = family.level?;
        let surprise = f64::from(level.expected?.surprise);
        let verdict = Verdict {
            rule: Rule::Recovery,
            severity: terms.severity.max(Severity::C),
            statistic: surprise,
            threshold: terms.surprise,
        };
        let best = family.worst(|row| Some(-row.expected?.surprise));
        (surprise <= terms.surprise && f64::from(level.z) < terms.z)
            .then(|| scene.finding(&verdict, level, best))?
    };
    scene.of_families(of_family)
}
