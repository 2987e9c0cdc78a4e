//! Groups, schools and year levels in one round: how many, how high, how much the same pupils moved. All by group-bys;
//! those that sum figures keep their order, so that the bytes do not hang on the number of threads.

use std::collections::BTreeMap;

use polars::prelude::*;
use rayon::prelude::*;

use super::{
    analysis::Analysis,
    assessed::{Assessment, Before, Unit, YearChange},
    frame::{floats, keys, numbers},
    intervals::{Z95, wilson},
    layout::Series,
    normal,
    people::Known,
    shrinkage::{Share, reml},
    split::{NOWHERE, Split},
    surprise::YearSums,
};

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
    let rows = by_series(assessments, analysis.layout.series.len());
    // One series at a time: a frame is small then, and its keys are few.
    let of_series = |(rows, series): (&Vec<&Assessment>, &Series)| {
        let people = people.get(series.cycle as usize).map_or(&[][..], Vec::as_slice);
        let scores = scores(rows)?;
        let each = Split::ALL.into_iter().zip(people);
        each.map(|(split, people)| of(&scores, people, split, rows)).collect::<PolarsResult<Vec<_>>>()
    };
    let found: Vec<Vec<Vec<Unit>>> =
        rows.par_iter().zip(&analysis.layout.series).map(of_series).collect::<PolarsResult<_>>()?;
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

/// The rows of each series by school and group, so that a unit is a stretch of them. Those of one pupil follow each other
/// and mostly have one group, so they are moved as one.
fn by_series(assessments: &[Assessment], series: usize) -> Vec<Vec<&Assessment>> {
    let pupil = |row: &Assessment| (row.school, row.pupil);
    let unit = |row: &Assessment| (row.school, Split::Group.unit(row.school, row.group.get(), None));
    let runs = assessments.chunk_by(|a, b| pupil(a) == pupil(b));
    let mut runs: Vec<_> = runs.filter_map(|run| Some((unit(run.first()?), run))).collect();
    runs.par_sort_by_key(|(unit, _)| *unit);
    let mut rows: Vec<Vec<&Assessment>> = vec![Vec::new(); series];
    for row in runs.into_iter().flat_map(|(_, run)| run) {
        if let Some(of_series) = rows.get_mut(row.series as usize) {
            of_series.push(row);
        }
    }
    rows
}

/// The scores of one series in the round looked at; a column of units for each split. Who has no surprise counts as 0 in
/// sums, and not in `matched`. All that is asked of a group is a sum, a mean or a variance of a column: quick.
fn scores(rows: &[&Assessment]) -> PolarsResult<DataFrame> {
    let figures = || Vec::<f64>::with_capacity(rows.len());
    let counts = || Vec::<u32>::with_capacity(rows.len());
    let mut units = Split::ALL.map(|_| Vec::with_capacity(rows.len()));
    let (mut score, mut z, mut surprise, mut shift, mut variance) =
        (figures(), figures(), figures(), figures(), figures());
    let (mut changed, mut matched, mut worse, mut concern) = (counts(), counts(), counts(), counts());
    for row in rows {
        for (split, units) in Split::ALL.into_iter().zip(&mut units) {
            units.push(split.unit(row.school, row.group.get(), row.year.get()));
        }
        let (one, spread) =
            row.expected.map_or((0.0, 0.0), |e| (f64::from(e.surprise), f64::from(e.variance)));
        score.push(row.score);
        z.push(f64::from(row.z));
        surprise.push(one);
        shift.push(one * spread.sqrt());
        variance.push(spread);
        changed.push(u32::from(row.changed));
        matched.push(u32::from(row.expected.is_some()));
        worse.push(u32::from(one > 0.0));
        concern.push(u32::from(f64::from(row.z) >= normal::FIFTH));
    }
    let units = Split::ALL.iter().zip(units).map(|(split, units)| {
        let is_sorted = units.is_sorted();
        let mut column = Column::new(split.name().into(), units);
        if is_sorted {
            // Grouped by stretches then, without looking anything up.
            column.set_sorted_flag(polars::series::IsSorted::Ascending);
        }
        column
    });
    let figures =
        [("score", score), ("z", z), ("surprise", surprise), ("shift", shift), ("variance", variance)];
    let figures = figures.into_iter().map(|(name, column)| Column::new(name.into(), column));
    let counts = [("changed", changed), ("matched", matched), ("worse", worse), ("concern", concern)];
    let counts = counts.into_iter().map(|(name, column)| Column::new(name.into(), column));
    DataFrame::new(rows.len(), units.chain(figures).chain(counts).collect())
}

