//! A finding on a group or school: on what it is by itself (`told`), or on how it moved (`shifted`).

use super::{bare, scene::Verdict, whole};
use crate::analytics::{Assessed, Unit, normal::NINETY};
use crate::ground::Message;
use crate::signals::finding::Finding;
use crate::signals::model::Level;

/// How far the mean of a unit lies from what was expected of it, in z: above 0 is worse.
#[derive(Debug, Clone, Copy)]
pub(super) struct Off {
    pub by: f64,
    /// The standard error of that: chance, and what units share or differ by anyhow.
    pub error: f64,
}

impl Off {
    /// What the mean of the unit was expected to be and the ends between which nine of ten would lie, in scores.
    fn expected(self, assessed: &Assessed<'_>, unit: &Unit) -> Option<(f64, f64, f64)> {
        let (low, high) = (self.by + NINETY * self.error, self.by - NINETY * self.error);
        let (low, high) = (mean_less(assessed, unit, low)?, mean_less(assessed, unit, high)?);
        Some((mean_less(assessed, unit, self.by)?, low.min(high), low.max(high)))
    }

    /// The mean with which the rule would have said nothing; none where more than this decides.
    fn hinge(self, assessed: &Assessed<'_>, unit: &Unit, verdict: &Verdict) -> Option<Message> {
        let decides = (self.by / self.error - verdict.statistic).abs() < 1e-9;
        let mean = mean_less(assessed, unit, self.by - verdict.threshold * self.error).filter(|_| decides)?;
        let (side, mean) = if mean > unit.mean {
            ("higher", (mean * 10.0).ceil())
        } else {
            ("lower", (mean * 10.0).floor())
        };
        Some(Message::new("hinge-mean").with("mean", mean / 10.0).word("side", side))
    }
}

/// The mean of a unit with so many z taken off, within the scale: a step of z is so many points as the unit's own pupils
/// have to a z.
fn mean_less(assessed: &Assessed<'_>, unit: &Unit, z: f64) -> Option<f64> {
    let series = assessed.layout().series(unit.series)?;
    let scale = series.scale()?;
    let (min, max) = series.key.score_type.range().unwrap_or((scale.min, scale.max));
    let points = (unit.within / unit.within_z).sqrt();
    let mean = unit.mean - series.sign() * points * z;
    mean.is_finite().then(|| mean.clamp(min, max))
}

/// A finding on a unit, with its mean and size, and what it was expected to be.
pub(super) fn told_off(
    assessed: &Assessed<'_>,
    unit: &Unit,
    verdict: &Verdict,
    level: Level,
    (key, off): (&'static str, Off),
) -> Option<Finding> {
    let mut finding = told(assessed, unit, verdict, level, key)?;
    finding.expect(off.expected(assessed, unit));
    finding.hinge = off.hinge(assessed, unit, verdict).unwrap_or(finding.hinge);
    Some(finding)
}

/// A finding on a unit, with its mean and size.
pub(super) fn told(
    assessed: &Assessed<'_>,
    unit: &Unit,
    verdict: &Verdict,
    level: Level,
    key: &'static str,
) -> Option<Finding> {
    let mut finding = on(assessed, unit, verdict, level, key)?;
    finding.n = Some(unit.n);
    finding.reason = finding.reason.with("n", unit.n);
    Some(finding)
}

/// A finding on a unit that moved: up or down, by how many of the pupils. `off`: how far the unit that is shown did, which
/// is a scale where the whole list was judged.
pub(super) fn shifted(
    assessed: &Assessed<'_>,
    unit: &Unit,
    verdict: &Verdict,
    (level, matched): (Level, u32),
    off: impl Fn(&Unit) -> Option<Off>,
) -> Option<Finding> {
    let whole_list = assessed.layout().series(unit.series)?.is_list();
    let shown = if whole_list { carrier(assessed, unit, verdict.statistic)? } else { unit };
    let down = verdict.statistic > 0.0;
    let key = match level {
        Level::School => "signal-school-trend",
        _ => "signal-group-shift",
    };
    let moved = if down { shown.worse } else { shown.matched - shown.worse };
    let mut finding = on(assessed, shown, verdict, level, key)?;
    let off = off(shown);
    finding.expect(off.and_then(|off| off.expected(assessed, shown)));
    let hinge = off.filter(|_| !whole_list).and_then(|off| off.hinge(assessed, shown, verdict));
    finding.hinge = hinge.unwrap_or(finding.hinge);
    (finding.series, finding.n) = (unit.series, Some(matched));
    finding.whole_list |= whole_list;
    finding.reason = finding
        .reason
        .word("way", if down { "worse" } else { "better" })
        .word("part", if whole_list && !whole::is_of_one(unit.mean, shown.mean_z) { "yes" } else { "no" })
        .with("moved", moved)
        .with("matched", if level == Level::Group { shown.matched } else { matched });
    Some(finding)
}

/// A finding on a unit, with its mean.
fn on(
    assessed: &Assessed<'_>,
    unit: &Unit,
    verdict: &Verdict,
    level: Level,
    key: &'static str,
) -> Option<Finding> {
    let mut finding = bare::finding(assessed, unit.series, unit.round, verdict, key)?;
    finding.level = level;
    (finding.school, finding.group) = (unit.school, unit.group);
    finding.observed = unit.mean;
    Some(finding)
}

/// Of a unit that moved as a whole list, the scale that moved most.
fn carrier<'a>(assessed: &'a Assessed<'_>, unit: &Unit, way: f64) -> Option<&'a Unit> {
    let layout = assessed.layout();
    let list = layout.series(unit.series)?.list;
    let parts = (0..).zip(&layout.series).filter(|(_, series)| series.list == list && series.is_part());
    let shift = |one: &Unit| one.moved().unwrap_or_default() * way.signum();
    parts
        .filter_map(|(series, _)| assessed.unit(series, unit))
        .max_by(|a, b| shift(a).total_cmp(&shift(b)).then(b.series.cmp(&a.series)))
}
