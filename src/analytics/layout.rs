//! What the numbers of a run point to: each series with its scale's definition, the lists that series belong to
//! and the rounds of each cycle (instrument × informant).

use std::{collections::BTreeMap, sync::Arc};

use super::{
    assessed::Round,
    norms::{self, Curve},
    table::{ScoreTable, SeriesKey, number},
};
use crate::{
    evidence::{
        instruments::{Catalogue, Direction, Instrument, Scale},
        score_type::ScoreType,
    },
    ground::{Error, Message, Result},
};

/// A series: one scale of a list, or the level of a whole list by its scales.
#[derive(Debug, Clone)]
pub struct Series {
    /// Instrument, version, informant, scale (empty for the level of a whole list) and unit.
    pub key: SeriesKey,
    /// Place of the instrument × informant: what shares rounds.
    pub cycle: u32,
    /// Place of the instrument × version × informant × unit: what is judged together.
    pub list: u32,
    /// The definition.
    pub instrument: Arc<Instrument>,
    /// Place among the scales of the list that are in this run; of the level of a whole list, none of them.
    pub(super) column: u32,
    /// Whether the level of the list may be judged on this series: its total, the mean over its scales, or its only scale.
    /// Which it is, is settled by pupil and by group, by what each has.
    pub is_level: bool,
    /// Place of the scale in its instrument: looked up once, asked millions of times.
    place: Option<usize>,
}

impl Series {
    /// The scale's definition; none for the level of a whole list.
    #[must_use]
    pub fn scale(&self) -> Option<&Scale> {
        self.instrument.scales.get(self.place?)
    }

    /// Whether it is a scale that may raise signals.
    #[must_use]
    pub fn may_signal(&self) -> bool {
        self.scale().is_some_and(|scale| scale.signals)
    }

    /// Whether this is the level of a whole list.
    #[must_use]
    pub const fn is_list(&self) -> bool {
        self.key.scale.is_empty()
    }

    /// Whether it is a total of its list.
    #[must_use]
    pub fn is_total(&self) -> bool {
        self.scale().is_some_and(Scale::is_total)
    }

    /// Whether the series is one of the scales that are judged as a family.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.scale().is_some_and(|s| s.signals && !s.is_total())
    }

    /// Whether its unit is fine enough to tell a change.
    #[must_use]
    pub const fn carries_change(&self) -> bool {
        self.key.score_type.carries_change()
    }

    /// +1 where high is worse, −1 where high is better. The level of a whole list is in z: +1.
    #[must_use]
    pub fn sign(&self) -> f64 {
        match self.scale().map(|scale| scale.high_is) {
            Some(Direction::Strength) => -1.0,
            Some(Direction::Concern) | None => 1.0,
        }
    }
}

/// What the numbers of a run point to.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The series of the table, then the levels of whole lists.
    pub series: Vec<Series>,
    /// The rounds of each cycle, by median day.
    pub cycles: Vec<Vec<Round>>,
    /// The labels of rounds.
    pub labels: Vec<String>,
}

