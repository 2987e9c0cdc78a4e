//! Groups, schools and year levels in one round: how many, how high, how much the same pupils moved. All by group-bys;
//! those that sum figures keep their order, so that the bytes do not hang on the number of threads.

use std::collections::BTreeMap;

use polars::prelude::{DataFrame, PolarsResult};
use rayon::prelude::*;

use super::{
    analysis::Analysis,
    assess::Judged,
    assessed::Hands,
    frame::{Figures, Score, scores},
    intervals::{Z95, wilson},
    people::Known,
    reference::Reference,
    shrinkage::{Share, reml},
    split::{NOWHERE, Split},
    tracks::Track,
    trend::small,
    unit::{Before, Unit},
    usual::{Stood, Usual},
    yearly::Yearly,
};

/// What schools were before, by series.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    pub years: Vec<(u32, Yearly)>,
    pub rounds: Vec<(u32, BTreeMap<u32, Before>)>,
}

/// The groups and the schools (whole, then by year level) of the rounds looked at.
pub(super) fn units(
    analysis: &Analysis,
    (judged, reference): (&[Judged<'_>], &Reference),
    people: &[Vec<Known>],
    earlier: &Earlier,
) -> PolarsResult<(Vec<Unit>, Vec<Unit>)> {
    let orders: Vec<Vec<usize>> = judged.par_iter().map(|one| by_unit(analysis, one)).collect();
    let mut tracks: Vec<OnTrack<'_>> = Vec::new();
    for (judged, order) in judged.iter().zip(&orders) {
        let each = judged.tracks.iter().enumerate();
        tracks.extend(each.map(|(column, track)| OnTrack {
            analysis,
            reference,
            judged,
            column,
            track,
            order,
        }));
    }
    tracks.sort_by_key(|one| one.track.series);
    // One series at a time: a frame is small then, and its keys are few.
    let of_track = |one: &OnTrack<'_>| {
        let cycle = analysis.layout.series(one.track.series).map(|series| series.cycle as usize);
        let people = cycle.and_then(|cycle| people.get(cycle)).map_or(&[][..], Vec::as_slice);
        let scores = one.frame()?;
        let each = Split::ALL.into_iter().zip(people);
        each.map(|(split, people)| of(&scores, people, split, (one.track.series, one.judged.until))).collect()
    };
    let found: Vec<Vec<Vec<Unit>>> = tracks.par_iter().map(of_track).collect::<PolarsResult<_>>()?;
    let (mut groups, mut schools, mut years) = (Vec::new(), Vec::new(), Vec::new());
    for of_series in found {
        for (to, units) in [&mut groups, &mut schools, &mut years].into_iter().zip(of_series) {
            to.extend(units);
        }
    }
    earlier.add(&mut schools);
    schools.extend(years);
    groups.shrink_to_fit();
    schools.shrink_to_fit();
    Ok((groups, schools))
}

/// One track of a list, with its place there.
struct OnTrack<'a> {
    analysis: &'a Analysis,
    reference: &'a Reference,
    judged: &'a Judged<'a>,
    column: usize,
    track: &'a Track,
    /// The pupils of the list in order of their unit.
    order: &'a [usize],
}

impl OnTrack<'_> {
    /// Its scores of the round looked at.
    fn frame(&self) -> PolarsResult<DataFrame> {
        let Self { analysis, reference, judged, column, track, order } = *self;
        let mut solver = judged.solver();
        let score = |at: &usize| {
            let last = track.at_round(*at, judged.until)?;
            let rank = judged.list.pupils.get(*at).copied()?;
            let given = judged.given(analysis, *at, column);
            let expected = track.surprise_now(*at).and_then(|surprise| {
                let step = judged.step(track, (*at, last), &mut solver);
                Some((surprise, small(step.weights.as_ref()?.variance)))
            });
            Some(Score {
                school: analysis.pupil(rank).0,
                group: given.place.and_then(|place| place.group),
                year: given.place.and_then(|place| place.year),
                score: given.score,
                z: track.z_now(reference, (*at, last), given.value)?,
                expected,
                is_changed: given.hands == Hands::OfGroup,
            })
        };
        scores(order.iter().filter_map(score), order.len())
    }
}

/// The pupils of a list with a score, by school and the group of the first: a unit is mostly a stretch of them.
fn by_unit(analysis: &Analysis, judged: &Judged<'_>) -> Vec<usize> {
    let unit = |at: usize| {
        let first = judged.tracks.iter().find_map(|track| judged.row(analysis, track, at))?;
        let rank = judged.list.pupils.get(at).copied()?;
        let group = analysis.place(first.place).and_then(|place| place.group);
        Some((Split::Group.unit(analysis.pupil(rank).0, group, None), at))
    };
    let mut order: Vec<(u64, usize)> = (0..judged.list.pupils.len()).filter_map(unit).collect();
    order.par_sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}

