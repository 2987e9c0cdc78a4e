//! `steady-decline`: going down little by little, over four rounds or more.
//!
//! The slope of a pupil's z over all rounds, by generalised least squares with the correlations of the list; it holds
//! where it is above nought with `probability`. Judged on the list's total, else on the mean over its scales. Never more
//! than a note: at .15 SD a round it finds 7 to 12 of 100. Beside it stands how many points the scores went a year (Theil–Sen). Minimum: four rounds. Default .975. Source: docs/signals.md I4, 5.10.

use super::scene::{Family, Scene, Verdict};
use crate::{
    analytics::{normal, theil_sen},
    signals::{
        finding::{Finding, Rule},
        model::Severity,
        ruleset::SteadyTerms,
    },
};

/// Days.
const A_YEAR: f64 = 365.25;

pub(super) fn findings(scene: &Scene<'_>, terms: SteadyTerms) -> Vec<Finding> {
    let threshold = normal::z_above(1.0 - terms.probability);
    let of_family = |family: &Family<'_>| {
        let level = family.level?;
        let statistic = f64::from(level.slope?);
        let verdict = Verdict {
            rule: Rule::SteadyDecline,
            severity: terms.severity.max(Severity::C),
            statistic,
            threshold,
        };
        if statistic <= threshold {
            return None;
        }
        let carrier = family.worst(|row| row.slope);
        let mut finding = scene.finding(&verdict, level, carrier)?;
        let shown = if scene.layout.series(level.series)?.is_list() { carrier? } else { level };
        let scores = scene.assessed.scores_until(shown);
        finding.slope = theil_sen(&scores).map(|a_day| a_day * A_YEAR);
        Some(finding)
    };
    scene.of_families(of_family)
}
