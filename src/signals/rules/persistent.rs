//! `persistent`: low in this round and in the one before.
//!
//! z is at least `z` in both, on the same reference. Judged on the list's total, else on the mean over its scales; where
//! several people filled the list in they share the load. Minimum: two rounds running whose answers can be relied upon.
//! Default: docs/signals.md, "Thresholds". Source: docs/signals.md I3, 5.2 and 5.11.

use super::scene::{Family, Scene, Verdict, shared};
use crate::signals::{
    finding::{Finding, Rule, Telling},
    ruleset::PersistentTerms,
};

pub(super) fn findings(scene: &Scene<'_>, terms: PersistentTerms) -> Vec<Finding> {
    let of_family = |family: &Family<'_>| {
        let level = family.level.filter(|level| scene.was_relied_on(level))?;
        let (now, before) = (f64::from(level.z), f64::from(level.previous_z?));
        let each = [(shared(terms.z, family.informants.powi(2)), Telling::Told), (terms.z, Telling::GoesOn)];
        let (threshold, telling) =
            each.into_iter().find(|(threshold, _)| now >= *threshold && before >= *threshold)?;
        let verdict = Verdict { rule: Rule::Persistent, severity: terms.severity, statistic: now, threshold };
        let carrier = family.worst(|row| Some(row.z.min(row.previous_z?)));
        Some(Finding { telling, ..scene.finding(&verdict, level, carrier)? })
    };
    scene.of_families(of_family)
}
