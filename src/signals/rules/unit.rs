//! A finding on a group or school that moved. The rules that ask for one: `group_shift`, `school_trend`.

use super::hinge;
use super::say::common;
use super::scene::Verdict;
use crate::analytics::{Assessed, Unit};
use crate::signals::finding::Finding;
use crate::signals::model::Level;

/// A finding on a group or school that moved: up or down, by how many of the pupils.
pub(super) fn shifted(
    assessed: &Assessed<'_>,
    unit: &Unit,
    verdict: &Verdict,
    level: Level,
    matched: u32,
) -> Option<Finding> {
    let layout = assessed.layout();
    let whole_list = layout.series(unit.series)?.is_list();
    let shown = if whole_list { carrier(assessed, unit, verdict.statistic)? } else { unit };
    let series = layout.series(shown.series)?;
    let scale = series.scale()?;
    let round = layout.label(unit.series, unit.round);
    let down = verdict.statistic > 0.0;
    let key = match level {
        Level::School => "signal-school-trend",
        _ => "signal-group-shift",
    };
    let moved = if down { shown.worse } else { shown.matched - shown.worse };
    let reason = common(key, series, scale, round)
        .with("way", if down { "worse" } else { "better" })
        .with("moved", moved)
        .with("matched", matched);
    Some(Finding {
        rule: verdict.rule,
        level,
        severity: verdict.severity,
        domain: Some(scale.domain),
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
        whole_list: whole_list || scale.is_total(),
        observed: shown.mean,
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
        band: None,
        hinge: hinge::other(verdict.rule),
        reason,
    })
}

/// Of a unit that moved as a whole list, the scale that moved most.
fn carrier<'a>(assessed: &'a Assessed<'_>, unit: &Unit, way: f64) -> Option<&'a Unit> {
    let layout = assessed.layout();
    let list = layout.series(unit.series)?.list;
    let part = |one: &&Unit| layout.series(one.series).is_some_and(|s| s.list == list && s.is_part());
    let same = |one: &&Unit| (one.school, one.group, one.year) == (unit.school, unit.group, unit.year);
    let units = if unit.group.is_some() { &assessed.groups } else { &assessed.schools };
    let shift = |one: &Unit| one.shift.unwrap_or_default() * way.signum();
    units
        .iter()
        .filter(part)
        .filter(same)
        .max_by(|a, b| shift(a).total_cmp(&shift(b)).then(b.series.cmp(&a.series)))
}
