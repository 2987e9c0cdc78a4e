//! `steady-decline`: going down little by little, over four rounds or more.
//!
//! The slope of a pupil's z over all rounds, by generalised least squares with the correlations of the list; it holds
//! where it is above nought with `probability`. Judged on the list's total, else on the mean over its scales. Never more
//! than a note: at .15 SD a round it finds 7 to 12 of 100. Minimum: four rounds. Default .975. Source: docs/signals.md I4, 5.10.

use super::scene::{Family, Scene, Verdict};
use crate::{
    analytics::normal,
    signals::{
        finding::{Finding, Rule},
        model::Severity,
        ruleset::SteadyTerms,
    },
};

pub(super) fn findings(scene: &Scene<'_>, terms: SteadyTerms) -> Vec<Finding> {
    let threshold = normal::z_above(1.0 - terms.probability);
    let of_family = |family: &Family<'_>| {
        let level = family.level?;
        let statistic = f64::from(level.slope.get()?);
        let verdict = Verdict {
            rule: Rule::SteadyDecline,
            severity: terms.severity.max(Severity::C),
            statistic,
            threshold,
        };
        (statistic > threshold)
            .then(|| scene.finding(&verdict, level, family.worst(|row| row.slope.get())))?
    };
    scene.of_families(of_family)
}
