//! `level`: the pupil probably belongs to the lowest tenth of the reference, all rounds counted.
//!
//! The probability that the true score lies beyond P90, given every round so far, is at least `probability`; from
//! `note_probability` it is a note. Judged on the list's total, else on the mean over its scales: per scale it would
//! give 13 to 15 per 100 pupils. Where several people filled the list in they share the load. Minimum: one round.
//! Default: docs/signals.md, "Thresholds". Source: docs/signals.md I1, 1.4, 5.2 and 5.5.

use super::scene::{Family, Scene, Verdict};
use crate::signals::{
    finding::{Finding, Rule, Telling},
    model::Severity,
    ruleset::LevelTerms,
};

pub(super) fn findings(scene: &Scene<'_>, terms: LevelTerms) -> Vec<Finding> {
    let of_family = |family: &Family<'_>| {
        let Some((level, statistic)) =
            family.level.and_then(|row| Some((row, row.level_probability?.into())))
        else {
            return Vec::new();
        };
        let sure = 1.0 - (1.0 - terms.probability) / (family.informants.powi(2));
        let tell = |severity, threshold, telling| {
            let verdict = Verdict { rule: Rule::Level, severity, statistic, threshold };
            let finding = scene.finding(&verdict, level, family.worst(|row| Some(row.z)))?;
            Some(Finding { telling, ..finding })
        };
        if statistic >= sure {
            return tell(terms.severity, sure, Telling::Told).into_iter().collect();
        }
        // Between the two it is a note, and where more than that stood before it stands.
        let goes_on = statistic >= terms.probability;
        let is_note = statistic >= terms.note_probability;
        let goes_on = goes_on.then(|| tell(terms.severity, terms.probability, Telling::GoesOn));
        let note = is_note.then(|| tell(Severity::C, terms.note_probability, Telling::Told));
        goes_on.into_iter().chain(note).flatten().collect()
    };
    scene.families.iter().flat_map(of_family).collect()
}
