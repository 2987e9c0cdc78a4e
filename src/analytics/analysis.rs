//! An analysis of one table: its rows in order, the lists they belong to, and what does not change from round to round
//! (published norms, which pupils each list has). `assess` judges one round of it.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
};

use rayon::prelude::*;

use super::{
    assess,
    assessed::{Assessed, Assessment, Hands, Round},
    filled::{Filled, filled},
    forms::{Forms, PupilRow, Rows},
    layout::{Layout, Series},
    norms::{self, Curve},
    pool::in_pool,
    rounds,
    settle::stretches,
    table::{Place, ScoreTable, SeriesKey, Value, number},
    twins::Settled,
};
use crate::{
    evidence::instruments::{Catalogue, Norm},
    ground::{Error, Result},
};

/// Which rounds are assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// The last round of each instrument × informant, and the one before it (to tell what is new), or the three before
    /// it where a list has several informants: the rounds with these labels. What is told of them: `Assessed::keep_last`.
    Last,
    /// Every round, each with only what was known then.
    Replay,
}

/// The scales of one list: instrument × version × informant × unit.
#[derive(Debug, Clone, Default)]
pub(super) struct List {
    /// The series of the scales that were measured.
    pub series: Vec<u32>,
    /// The series of the list's level by its scales; none where each form has a total, or there is one scale.
    pub level: Option<u32>,
    /// The pupils, by rank.
    pub pupils: Vec<u32>,
}

/// A table ready to be assessed.
#[derive(Debug)]
pub struct Analysis {
    /// What the numbers of its rows point to.
    pub layout: Layout,
    pub(super) table: ScoreTable,
    /// The forms by list.
    forms: Vec<Forms>,
    /// For each place, the number of its group and rater; none without a group.
    unit_of: Vec<Option<u32>>,
    /// For each place, whether its rater filled in for the group, not for one child or two.
    pub(super) of_group: Vec<bool>,
    /// How many groups with their raters there are.
    pub(super) units: usize,
    /// The values of each series.
    pub(super) values: Vec<Range<usize>>,
    /// For each value, the published norm that fits: its place in the instrument's norms.
    pub(super) norm: Vec<Option<u32>>,
    /// The z by that norm; above 0 is worse.
    pub(super) norm_z: Vec<Option<f64>>,
    /// The curves of published norms, by series and place of the norm.
    pub(super) published: HashMap<(u32, u32), Curve>,
    pub(super) lists: Vec<List>,
}

impl Analysis {
    /// Makes a table ready. Refused: a series whose instrument or scale the catalogue does not know.
    /// Rows that contradict each other are left out and told.
    pub fn new(table: ScoreTable, catalogue: &Catalogue) -> Result<(Self, Settled)> {
        in_pool(|| Self::of(table, catalogue))
    }

    fn of(mut table: ScoreTable, catalogue: &Catalogue) -> Result<(Self, Settled)> {
        let mut layout = Layout::new(&table, catalogue)?;
        let (mut forms, settled) = table.settle(&layout);
        rounds::order(&mut forms, &mut layout);
        let values = stretches(&table.values, &layout);
        let Filled { unit_of, of_group, units } =
            filled(&table.places.all, layout.series.iter().map(|series| rows(&forms, series)));
        let mut analysis = Self {
            unit_of,
            of_group,
            units,
            norm: vec![None; table.values.len()],
            norm_z: vec![None; table.values.len()],
            published: HashMap::new(),
            lists: Vec::new(),
            layout,
            table,
            forms,
            values,
        };
        analysis.look_up_norms();
        analysis.lists = analysis.lists();
        Ok((analysis, settled))
    }

    /// The labels of the rounds to assess, oldest first.
    #[must_use]
    pub fn rounds(&self, span: Span) -> Vec<u32> {
        match span {
            Span::Replay => self.labels(),
            // By label: informants who filled in the same round are judged together, also when one of them has filled in
            // since.
            Span::Last => {
                // What held may go on for two rounds that ask more, with more informants (`signals::fresh`).
                let several =
                    (0..number(self.layout.series.len())).any(|at| !self.layout.by_others(at).is_empty());
                let known = if several { 4 } else { 2 };
                let last = |label: &u32| {
                    let is = |rounds: &Vec<Round>| {
                        rounds.iter().rev().take(known).any(|round| round.label == *label)
                    };
                    self.layout.cycles.iter().any(is)
                };
                self.labels().into_iter().filter(last).collect()
            }
        }
    }