/// The units of one series that `split` divides schools into.
fn of(scores: &DataFrame, people: &Known, split: Split, rows: &[&Assessment]) -> PolarsResult<Vec<Unit>> {
    // Nobody in a unit: no group, no year level is told.
    if people.keys().all(|unit| *unit == NOWHERE) {
        return Ok(Vec::new());
    }
    let sums = ["surprise", "shift", "variance", "changed", "matched", "worse", "concern"];
    let figures = [
        col("score").count().cast(DataType::UInt32).alias("n"),
        col("score").mean().alias("mean"),
        col("score").var(0).alias("spread"),
        col("z").mean().alias("mean_z"),
        col("z").var(0).alias("spread_z"),
    ];
    let figures: Vec<Expr> = figures.into_iter().chain(sums.map(|name| col(name).sum())).collect();
    let stats = scores.clone().lazy().group_by_stable([col(split.name())]).agg(figures).collect()?;
    let mut units = read(&stats, people, split, rows)?;
    units.sort_unstable_by_key(|unit| (unit.school, unit.group, unit.year));
    Ok(units)
}

/// The rows of the statistics.
fn read(stats: &DataFrame, people: &Known, split: Split, rows: &[&Assessment]) -> PolarsResult<Vec<Unit>> {
    let (series, round) = rows.first().map_or((0, 0), |row| (row.series, row.round));
    let (unit, n) = (keys(stats, split.name())?, numbers(stats, "n")?);
    let (matched, worse) = (numbers(stats, "matched")?, numbers(stats, "worse")?);
    let (mean, spread) = (floats(stats, "mean")?, floats(stats, "spread")?);
    let (changed, concern) = (numbers(stats, "changed")?, numbers(stats, "concern")?);
    let (shift, variance) = (floats(stats, "shift")?, floats(stats, "variance")?);
    let surprise = floats(stats, "surprise")?;
    let (mean_z, spread_z) = (floats(stats, "mean_z")?, floats(stats, "spread_z")?);
    let mut units = Vec::with_capacity(stats.height());
    #[expect(clippy::indexing_slicing, reason = "columns of one frame have one length")]
    for at in (0..stats.height()).filter(|at| unit[*at] != NOWHERE) {
        let (size, hits) = (f64::from(n[at]), f64::from(concern[at]));
        let of_matched = |sum: f64| (matched[at] > 0).then(|| sum / f64::from(matched[at]));
        let (school, group, year) = split.parts(unit[at]);
        let (known, absent) = people.get(&unit[at]).copied().unwrap_or((n[at], 0));
        units.push(Unit {
            series,
            round,
            school,
            group,
            year,
            n: n[at],
            known,
            absent,
            mean: mean[at],
            within: spread[at] * size,
            shrunken_mean: None,
            reliability: None,
            matched: matched[at],
            shift: of_matched(shift[at]),
            worse: worse[at],
            shift_variance: of_matched(variance[at]),
            surprise: of_matched(surprise[at]),
            changed: changed[at],
            mean_z: mean_z[at],
            within_z: spread_z[at] * size,
            concern: hits / size.max(1.0),
            concern_interval: wilson(hits, size, Z95),
            year_changes: Vec::new(),
            before: None,
        });
    }
    Ok(units)
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
