//! The assessments as the rules on pupils read them: per pupil, list and round the family of scales and the level of
//! the whole list. A list with one scale is its own level.
//!
//! Which domain a finding on a whole list gets: the total's own where the list has a total; else that of the scale that
//! carries it most (the scale and its scores then stand in the finding, the statistic is the list's).

use std::collections::BTreeMap;

use super::say;
use crate::{
    analytics::{Assessed, Assessment, Layout, Series},
    evidence::instruments::Scale,
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
    },
};

/// One pupil on one list in one round.
#[derive(Debug, Default)]
pub(super) struct Family<'a> {
    /// The scales that are judged together.
    pub parts: Vec<&'a Assessment>,
    /// The level of the list.
    pub level: Option<&'a Assessment>,
}

/// The families of all pupils.
pub(super) struct Scene<'a> {
    pub layout: &'a Layout,
    pub families: BTreeMap<(u32, u32, u32, i64), Family<'a>>,
}

/// What a rule says about a family.
pub(super) struct Verdict {
    pub rule: Rule,
    pub severity: Severity,
    pub statistic: f64,
    pub threshold: f64,
}

impl<'a> Scene<'a> {
    pub fn new(assessed: &'a Assessed) -> Self {
        let layout = &assessed.layout;
        let mut families: BTreeMap<_, Family<'a>> = BTreeMap::new();
        for row in &assessed.assessments {
            let Some(series) = layout.series(row.series) else {
                continue;
            };
            if !series.is_part() && !series.is_level {
                continue;
            }
            let key = (series.list, row.round, row.school, row.pupil);
            let family = families.entry(key).or_default();
            if series.is_part() {
                family.parts.push(row);
            }
            if series.is_level {
                family.level = Some(row);
            }
        }
        Self { layout, families }
    }

    /// The finding on a series; for the level of a whole list `carrier` is the scale that carries it most.
    pub fn finding(
        &self,
        verdict: &Verdict,
        judged: &Assessment,
        carrier: Option<&Assessment>,
    ) -> Option<Finding> {
        let series = self.layout.series(judged.series)?;
        let shown = if series.is_list() { carrier? } else { judged };
        let (shown_series, scale) = self.scale(shown)?;
        let norm = shown.norm.and_then(|at| series.instrument.norms.get(at as usize));
        let round = self.layout.label(judged.series, judged.round).to_owned();
        let whole_list = series.is_list() || scale.is_total();
        let reason = say::pupil(verdict.rule, whole_list, shown_series, shown, scale, &round);
        Some(Finding {
            rule: verdict.rule,
            level: Level::Pupil,
            severity: verdict.severity,
            domain: scale.domain,
            school: judged.school,
            group: judged.group,
            pupil: Some(judged.pupil),
            series: judged.series,
            round_at: judged.round,
            round,
            instrument: series.key.instrument.clone(),
            version: series.key.version.clone(),
            informant: series.key.informant,
            scale: shown_series.key.scale.clone(),
            scale_name: scale.name.clone(),
            score_type: series.key.score_type,
            whole_list,
            observed: shown.score,
            expected: shown.expected.map(|e| e.score),
            expected_low: shown.expected.map(|e| e.low),
            expected_high: shown.expected.map(|e| e.high),
            z: Some(shown.z),
            statistic: verdict.statistic,
            threshold: verdict.threshold,
            rounds_used: judged.rounds_used,
            n: None,
            norm: norm.map(|norm| format!("{} ({})", norm.source, norm.date)),
            pool: Some(shown.pool),
            reason,
        })
    }

    /// The row's series and scale.
    fn scale(&self, row: &Assessment) -> Option<(&'a Series, &'a Scale)> {
        let series = self.layout.series(row.series)?;
        Some((series, series.scale()?))
    }
}

impl<'a> Family<'a> {
    /// The scale that is worst by a figure.
    pub fn worst(&self, figure: impl Fn(&Assessment) -> Option<f64>) -> Option<&'a Assessment> {
        let rows = self.parts.iter().copied();
        rows.max_by(|a, b| {
            let value = |row: &Assessment| figure(row).unwrap_or(f64::NEG_INFINITY);
            value(a).total_cmp(&value(b)).then(b.series.cmp(&a.series))
        })
    }
}
