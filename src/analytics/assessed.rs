//! What the analysis gives: plain rows per pupil, group and school, each judged in its own round with what was known
//! then. No sentence and no threshold lives here.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    analysis::Analysis,
    assess::Judged,
    layout::Layout,
    normal::NINETY,
    norms::Curve,
    reference::{FIFTH, Reference},
    table::SeriesKey,
    unit::Unit,
};
use crate::evidence::instruments::{Scale, Stability};

/// One administration period of one cycle (instrument × informant).
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// Place of the label in the table's rounds.
    pub label: u32,
    /// Median day of its scores, in days since 1970.
    pub median_day: f64,
}

/// What was expected of a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// The expected z given the pupil's earlier rounds.
    pub z: f32,
    /// Variance of the observed z around it (0–1).
    pub variance: f32,
    /// (z − expected z) / √variance: standard normal while nothing happens.
    pub surprise: f32,
}

/// What was expected, as scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExpectedScore {
    /// The score at the expected z.
    pub score: f64,
    /// Lower end of the 90 % interval.
    pub low: f64,
    /// Upper end of the 90 % interval.
    pub high: f64,
}

/// Who filled in on a pupil, against the round before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Hands {
    /// The same person, or nobody knows.
    #[default]
    Same,
    /// Another person, whose manner the group does not share: the other parent.
    Other,
    /// Another person, as for the group as a whole: the teacher of this year.
    OfGroup,
}

/// One pupil on one series in one round. Figures are kept to seven digits: there are millions of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Place in `Layout::series`.
    pub series: u32,
    /// Which round of the series' cycle, from 0.
    pub round: u32,
    /// The school's number.
    pub school: u32,
    /// The group's number.
    pub group: Option<u32>,
    /// The year level.
    pub year: Option<u32>,
    /// The pupil's number.
    pub pupil: i64,
    /// The score; for the level of a whole list, the mean z of its scales.
    pub score: f64,
    /// How it stands against the reference; above 0 is worse.
    pub z: f32,
    /// The z of the round before, on the same reference; none where it was not measured then.
    pub previous_z: Option<f32>,
    /// What was expected; none in a first round.
    pub expected: Option<Expected>,
    /// The detection statistic: standard normal while nothing happens (`trend`).
    pub trend: Option<f32>,
    /// The same with (nearly) all taken out that the pupil's group shares in this round: for a group that has a signal
    /// of its own.
    pub trend_in_group: Option<f32>,
    /// Whether the list as a whole carries the trend, not this scale by itself.
    pub of_whole_list: bool,
    /// P(true score beyond P90 of the reference | all rounds); none where it cannot be told.
    pub level_probability: Option<f32>,
    /// How much Φ⁻¹ of that probability rises with z.
    pub level_per_z: Option<f32>,
    /// The surprise of this round without what the group shares, on the spread of the round.
    pub own: Option<f32>,
    /// How much the trend rises with it; none where other scales or informants have a part in it.
    pub own_gain: Option<f32>,
    /// The slope over four rounds or more in standard errors; above 0 is worse.
    pub slope: Option<f32>,
    /// Who filled in, against the round before.
    pub hands: Hands,
    /// Whether that person filled in for the group: the pupil is held against those of it who have the same, else against all.
    pub for_group: bool,
    /// Rounds this rests on, the present one included.
    pub rounds_used: u32,
    /// The published norm that was used, as place in the instrument's norms; none: the pool.
    pub norm: Option<u32>,
}

/// A pupil whom a list misses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unmeasured {
    /// The first series of the list.
    pub series: u32,
    /// The round.
    pub round: u32,
    /// The school's number.
    pub school: u32,
    /// The pupil's number.
    pub pupil: i64,
    /// Rounds in which the list has the pupil.
    pub rounds_used: u32,
}

/// A pupil on a list: place of the list, school and pupil.
pub type OnList = (u32, u32, i64);

/// One round of each cycle, judged with what was known then.
#[derive(Debug)]
pub struct Assessed<'a> {
    /// What was analysed.
    pub analysis: &'a Analysis,
    /// What was judged, by list; rows of it are made as they are asked for (`pieces`).
    pub(super) judged: Vec<Judged<'a>>,
    /// Per group, by series, school and group.
    pub groups: Vec<Unit>,
    /// Per school, and per year level of a school where the table knows it.
    pub schools: Vec<Unit>,
    /// Pupils who were not measured in this round and the one before, though other lists have them.
    pub unmeasured: Vec<Unmeasured>,
    /// What scores are compared with.
    pub(super) reference: Reference,
    /// Per series: how its scores hang together over time, by the run's own pairs.
    pub(super) stabilities: BTreeMap<u32, Stability>,
    /// Of series that stand alone: the spread of their recentred surprises, and of how many pupils.
    pub(super) spreads: BTreeMap<u32, (f64, f64)>,
}

