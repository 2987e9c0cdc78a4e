//! Groups, schools and year levels in one round: how many, how high, how much the same pupils moved. All by group-bys;
//! those that sum figures keep their order, so that the bytes do not hang on the number of threads.

use std::collections::BTreeMap;

use polars::prelude::{DataFrame, PolarsResult};
use rayon::prelude::*;

use super::{
    analysis::Analysis,
    assessed::{Assessment, Before, Unit, YearChange},
    frame::{Figures, scores},
    intervals::{Z95, wilson},
    layout::Series,
    people::Known,
    shrinkage::{Share, reml},
    split::{NOWHERE, Split},
    surprise::YearSums,
};

/// Pupils whose rows are put in order by one processor at a time.
const PIECE: usize = 4096;

/// What schools were before, by series.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    pub years: Vec<(u32, YearSums)>,
    pub rounds: Vec<(u32, BTreeMap<u32, Before>)>,
}

/// The groups and the schools (whole, then by year level) of the rounds looked at.
pub(super) fn units(
    analysis: &Analysis,
    assessments: &[Assessment],
    people: &[Vec<Known>],
    earlier: &Earlier,
) -> PolarsResult<(Vec<Unit>, Vec<Unit>)> {
    let pieces = by_series(assessments, analysis.layout.series.len());
    // One series at a time: a frame is small then, and its keys are few.
    let of_series = |(at, series): (usize, &Series)| {
        let people = people.get(series.cycle as usize).map_or(&[][..], Vec::as_slice);
        let rows: Vec<&Assessment> =
            pieces.iter().filter_map(|piece| piece.get(at)).flatten().copied().collect();
        let scores = scores(&rows)?;
        let each = Split::ALL.into_iter().zip(people);
        each.map(|(split, people)| of(&scores, people, split, &rows)).collect::<PolarsResult<Vec<_>>>()
    };
    let found: Vec<Vec<Vec<Unit>>> =
        analysis.layout.series.par_iter().enumerate().map(of_series).collect::<PolarsResult<_>>()?;
    let (mut groups, mut schools, mut years) = (Vec::new(), Vec::new(), Vec::new());
    for of_series in found {
        for (to, units) in [&mut groups, &mut schools, &mut years].into_iter().zip(of_series) {
            to.extend(units);
        }
    }
    earlier.add(&mut schools);
    schools.extend(years);
    Ok((groups, schools))
}

/// The rows of each series by school and group, so that a unit is a stretch of them; in pieces that follow each other, of
/// which each holds some of every series. Those of one pupil follow each other and mostly have one group, so they are
/// moved as one.
fn by_series(assessments: &[Assessment], series: usize) -> Vec<Vec<Vec<&Assessment>>> {
    let pupil = |row: &Assessment| (row.school, row.pupil);
    let unit = |row: &Assessment| (row.school, Split::Group.unit(row.school, row.group.get(), None));
    let runs = assessments.chunk_by(|a, b| pupil(a) == pupil(b));
    let mut runs: Vec<_> = runs.filter_map(|run| Some((unit(run.first()?), run))).collect();
    runs.par_sort_by_key(|(unit, _)| *unit);
    let pieces = runs.par_chunks(PIECE).map(|runs| {
        let mut rows: Vec<Vec<&Assessment>> = vec![Vec::new(); series];
        for row in runs.iter().flat_map(|(_, run)| *run) {
            if let Some(of_series) = rows.get_mut(row.series as usize) {
                of_series.push(row);
            }
        }
        rows
    });
    pieces.collect()
}

/// The units of one series that `split` divides schools into.
fn of(scores: &DataFrame, people: &Known, split: Split, rows: &[&Assessment]) -> PolarsResult<Vec<Unit>> {
    // Nobody in a unit: no group, no year level is told.
    if people.keys().all(|unit| *unit == NOWHERE) {
        return Ok(Vec::new());
    }
    let mut units = read(&Figures::of(scores, split)?, people, split, rows);
    units.sort_unstable_by_key(|unit| (unit.school, unit.group, unit.year));
    Ok(units)
}

/// A unit for each that has rows in the round.
fn read(figures: &Figures, people: &Known, split: Split, rows: &[&Assessment]) -> Vec<Unit> {
    let (series, round) = rows.first().map_or((0, 0), |row| (row.series, row.round));
    let mut units = Vec::with_capacity(figures.unit.len());
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
        for (series, sums) in &self.years {
            for ((school, round), (matched, shift, variance)) in sums {
                if let Some(unit) = of_school(schools, *series, *school) {
                    let n = f64::from(*matched);
                    let change = YearChange {
                        round: *round,
                        matched: *matched,
                        shift: shift / n,
                        variance: variance / n,
                    };
                    unit.year_changes.push(change);
                }
            }
        }
        for (series, rounds) in &self.rounds {
            for (school, before) in rounds {
                if let Some(unit) = of_school(schools, *series, *school) {
                    unit.before = Some(*before);
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