    /// Judges the round with this label of every cycle (instrument × informant) that has it, with only what was known then.
    /// It uses its own threads for a while: call it off the async threads.
    pub fn assess(&self, label: u32) -> Result<Assessed<'_>> {
        let of = |rounds: &Vec<Round>| rounds.iter().position(|round| round.label == label).map(number);
        let now: Vec<Option<u32>> = self.layout.cycles.iter().map(of).collect();
        in_pool(|| assess::assess(self, &now)).map_err(Error::internal)
    }

    /// How many scores, and pupils who have any.
    #[must_use]
    pub fn size(&self) -> (usize, usize) {
        let mut has = vec![false; self.table.pupils()];
        for pupil in self.lists.iter().flat_map(|list| &list.pupils) {
            if let Some(has) = has.get_mut(*pupil as usize) {
                *has = true;
            }
        }
        (self.forms.iter().map(Forms::scores).sum(), has.into_iter().filter(|has| *has).count())
    }

    /// The school and the number of a pupil by rank.
    #[must_use]
    pub fn pupil(&self, rank: u32) -> (u32, i64) {
        self.table.pupils.all.get(rank as usize).copied().unwrap_or_default()
    }

    /// The rounds of each series that was measured, with their middle days (since 1970).
    pub fn round_days(&self) -> impl Iterator<Item = (&SeriesKey, Vec<(&str, f64)>)> {
        let label = |round: &Round| self.layout.labels.get(round.label as usize).map_or("", String::as_str);
        let measured = (0..).zip(&self.layout.series).filter(|(_, series)| !series.is_list());
        measured.map(move |(at, series)| {
            let rounds = self.layout.rounds(at).iter();
            (&series.key, rounds.map(|round| (label(round), round.median_day)).collect())
        })
    }

    /// The forms of the list of a series.
    pub(super) fn forms(&self, series: u32) -> Option<&Forms> {
        self.forms.get(self.layout.series(series)?.list as usize)
    }

    /// The rows of a series, by pupil and round; the level of a list has none.
    pub(super) fn rows(&self, series: u32) -> Rows<'_> {
        self.layout.series(series).map_or_else(Rows::default, |series| rows(&self.forms, series))
    }

    /// The pupils with their rows of a series in a round; of no round there are none.
    fn in_round(&self, series: u32, round: Option<u32>) -> impl Iterator<Item = (u32, PupilRow)> + '_ {
        self.rows(series).each().filter_map(move |(pupil, mut own)| {
            own.find(|row| Some(row.round) == round).map(|row| (pupil, row))
        })
    }

    /// The scores of a pupil on a series, oldest first: label of the round, day since 1970, score.
    pub fn history(
        &self,
        series: u32,
        school: u32,
        pupil: i64,
    ) -> impl Iterator<Item = (u32, i32, f64)> + '_ {
        let rank = self.table.pupils.all.binary_search(&(school, pupil)).map_or(u32::MAX, number);
        let rounds = self.layout.rounds(series);
        self.rows(series).of(rank).filter_map(|row| {
            let round = rounds.get(row.round as usize)?;
            Some((round.label, row.day, self.table.values.get(row.value as usize)?.score))
        })
    }

    /// What the scores of each series were compared with, in the order of the layout: the published norms that were used,
    /// and how many scores have no norm of their own.
    #[must_use]
    pub fn references(&self) -> Vec<(Vec<&Norm>, usize)> {
        let of = |series: u32| {
            let used: BTreeSet<u32> =
                self.published.keys().filter(|(of, _)| *of == series).map(|(_, norm)| *norm).collect();
            let norms = self.layout.series(series).map_or(&[][..], |one| &one.instrument.norms);
            let without = |row: &PupilRow| self.norm.get(row.value as usize).is_none_or(Option::is_none);
            let pooled = self.rows(series).all().filter(without).count();
            (used.into_iter().filter_map(|at| norms.get(at as usize)).collect(), pooled)
        };
        (0..number(self.layout.series.len())).into_par_iter().map(of).collect()
    }

    /// The pupil's age in whole years on the day of the list that an assessment speaks of; none without a birth date.
    #[must_use]
    pub fn age(&self, of: &Assessment) -> Option<u8> {
        self.value(of)?.age
    }

    /// The score that an assessment speaks of, with the pupil's age and sex then.
    pub(super) fn value(&self, of: &Assessment) -> Option<&Value> {
        let rank = self.table.pupils.all.binary_search(&(of.school, of.pupil)).map(number).ok()?;
        let row = self.rows(of.series).of(rank).find(|row| row.round == of.round)?;
        self.table.values.get(row.value as usize)
    }

    /// Where a score was given and by whom.
    pub(super) fn place(&self, at: u32) -> Option<Place> {
        self.table.places.all.get(at as usize).copied()
    }

    /// The pupils of a school, or of one of its groups or year levels, with a score on a series in a round.
    pub fn members(
        &self,
        series: u32,
        round: u32,
        school: u32,
        (group, year): (Option<u32>, Option<u32>),
    ) -> Vec<i64> {
        let rows = self.in_round(series, Some(round));
        let within = |(_, row): &(u32, PupilRow)| {
            let place = self.place(row.place);
            let is = |part: Option<u32>, of: fn(Place) -> Option<u32>| {
                part.is_none() || place.is_some_and(|place| of(place) == part)
            };
            is(group, |place| place.group) && is(year, |place| place.year)
        };
        let pupils = rows.filter(within).map(|(pupil, _)| self.pupil(pupil));
        pupils.filter(|(of, _)| *of == school).map(|(_, pupil)| pupil).collect()
    }

    /// The scores of a series in the round before `now`: school, pupil, score.
    pub(super) fn scores_before(
        &self,
        series: u32,
        now: Option<u32>,
    ) -> impl Iterator<Item = (u32, i64, f64)> + '_ {
        let rows = self.in_round(series, now.and_then(|now| now.checked_sub(1)));
        rows.filter_map(|(pupil, row)| {
            let (school, pupil) = self.pupil(pupil);
            Some((school, pupil, self.table.values.get(row.value as usize)?.score))
        })
    }

    /// Who filled in most of a group's lists of a series in a round; none where nobody is named.
    #[must_use]
    pub fn rater(&self, series: u32, round: u32, school: u32, group: Option<u32>) -> Option<u32> {
        let rows = self.in_round(series, Some(round));
        let here = rows.filter(|(pupil, _)| self.pupil(*pupil).0 == school);
        let places = here.filter_map(|(_, row)| self.place(row.place));
        let mut lists: BTreeMap<u32, usize> = BTreeMap::new();
        for rater in places.filter(|place| place.group == group).filter_map(|place| place.rater) {
            *lists.entry(rater).or_default() += 1;
        }
        lists.into_iter().max_by_key(|(_, lists)| *lists).map(|(rater, _)| rater)
    }

    /// Whether any published norm holds for a series.
    #[must_use]
    pub fn is_normed(&self, series: u32) -> bool {
        self.published.keys().any(|(of, _)| *of == series)
    }

    /// The labels of all rounds, oldest first.
    fn labels(&self) -> Vec<u32> {
        let mut labels: Vec<&Round> = self.layout.cycles.iter().flatten().collect();
        labels.sort_by(|a, b| a.median_day.total_cmp(&b.median_day).then(a.label.cmp(&b.label)));
        let mut seen = Vec::new();
        for round in labels {
            if !seen.contains(&round.label) {
                seen.push(round.label);
            }
        }
        seen
    }

    fn look_up_norms(&mut self) {
        let by_sex = self.table.by_sex;
        let slots = self.norm.iter_mut().zip(&mut self.norm_z);
        for (value, (norm, norm_z)) in self.table.values.iter().zip(slots) {
            let Some(series) = self.layout.series(value.series).filter(|series| Layout::is_normed(series))
            else {
                continue;
            };
            let age = value.age.map(u32::from);
            let key = &series.key;
            let found =
                norms::applicable(&series.instrument, &key.scale, key.informant, age, value.sex, by_sex);
            if let Some((at, scale)) = found.zip(series.scale())
                && let Some(entry) = series.instrument.norms.get(at)
            {
                let place = (value.series, number(at));
                let curve = self.published.entry(place).or_insert_with(|| norms::published(scale, entry));
                *norm = Some(place.1);
                *norm_z = Some(curve.z_at(value.score) * series.sign());
            }
        }
    }

    fn lists(&self) -> Vec<List> {
        let mut lists: Vec<List> = Vec::new();
        for (at, series) in (0..).zip(&self.layout.series) {
            let list = series.list as usize;
            if lists.len() <= list {
                lists.resize_with(list + 1, List::default);
            }
            let Some(list) = lists.get_mut(list) else { continue };
            if series.is_list() {
                list.level = Some(at);
            } else {
                list.series.push(at);
            }
        }
        for (list, forms) in lists.iter_mut().zip(&self.forms) {
            let total = list
                .series
                .iter()
                .filter_map(|at| self.layout.series(*at))
                .find(|one| one.is_level && one.is_total());
            list.level = list.level.filter(|_| total.is_none_or(|total| forms.lacks(total.column)));
            list.find_pupils(self);
        }
        lists
    }
}

