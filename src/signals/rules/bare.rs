//! A finding without scores of its own: on a whole group or school, or on who was not measured. Its sentence names the
//! scale, who filled it in and the round; the rule adds what it knows.

use super::{hinge, say::common, scene::Verdict};
use crate::{
    analytics::Assessed,
    signals::{
        finding::{Finding, Telling},
        model::Level,
    },
};

/// A finding on the school 0 about a series in a round, for a rule to fill in.
pub(super) fn finding(
    assessed: &Assessed<'_>,
    series: u32,
    round: u32,
    verdict: &Verdict,
    key: &'static str,
) -> Option<Finding> {
    let layout = assessed.layout();
    let of = layout.series(series)?;
    let scale = of.scale()?;
    let label = layout.label(series, round);
    Some(Finding {
        rule: verdict.rule,
        level: Level::School,
        severity: verdict.severity,
        domain: Some(scale.domain),
        school: 0,
        group: None,
        pupil: None,
        series,
        round_at: round,
        round: label.to_owned(),
        instrument: of.key.instrument.clone(),
        version: of.key.version.clone(),
        informant: of.key.informant,
        scale: of.key.scale.clone(),
        scale_name: scale.name.clone(),
        score_type: of.key.score_type,
        whole_list: scale.is_total(),
        telling: Telling::Told,
        observed: f64::NAN,
        expected: None,
        expected_low: None,
        expected_high: None,
        z: None,
        statistic: verdict.statistic,
        threshold: verdict.threshold,
        rounds_used: round + 1,
        changed: false,
        both: None,
        slope: None,
        year: None,
        n: None,
        norm: None,
        reach: None,
        other_norm: None,
        on_the_list: Vec::new(),
        placed: Vec::new(),
        pool: None,
        band: None,
        tested: None,
        hinge: hinge::other(verdict.rule),
        reason: common(key, of, scale, label),
    })
}
