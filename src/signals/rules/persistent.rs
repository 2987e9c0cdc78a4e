//! `persistent`: low in this round and in the one before.
//!
//! z is at least `z` in both, on the same reference. Judged on the list's total, else on the mean over its scales.
//! Minimum: two rounds running. Default 1.28 (the lowest tenth). Source: signals.md I3, 5.2 and 5.11.

use super::scene::{Family, Scene, Verdict};
use crate::signals::{
    finding::{Finding, Rule},
    ruleset::PersistentTerms,
};

pub(super) fn findings(scene: &Scene<'_>, terms: PersistentTerms) -> Vec<Finding> {
    let of_family = |family: &Family<'_>| {
        let level = family.level?;
        let holds = f64::from(level.z) >= terms.z && f64::from(level.previous_z?) >= terms.z;
        let verdict = Verdict {
            rule: Rule::Persistent,
            severity: terms.severity,
            statistic: f64::from(level.z),
            threshold: terms.z,
        };
        let carrier = family.worst(|row| Some(row.z.min(row.previous_z?)));
        holds.then(|| scene.finding(&verdict, level, carrier))?
    };
    scene.families.iter().filter_map(of_family).collect()
}