impl Layout {
    /// The layout of a table, without its rounds.
    pub(super) fn new(table: &ScoreTable, catalogue: &Catalogue) -> Result<Self> {
        let mut cycles = BTreeMap::new();
        let mut lists: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, key) in table.series.iter().enumerate() {
            let next = cycles.len();
            cycles.entry((&key.instrument, key.informant)).or_insert(next);
            let list = (&key.instrument, &key.version, key.informant, key.score_type);
            lists.entry(list).or_default().push(at);
        }
        let mut series = vec![None; table.series.len()];
        let mut levels = Vec::new();
        for (list, (listed, members)) in lists.iter().enumerate() {
            let (code, version, informant, score_type) = *listed;
            let unknown = || Message::new("analysis-unknown-instrument").with("instrument", code);
            let instrument = catalogue.get(code).ok_or_else(|| Error::Refused(unknown()))?;
            let mut family = 0;
            let make = |scale: &str, column: usize, is_level: bool| Series {
                key: SeriesKey {
                    instrument: code.clone(),
                    version: version.clone(),
                    informant,
                    scale: scale.to_owned(),
                    score_type,
                },
                cycle: cycles.get(&(code, informant)).map_or(0, |at| number(*at)),
                list: number(list),
                column: number(column),
                instrument: Arc::clone(instrument),
                is_level,
                place: instrument.scales.iter().position(|one| one.code.eq_ignore_ascii_case(scale.trim())),
            };
            for (column, at) in members.iter().enumerate() {
                let key = table.series.get(*at).ok_or_else(|| Error::Refused(unknown()))?;
                if instrument.scale(&key.scale).is_none() {
                    return Err(Error::Refused(unknown()));
                }
                family += usize::from(make(&key.scale, column, false).is_part());
            }
            let total = instrument.total().map(|total| total.code.as_str());
            for (column, at) in members.iter().enumerate() {
                if let (Some(key), Some(slot)) = (table.series.get(*at), series.get_mut(*at)) {
                    let part = make(&key.scale, column, false);
                    let is_level = total == Some(key.scale.as_str()) || (family == 1 && part.is_part());
                    *slot = Some(Series { is_level, ..part });
                }
            }
            if family > 1 {
                levels.push(make("", members.len(), true));
            }
        }
        let cycles = vec![Vec::new(); cycles.len()];
        Ok(Self {
            series: series.into_iter().flatten().chain(levels).collect(),
            cycles,
            labels: table.rounds.clone(),
        })
    }

    /// How many scales of each list are in this run, and its cycle.
    pub(super) fn lists(&self) -> Vec<(usize, u32)> {
        let mut lists = Vec::new();
        for series in self.series.iter().filter(|series| !series.is_list()) {
            let list = series.list as usize;
            lists.resize(lists.len().max(list + 1), (0, 0));
            if let Some((scales, cycle)) = lists.get_mut(list) {
                (*scales, *cycle) = (*scales + 1, series.cycle);
            }
        }
        lists
    }

    /// The series a row points to.
    #[must_use]
    pub fn series(&self, at: u32) -> Option<&Series> {
        self.series.get(at as usize)
    }

    /// The rounds of a series.
    #[must_use]
    pub fn rounds(&self, series: u32) -> &[Round] {
        self.series(series)
            .and_then(|series| self.cycles.get(series.cycle as usize))
            .map_or(&[], Vec::as_slice)
    }

    /// The median day of each round of a series, in days since 1970.
    pub(super) fn median_days(&self, series: u32) -> Vec<f64> {
        self.rounds(series).iter().map(|round| round.median_day).collect()
    }

    /// Whether a round of a series is the last one of its instrument and informant.
    #[must_use]
    pub fn is_last(&self, series: u32, round: u32) -> bool {
        self.rounds(series).len() == round as usize + 1
    }

    /// The label of a round of a series.
    #[must_use]
    pub fn label(&self, series: u32, round: u32) -> &str {
        self.rounds(series)
            .get(round as usize)
            .and_then(|round| self.labels.get(round.label as usize))
            .map_or("", String::as_str)
    }

    /// The first series of the same list as a series (instrument, version and unit) by each other informant.
    #[must_use]
    pub fn by_others(&self, series: u32) -> Vec<u32> {
        let Some(own) = self.series(series) else { return Vec::new() };
        let mut seen = vec![own.key.informant];
        let mut others = Vec::new();
        for (at, one) in (0..).zip(&self.series).filter(|(_, one)| one.key.is_of_list(&own.key)) {
            if !seen.contains(&one.key.informant) {
                seen.push(one.key.informant);
                others.push(at);
            }
        }
        others
    }

    /// How many informants filled in the list of a series in a round: lists of the same instrument, version and unit
    /// with a round of that label. At least 1.
    #[must_use]
    pub fn informants(&self, series: u32, round: u32) -> u32 {
        let label = self.rounds(series).get(round as usize).map(|round| round.label);
        let Some(own) = self.series(series) else { return 1 };
        let mut seen = Vec::new();
        for (at, one) in (0..).zip(&self.series) {
            let has = || self.rounds(at).iter().any(|round| Some(round.label) == label);
            if one.key.is_of_list(&own.key) && !seen.contains(&one.key.informant) && has() {
                seen.push(one.key.informant);
            }
        }
        number(seen.len()).max(1)
    }

    /// The series of a scale of the same list.
    #[must_use]
    pub fn scale_of(&self, series: u32, scale: &str) -> Option<u32> {
        let list = self.series(series)?.list;
        let found = self.series.iter().position(|one| one.list == list && one.key.scale == scale);
        found.map(number)
    }

    /// The curve of the publisher's norm that the unit of a series has in it; none for raw scores and whole lists.
    pub(super) fn of_unit(series: &Series) -> Option<Curve> {
        let scale = series.scale()?;
        norms::of_unit(series.key.score_type, scale.high_is == Direction::Concern)
    }

    /// Whether published norms hold for this series: they are norms of raw scores of one version.
    pub(super) fn is_normed(series: &Series) -> bool {
        series.key.score_type == ScoreType::Raw && series.key.version == series.instrument.version
    }
}
