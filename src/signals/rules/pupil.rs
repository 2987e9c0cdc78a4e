//! A finding on a pupil, as a rule's verdict and the scene make it: which scale speaks for a whole list.
//!
//! Which domain a finding on a whole list gets: the total's own where the list has a total; else that of the scale that
//! carries it most (the scale and its scores then stand in the finding, the statistic is the list's).

use super::carried;
use super::hinge;
use super::say;
use super::scene::{Scene, Verdict};
use super::whole;
use crate::analytics::{Assessment, Hands, Series};
use crate::evidence::{
    instruments::{Norm, Placed, Scale},
    score_type::ScoreType,
};
use crate::signals::finding::{Finding, OnTheList, OtherNorm, Telling};
use crate::signals::model::Level;

/// How a pupil stands on a list as a whole.
pub(super) fn on_the_list(series: &Series, level: &Assessment) -> OnTheList {
    OnTheList { informant: series.key.informant, z: level.z.into() }
}

impl<'a> Scene<'a> {
    /// The finding on a series; for the level of a whole list `carrier` is the scale that carries it most.
    pub fn finding(
        &self,
        verdict: &Verdict,
        judged: &Assessment,
        carrier: Option<&Assessment>,
    ) -> Option<Finding> {
        let series = self.layout.series(judged.series)?;
        let shown = self.shown(judged, carrier)?;
        let (shown_series, scale) = self.scale(shown)?;
        let norm = shown.norm.and_then(|at| series.instrument.norms.get(at as usize));
        let round = self.layout.label(judged.series, judged.round).to_owned();
        let whole_list = series.is_list() || scale.is_total();
        let expected = self.assessed.expected_score(shown);
        let is_all = series.is_list() && whole::is_of_one(judged.score, shown.z.into());
        let what = say::Shown { series: shown_series, scale, row: shown, expected, is_all };
        let reason = say::pupil(verdict.rule, whole_list, &what, &round);
        Some(Finding {
            rule: verdict.rule,
            level: Level::Pupil,
            severity: verdict.severity,
            domain: Some(scale.domain),
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
            telling: Telling::Told,
            observed: shown.score,
            expected: expected.map(|e| e.score),
            expected_low: expected.map(|e| e.low),
            expected_high: expected.map(|e| e.high),
            z: Some(f64::from(shown.z)),
            statistic: verdict.statistic,
            threshold: verdict.threshold,
            rounds_used: shown.rounds_used,
            changed: judged.hands != Hands::Same,
            both: carried::apart(shown).filter(|_| judged.hands != Hands::Same),
            slope: None,
            year: None,
            n: None,
            norm: norm.map(|norm| format!("{} ({})", norm.source, norm.date)),
            reach: norm.map(Norm::reach),
            other_norm: self.assessed.by_other_norm(shown).map(|(norm, z)| OtherNorm { sex: norm.sex, z }),
            on_the_list: (series.is_list() && !is_all)
                .then(|| on_the_list(series, judged))
                .into_iter()
                .collect(),
            placed: self.placed(shown, shown_series),
            pool: Some(self.assessed.pool(shown.series)),
            band: self.assessed.band(shown),
            tested: None,
            hinge: hinge::of_pupil(self.assessed, verdict, judged, scale.high_is),
            reason,
        })
    }

    /// The row whose scores a finding names: of the level of a list by its scales the one that carries it most.
    pub fn shown<'r>(
        &self,
        judged: &'r Assessment,
        carrier: Option<&'r Assessment>,
    ) -> Option<&'r Assessment> {
        if self.layout.series(judged.series)?.is_list() { carrier } else { Some(judged) }
    }

    /// The bands of others in which a raw score falls.
    fn placed(&self, row: &Assessment, series: &Series) -> Vec<Placed> {
        if series.key.score_type != ScoreType::Raw || series.instrument.bands.is_empty() {
            return Vec::new();
        }
        let age = self.assessed.analysis.age(row).map(u32::from);
        series.instrument.placed(&series.key.scale, series.key.informant, age, row.score)
    }

    /// The row's series and scale.
    fn scale(&self, row: &Assessment) -> Option<(&'a Series, &'a Scale)> {
        let series = self.layout.series(row.series)?;
        Some((series, series.scale()?))
    }
}
