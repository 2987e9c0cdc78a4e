//! `unexpected-decline`: lower than the pupil's own earlier rounds gave reason to expect.
//!
//! Judged is the trend: the standardised EWMA of what each round brought beyond expectation. A list with one scale has
//! one trend, against `total`. A list with several is a family: the pattern of each scale ("lower here, while the others
//! stayed") and the list's level (a general decline, to which patterns are blind). Either each has its own threshold
//! (`scale`, `total`), or Benjamini-Hochberg holds the family at `false_discovery`; the threshold in the finding is then
//! the z that its last rejection came down to. The list's level speaks only where no scale of it does (see `fresh`).
//! Minimum: two rounds. Default 1.96 and 5 %. Source: signals.md I2, 0.11, 1.9, 5.2.

use super::scene::{Family, Scene, Verdict};
use crate::{
    analytics::{Assessment, normal},
    signals::{
        finding::{Finding, Rule},
        ruleset::DeclineTerms,
    },
};

pub(super) fn findings(scene: &Scene<'_>, terms: DeclineTerms) -> Vec<Finding> {
    let mut found = Vec::new();
    for family in &scene.families {
        let members = members(family);
        let alone = members.len() == 1;
        let cut = match (alone, terms.false_discovery) {
            (false, Some(rate)) => {
                let trends: Vec<f64> = members.iter().map(|(_, trend)| *trend).collect();
                rejected_above(&trends, rate)
            }
            _ => None,
        };
        for (row, trend) in members {
            let is_level = family.level.is_some_and(|level| level.series == row.series);
            let threshold = match (terms.scale, terms.false_discovery) {
                (_, Some(_)) if !alone => cut,
                (Some(scale), _) if !is_level => Some(scale),
                _ => Some(terms.total),
            };
            let verdict = |threshold| Verdict {
                rule: Rule::UnexpectedDecline,
                severity: terms.severity,
                statistic: trend,
                threshold,
            };
            let carrier = family.worst(|part| part.trend);
            let holds = threshold.filter(|threshold| trend > *threshold);
            found.extend(holds.and_then(|z| scene.finding(&verdict(z), row, carrier)));
        }
    }
    found
}

/// The scales and the level of the list, each once, with their trends.
fn members<'a>(family: &Family<'a>) -> Vec<(&'a Assessment, f64)> {
    let own = |row: &&Assessment| family.parts.iter().all(|part| part.series != row.series);
    let level = family.level.filter(own);
    let all = family.parts.iter().copied().chain(level);
    all.filter_map(|row| Some((row, f64::from(row.trend?)))).collect()
}

/// Benjamini-Hochberg, one-sided: the z above which members are rejected; none when none is.
fn rejected_above(trends: &[f64], rate: f64) -> Option<f64> {
    let mut shares: Vec<f64> = trends.iter().map(|z| normal::share_below(-z)).collect();
    shares.sort_by(f64::total_cmp);
    let m = shares.len() as f64;
    let cuts = shares.iter().zip(1_u32..);
    let last = cuts.map(|(p, rank)| (*p, f64::from(rank) * rate / m)).filter(|(p, cut)| p <= cut).last()?;
    Some(normal::z_above(last.1))
}

#[cfg(test)]
mod tests {
    use super::{normal, rejected_above};

    #[test]
    fn benjamini_hochberg_rejects_four_of_the_fifteen_of_1995() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
            0.6528, 0.7590, 0.9999,
        ];
        let trends = p.map(normal::z_above);
        let cut = rejected_above(&trends, 0.05).unwrap();
        assert_eq!(trends.iter().filter(|z| **z > cut).count(), 4);
        assert!(rejected_above(&[1.0, 0.5], 0.05).is_none());
    }
}