impl Assessed<'_> {
    /// Keeps what is about the last round of its instrument and informant. One of them may have filled in since the round
    /// looked at; what that says is told of that later round.
    pub fn keep_last(&mut self) {
        let layout = &self.analysis.layout;
        let first = |one: &Judged<'_>| one.list.series.first().copied();
        self.judged.retain(|one| first(one).is_some_and(|series| layout.is_last(series, one.until)));
        self.groups.retain(|unit| layout.is_last(unit.series, unit.round));
        self.schools.retain(|unit| layout.is_last(unit.series, unit.round));
        self.unmeasured.retain(|one| layout.is_last(one.series, one.round));
    }

    /// What the numbers of the rows point to.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.analysis.layout
    }

    /// The pupils and lists among these rows that cannot be relied upon in this round, each with the control scale that says
    /// so.
    #[must_use]
    pub fn doubted(&self, rows: &[Assessment]) -> BTreeMap<OnList, &Scale> {
        let controls: BTreeMap<u32, &Scale> = self.controls().collect();
        if controls.is_empty() {
            return BTreeMap::new();
        }
        let doubt = |row: &Assessment| {
            let scale = controls.get(&row.series).filter(|scale| scale.doubts(row.score))?;
            Some((self.on_list(row), *scale))
        };
        rows.iter().filter_map(doubt).collect()
    }

    /// The same among all rows.
    #[must_use]
    pub fn all_doubted(&self) -> BTreeMap<OnList, &Scale> {
        if self.controls().next().is_none() {
            return BTreeMap::new();
        }
        self.pieces(|rows| self.doubted(rows)).into_iter().flatten().collect()
    }

    /// The pupils and lists that could not be relied upon in the round before.
    #[must_use]
    pub fn doubted_before(&self) -> BTreeSet<OnList> {
        let of_control = |(at, scale): (u32, &Scale)| {
            let now = self.judged.iter().find(|one| one.list.series.contains(&at)).map(|one| one.until);
            let list = self.layout().series(at).map_or(u32::MAX, |series| series.list);
            let doubted = self.analysis.scores_before(at, now).filter(|(.., score)| scale.doubts(*score));
            doubted.map(|(school, pupil, _)| (list, school, pupil)).collect::<Vec<_>>()
        };
        self.controls().flat_map(of_control).collect()
    }

    /// The control scales, by series.
    fn controls(&self) -> impl Iterator<Item = (u32, &Scale)> {
        (0..).zip(&self.layout().series).filter_map(|(at, series)| {
            let scale = series.scale().filter(|scale| scale.control_from.is_some())?;
            Some((at, scale))
        })
    }

    /// Which pupil on which list a row is about.
    #[must_use]
    pub fn on_list(&self, row: &Assessment) -> OnList {
        (self.layout().series(row.series).map_or(u32::MAX, |series| series.list), row.school, row.pupil)
    }

    /// The scores of a pupil on the series of a row, up to its round: day since 1970 and score.
    #[must_use]
    pub fn scores_until(&self, row: &Assessment) -> Vec<(f64, f64)> {
        let round = self.layout().rounds(row.series).get(row.round as usize).map(|round| round.label);
        let mut scores = Vec::new();
        for (label, day, score) in self.analysis.history(row.series, row.school, row.pupil) {
            scores.push((f64::from(day), score));
            if Some(label) == round {
                break;
            }
        }
        scores
    }

    /// How the scores of each series hang together over time, by the run's own pairs; not the levels of whole lists.
    pub fn stabilities(&self) -> impl Iterator<Item = (&SeriesKey, Stability)> {
        let of_scales =
            self.stabilities.iter().filter_map(|(at, found)| Some((self.layout().series(*at)?, *found)));
        of_scales.filter(|(series, _)| !series.is_list()).map(|(series, found)| (&series.key, found))
    }

    /// The same group, school or year level on another series.
    #[must_use]
    pub fn unit(&self, series: u32, of: &Unit) -> Option<&Unit> {
        let key = |unit: &Unit| (unit.series, unit.school, unit.group, unit.year);
        let (whole, years) = self.schools.split_at(self.schools.partition_point(|unit| unit.year.is_none()));
        let units = match (of.group, of.year) {
            (Some(_), _) => self.groups.as_slice(),
            (None, None) => whole,
            (None, Some(_)) => years,
        };
        let found = units.binary_search_by_key(&(series, of.school, of.group, of.year), key);
        found.ok().and_then(|at| units.get(at))
    }

    /// Which share of all scores that a series is compared with lies in what counts as the worst fifth (0–1): on a scale of
    /// few scores that is no fifth.
    #[must_use]
    pub fn fifth(&self, series: u32) -> f64 {
        self.reference.fifths.get(series as usize).copied().unwrap_or(FIFTH)
    }

    /// Whether all scores that a series is compared with are the same.
    #[must_use]
    pub fn is_flat(&self, series: u32) -> bool {
        let ends = self.reference.curves.get(series as usize).and_then(|(curve, _)| curve.ends());
        ends.is_some_and(|(low, high)| high <= low)
    }

    /// How many scores the pool of a series holds.
    #[must_use]
    pub fn pool(&self, series: u32) -> u32 {
        self.reference.curves.get(series as usize).map_or(0, |(_, n)| *n)
    }

    /// What was expected of a row, on the scale of its scores; none for the level of a whole list, which has none.
    #[must_use]
    pub fn expected_score(&self, row: &Assessment) -> Option<ExpectedScore> {
        let expected = row.expected?;
        let (curve, sign) = self.curve(row)?;
        let (mean, half) = (f64::from(expected.z), NINETY * f64::from(expected.variance).sqrt());
        let score = |z: f64| curve.score_at(sign * z);
        let ends = (score(mean - half), score(mean + half));
        Some(ExpectedScore { score: score(mean), low: ends.0.min(ends.1), high: ends.0.max(ends.1) })
    }

    /// What a row was compared with, and +1 where a high score is worse, −1 where it is better; none for the level of a
    /// whole list.
    pub(super) fn curve(&self, row: &Assessment) -> Option<(&Curve, f64)> {
        let sign = self.layout().series(row.series)?.sign();
        let published = row.norm.and_then(|norm| self.analysis.published.get(&(row.series, norm)));
        let curve =
            published.or_else(|| self.reference.curves.get(row.series as usize).map(|(curve, _)| curve))?;
        (!curve.is_empty()).then_some((curve, sign))
    }
}
