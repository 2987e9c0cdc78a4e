//! `not-measured`: a list misses the pupil, twice running, while others of the group are in it and the pupil is at school.
//!
//! A note: somebody to ask for, nothing is known of how the pupil does. Minimum: the list had the pupil before. Source:
//! docs/signals.md I9.

use super::{bare, scene::Verdict};
use crate::{
    analytics::Assessed,
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
        ruleset::UnmeasuredTerms,
    },
};

pub(super) fn findings(assessed: &Assessed<'_>, terms: UnmeasuredTerms) -> Vec<Finding> {
    let verdict = Verdict {
        rule: Rule::NotMeasured,
        severity: terms.severity.max(Severity::C),
        statistic: 2.0,
        threshold: 2.0,
    };
    let found = assessed.unmeasured.iter().filter_map(|one| {
        let mut finding = bare::finding(assessed, one.series, one.round, &verdict, "signal-missed")?;
        let list = &assessed.layout().series(one.series)?.instrument.name;
        // It is about the list, whichever scale stands first in it.
        (finding.scale_name, finding.whole_list) = (list.clone(), true);
        finding.reason = finding.reason.with("list", list);
        finding.level = Level::Pupil;
        (finding.school, finding.pupil) = (one.school, Some(one.pupil));
        finding.rounds_used = one.rounds_used;
        Some(finding)
    });
    found.collect()
}
