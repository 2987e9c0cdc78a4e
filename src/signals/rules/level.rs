//! `level`: the pupil probably belongs to the lowest tenth of the reference, all rounds counted.
//!
//! The probability that the true score lies beyond P90, given every round so far, is at least `probability`; from
//! `note_probability` it is a note. Judged on the list's total, else on the mean over its scales: per scale it would
//! give 13 to 15 per 100 pupils. Where several people filled the list in they share the load. Minimum: one round.
//! Default: docs/signals.md, "Thresholds". Source: docs/signals.md I1, 1.4, 5.2 and 5.5.

use super::scene::{Family, Scene, Verdict};
use crate::signals::{
    finding::{Finding, Rule},
    model::Severity,
    ruleset::LevelTerms,
};

pub(super) fn findings(scene: &Scene<'_>, terms: LevelTerms) -> Vec<Finding> {
    let of_family = |family: &Family<'_>| {
        let level = family.level?;
        let probability = f64::from(level.level_probability?);
        let informants = scene.informants(family);
        let sure = 1.0 - (1.0 - terms.probability) / (informants * informants);
        let (severity, threshold) = if probability >= sure {
            (terms.severity, sure)
        } else if probability >= terms.note_probability {
            (Severity::C, terms.note_probability)
        } else {
            return None;
        };
        let verdict = Verdict { rule: Rule::Level, severity, statistic: probability, threshold };
        scene.finding(&verdict, level, family.worst(|row| Some(row.z)))
    };
    scene.of_families(of_family)
}
