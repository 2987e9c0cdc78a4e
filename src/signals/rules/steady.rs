//! `steady-decline`: going down over four rounds or more, and not in the last one alone.
//!
//! The slope of a pupil's z over all rounds, by generalised least squares with the correlations of the list; it holds
//! where it is above nought with `probability`. Judged on the list's total, else on the mean over its scales. Never more
//! than a note: at .15 SD a round it finds 7 to 12 of 100. Beside it stands how many points the scores went a year (Theil–Sen). What was no worse the round
//! before than at first came in one fall: `unexpected-decline` tells of that. Minimum: four rounds. Default .975. Source: docs/signals.md I4, 5.10.

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
        let scores = scene.assessed.scores_until(scene.shown(level, carrier)?);
        if !was_going_down(&scores) {
            return None;
        }
        let mut finding = scene.finding(&verdict, level, carrier)?;
        finding.slope = theil_sen(&scores).map(|a_day| a_day * A_YEAR);
        Some(finding)
    };
    scene.of_families(of_family)
}

/// Whether the round before the last lay, seen from the first, on the same side as the last. Days and scores, oldest first.
fn was_going_down(scores: &[(f64, f64)]) -> bool {
    let [(_, first), .., (_, before), (_, last)] = scores else { return false };
    (before - first) * (last - first) > 0.0
}