/// The units of one series in a round (`at`) that `split` divides schools into.
fn of(scores: &DataFrame, people: &Known, split: Split, at: (u32, u32)) -> PolarsResult<Vec<Unit>> {
    // Nobody in a unit: no group, no year level is told.
    if people.keys().all(|unit| *unit == NOWHERE) {
        return Ok(Vec::new());
    }
    let mut units = read(&Figures::of(scores, split)?, people, split, at);
    units.sort_unstable_by_key(|unit| (unit.school, unit.group, unit.year));
    Ok(units)
}

/// A unit for each that has rows in the round.
fn read(figures: &Figures, people: &Known, split: Split, (series, round): (u32, u32)) -> Vec<Unit> {
    let mut units = Vec::with_capacity(figures.unit.len());
    // Schools are taken together from their groups (`school_shift`).
    let usual = if split == Split::Group { usual(figures) } else { Usual::default() };
    #[expect(clippy::indexing_slicing, reason = "columns of one frame have one length")]
    for at in (0..figures.unit.len()).filter(|at| figures.unit[*at] != NOWHERE) {
        let (n, matched) = (figures.n[at], figures.matched[at]);
        let (size, hits) = (f64::from(n), f64::from(figures.concern[at]));
        let of_matched = |sum: f64| (matched > 0).then(|| sum / f64::from(matched));
        let (school, group, year) = split.parts(figures.unit[at]);
        let (known, absent) = people.get(&figures.unit[at]).copied().unwrap_or((n, 0));
        units.push(Unit {
            series,
            round,
            school,
            group,
            year,
            n,
            known,
            absent,
            mean: figures.mean[at],
            within: figures.spread[at] * size,
            shrunken_mean: None,
            reliability: None,
            matched,
            shift: of_matched(figures.shift[at]),
            usual: stood(figures, at).map_or(0.0, |one| usual.at(&one)),
            worse: figures.worse[at],
            shift_variance: of_matched(figures.variance[at]),
            surprise: of_matched(figures.surprise[at]),
            changed: figures.changed[at],
            mean_z: figures.mean_z[at],
            within_z: figures.spread_z[at] * size,
            concern: hits / size.max(1.0),
            concern_interval: wilson(hits, size, Z95),
            year_changes: Vec::new(),
            before: None,
        });
    }
    units
}

/// What groups of this round move by where they stood. Those for which another person filled in moved with that person.
fn usual(figures: &Figures) -> Usual {
    let is_same =
        |at: &usize| figures.changed.get(*at).zip(figures.matched.get(*at)).is_some_and(|(a, b)| a * 2 <= *b);
    let is_unit = |at: &usize| figures.unit.get(*at).is_some_and(|unit| *unit != NOWHERE);
    let units = (0..figures.unit.len()).filter(is_same).filter(is_unit);
    Usual::of(&units.filter_map(|at| stood(figures, at)).collect::<Vec<_>>())
}

/// Where the pupils of a unit of whom something was expected stood, and what came of it; none of nobody.
fn stood(figures: &Figures, at: usize) -> Option<Stood> {
    let n = f64::from(*figures.matched.get(at).filter(|n| **n > 0)?);
    Some(Stood { n, expected: figures.expected.get(at)? / n, shift: figures.shift.get(at)? / n })
}

/// Fills in the means of units shrunk towards the mean of all of their kind and series, and their reliability.
pub fn shrink(units: &mut [Unit]) {
    let kinds: Vec<&mut [Unit]> =
        units.chunk_by_mut(|a, b| (a.series, a.year.is_some()) == (b.series, b.year.is_some())).collect();
    kinds.into_par_iter().for_each(|units| {
        let share = |unit: &Unit| Share { n: f64::from(unit.n), mean: unit.mean, within: unit.within };
        let shares: Vec<Share> = units.iter().map(share).collect();
        if let Some(components) = reml(&shares) {
            for (unit, share) in units.iter_mut().zip(&shares) {
                unit.shrunken_mean = Some(components.shrunken(share));
                unit.reliability = Some(components.reliability(share.n));
            }
        }
    });
}

impl Earlier {
    /// Gives each whole school what it was before.
    fn add(&self, schools: &mut [Unit]) {
        for (series, yearly) in &self.years {
            for (school, change) in yearly.changes() {
                if let Some(unit) = of_school(schools, *series, school) {
                    unit.year_changes.push(change);
                }
            }
        }
        for (series, rounds) in &self.rounds {
            for (school, before) in rounds {
                if let Some(unit) = of_school(schools, *series, *school) {
                    unit.before = Some(Box::new(*before));
                }
            }
        }
    }
}

/// The whole school among units sorted by series and school.
fn of_school(schools: &mut [Unit], series: u32, school: u32) -> Option<&mut Unit> {
    let found = schools.binary_search_by_key(&(series, school), |unit| (unit.series, unit.school));
    found.ok().and_then(|at| schools.get_mut(at))
}
