//! `group-share`: many pupils of a group score low.
//!
//! The Wilson 95 % interval of the share with a z of at least 0.8416 (the lowest fifth of the reference) lies above
//! `share`. A note: its false rate goes up and down with the size of the group (25 pupils: 9; 15: 7). Minimum: `minimum`
//! pupils, and scores in which the lowest fifth can be told (no quartiles, no A–E). Default .20 and 10. Source: docs/signals.md C3, 5.10.

use super::{
    scene::Verdict,
    silence::{Lack, Why},
    unit::told,
};
use crate::{
    analytics::{Assessed, Unit},
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
        ruleset::ShareTerms,
    },
};

pub(super) fn findings(assessed: &Assessed<'_>, terms: ShareTerms) -> Vec<Finding> {
    let groups = assessed.groups.iter().filter(|unit| lacks(unit, terms).is_none());
    let found = groups.filter(|unit| unit.concern_interval.0 > terms.share).filter_map(|unit| {
        let series = assessed.layout().series(unit.series)?;
        if !series.may_signal() || !series.key.score_type.carries_fifth() {
            return None;
        }
        let verdict = Verdict {
            rule: Rule::GroupShare,
            severity: terms.severity.max(Severity::C),
            statistic: unit.concern_interval.0,
            threshold: terms.share,
        };
        let mut finding = told(assessed, unit, &verdict, Level::Group, "signal-group-share")?;
        let low = (unit.concern * f64::from(unit.n)).round();
        finding.reason = finding.reason.with("low", low);
        Some(finding)
    });
    found.collect()
}

/// What a group lacks to be judged.
pub(super) fn lacks(unit: &Unit, terms: ShareTerms) -> Lack {
    (unit.n < terms.minimum).then_some((Why::Few, terms.minimum))
}