/// For each row of a scale: the number of its group and rater with whether the group's rater changed; who filled in.
pub(super) type Units = (Vec<(u32, bool)>, Vec<Hands>);

impl List {
    /// The group of a pupil (its place in the list) in a round.
    pub(super) fn group(&self, analysis: &Analysis, at: usize, round: u32) -> Option<u32> {
        let rank = *self.pupils.get(at)?;
        let row = self.series.iter().find_map(|series| analysis.rows(*series).at(rank, round))?;
        analysis.place(row.place)?.group
    }

    /// For each row of a scale up to a round (so many are there): the number of its group and rater with whether the
    /// group's rater changed since the round before; and who filled in on the pupil.
    pub(super) fn units(&self, analysis: &Analysis, scale: usize, (until, scores): (u32, usize)) -> Units {
        let series = self.series.get(scale).copied().unwrap_or(u32::MAX);
        let (mut units, mut hands) = (Vec::with_capacity(scores), Vec::with_capacity(scores));
        for (_, own) in analysis.rows(series).each() {
            let mut before: Option<(u32, bool)> = None;
            for row in own.filter(|row| row.round <= until) {
                let place = row.place as usize;
                let of_group = analysis.is_for_group(row.place);
                let rater = analysis.place(row.place).and_then(|place| place.rater);
                let unit = analysis.unit_of.get(place).copied().flatten();
                let other = rater.and_then(|now| before.filter(|(before, _)| now != *before));
                let of_both = other.is_some_and(|(_, before)| before && of_group);
                units.push((unit.unwrap_or(u32::MAX), of_both));
                hands.push(match other {
                    None => Hands::Same,
                    Some(_) if of_both => Hands::OfGroup,
                    Some(_) => Hands::Other,
                });
                // A blank says nothing of who it was.
                before = rater.map(|rater| (rater, of_group)).or(before);
            }
        }
        (units, hands)
    }

    fn find_pupils(&mut self, analysis: &Analysis) {
        let mut listed = vec![false; analysis.table.pupils()];
        for (pupil, mut own) in self.series.iter().flat_map(|series| analysis.rows(*series).each()) {
            if let Some(slot) = listed.get_mut(pupil as usize) {
                *slot |= own.next().is_some();
            }
        }
        self.pupils = (0..).zip(listed).filter_map(|(pupil, is_listed)| is_listed.then_some(pupil)).collect();
    }
}

/// The rows of a series.
fn rows<'a>(forms: &'a [Forms], series: &Series) -> Rows<'a> {
    forms.get(series.list as usize).map_or_else(Rows::default, |forms| forms.rows(series.column))
}
