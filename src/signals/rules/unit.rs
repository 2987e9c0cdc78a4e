//! A finding on a group or school that moved. The rules that ask for one: `group_shift`, `school_trend`.

use super::say::common;
use super::scene::Verdict;
use crate::analytics::{Layout, Unit};
use crate::signals::finding::Finding;
use crate::signals::model::Level;

/// A finding on a group or school that moved: up or down, by how many of the pupils.
pub(super) fn shifted(
    layout: &Layout,
    unit: &Unit,
    verdict: &Verdict,
    level: Level,
    matched: u32,
) -> Option<Finding> {
    let series = layout.series(unit.series)?;
    let scale = series.scale()?;
    let round = layout.label(unit.series, unit.round);
    let down = verdict.statistic > 0.0;
    let key = match level {
        Level::School => "signal-school-trend",
        _ => "signal-group-shift",
    };
    let moved = if down { unit.worse } else { unit.matched - unit.worse };
    let reason = common(key, series, scale, round)
        .with("way", if down { "worse" } else { "better" })
        .with("moved", moved)
        .with("matched", matched);
    Some(Finding {
        rule: verdict.rule,
        level,
        severity: verdict.severity,
        domain: scale.domain,
        school: unit.school,
        group: unit.group,
        pupil: None,
        series: unit.series,
        round_at: unit.round,
        round: round.to_owned(),
        instrument: series.key.instrument.clone(),
        version: series.key.version.clone(),
        informant: series.key.informant,
        scale: series.key.scale.clone(),
        scale_name: scale.name.clone(),
        score_type: series.key.score_type,
        whole_list: scale.is_total(),
        observed: unit.mean,
        expected: None,
        expected_low: None,
        expected_high: None,
        z: None,
        statistic: verdict.statistic,
        threshold: verdict.threshold,
        rounds_used: unit.round + 1,
        n: Some(matched),
        norm: None,
        pool: None,
        reason,
    })
}
