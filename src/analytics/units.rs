//! Groups, schools and year levels in one round: how many, how high, how much the same pupils moved. All by group-bys;
//! those that sum figures keep their order, so that the bytes do not hang on the number of threads.

use std::collections::BTreeMap;

use polars::prelude::*;
use rayon::prelude::*;

use super::{
    analysis::Analysis,
    assessed::{Assessment, Before, Unit, YearChange},
    frame::{floats, maybe_floats, maybe_numbers, numbers},
    intervals::{Z95, wilson},
    layout::Series,
    normal, people,
    shrinkage::{Share, reml},
    surprise::YearSums,
};

/// What schools were before, by series.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    pub years: Vec<(u32, YearSums)>,
    pub rounds: Vec<(u32, BTreeMap<u32, Before>)>,
}

/// What schools are divided into: groups, nothing, year levels.
pub(super) const SPLITS: [&[&str]; 3] = [&["group"], &[], &["year"]];

/// The groups and the schools (whole, then by year level) of the rounds looked at.
pub(super) fn units(
    analysis: &Analysis,
    assessments: &[Assessment],
    now: &[Option<u32>],
    earlier: &Earlier,
) -> PolarsResult<(Vec<Unit>, Vec<Unit>)> {
    let people: Vec<Vec<DataFrame>> = (0..)
        .zip(now)
        .map(|(cycle, until)| people::known(analysis, cycle, *until))
        .collect::<PolarsResult<_>>()?;
    let mut rows: Vec<Vec<&Assessment>> = vec![Vec::new(); analysis.layout.series.len()];
    for row in assessments {
        if let Some(of_series) = rows.get_mut(row.series as usize) {
            of_series.push(row);
        }
    }
    // One series at a time: a frame is small then, and its keys are few.
    let of_series = |(rows, series): (&Vec<&Assessment>, &Series)| {
        let people = people.get(series.cycle as usize).map_or(&[][..], Vec::as_slice);
        let scores = scores(rows)?;
        let each = SPLITS.iter().zip(people).filter(|_| !rows.is_empty());
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

/// The scores of one series in the round looked at.
fn scores(rows: &[&Assessment]) -> PolarsResult<DataFrame> {
    let surprise = |row: &&Assessment| row.expected.map(|e| f64::from(e.surprise));
    let shift = |row: &&Assessment| row.expected.map(|e| f64::from(e.surprise) * e.variance.sqrt());
    let variance = |row: &&Assessment| row.expected.map(|e| e.variance);
    DataFrame::new(
        rows.len(),
        vec![
            Column::new("school".into(), rows.iter().map(|row| row.school).collect::<Vec<_>>()),
            Column::new("group".into(), rows.iter().map(|row| row.group).collect::<Vec<_>>()),
            Column::new("year".into(), rows.iter().map(|row| row.year).collect::<Vec<_>>()),
            Column::new("score".into(), rows.iter().map(|row| row.score).collect::<Vec<_>>()),
            Column::new("z".into(), rows.iter().map(|row| f64::from(row.z)).collect::<Vec<_>>()),
            Column::new("changed".into(), rows.iter().map(|row| u32::from(row.changed)).collect::<Vec<_>>()),
            Column::new("surprise".into(), rows.iter().map(surprise).collect::<Vec<_>>()),
            Column::new("shift".into(), rows.iter().map(shift).collect::<Vec<_>>()),
            Column::new("variance".into(), rows.iter().map(variance).collect::<Vec<_>>()),
        ],
    )
}

/// The columns that tell units apart.
pub(super) fn keys(first: &[&str], split: &[&str]) -> Vec<Expr> {
    first.iter().chain(split).map(|name| col(*name)).collect()
}

/// The rows that belong to a unit of a split.
pub(super) fn divided(frame: &DataFrame, split: &[&str]) -> LazyFrame {
    split.iter().fold(frame.clone().lazy(), |rows, name| rows.filter(col(*name).is_not_null()))
}

/// The units of one series that `split` divides schools into.
fn of(
    scores: &DataFrame,
    people: &DataFrame,
    split: &[&str],
    rows: &[&Assessment],
) -> PolarsResult<Vec<Unit>> {
    let count = |name: &str| col(name).count().cast(DataType::UInt32);
    let people = people.clone().lazy();
    let unit = || keys(&["school"], split);
    let stats = divided(scores, split)
        .group_by_stable(unit())
        .agg([
            count("score").alias("n"),
            col("score").mean().alias("mean"),
            (col("score").var(0) * col("score").count().cast(DataType::Float64)).alias("within"),
            count("shift").alias("matched"),
            col("shift").mean().alias("shift"),
            col("shift").gt(lit(0.0)).cast(DataType::UInt32).sum().alias("worse"),
            col("variance").mean().alias("variance"),
            col("surprise").mean().alias("surprise"),
            col("changed").sum().alias("changed"),
            col("z").mean().alias("mean_z"),
            (col("z").var(0) * col("z").count().cast(DataType::Float64)).alias("within_z"),
            col("z").gt_eq(lit(normal::FIFTH)).cast(DataType::UInt32).sum().alias("concern"),
        ])
        .join(people, unit(), unit(), JoinArgs::new(JoinType::Inner));
    let order: Vec<&str> = ["school"].iter().chain(split).copied().collect();
    let stats = stats.sort(order, SortMultipleOptions::default()).collect()?;
    read(&stats, split, rows)
}

/// The rows of the statistics.
fn read(stats: &DataFrame, split: &[&str], rows: &[&Assessment]) -> PolarsResult<Vec<Unit>> {
    let (series, round) = rows.first().map_or((0, 0), |row| (row.series, row.round));
    let named = |name: &str| {
        if split.contains(&name) { maybe_numbers(stats, name) } else { Ok(vec![None; stats.height()]) }
    };
    let (school, n) = (numbers(stats, "school")?, numbers(stats, "n")?);
    let (group, year) = (named("group")?, named("year")?);
    let (known, absent) = (numbers(stats, "known")?, numbers(stats, "absent")?);
    let worse = numbers(stats, "worse")?;
    let (mean, within) = (floats(stats, "mean")?, floats(stats, "within")?);
    let (matched, concern) = (numbers(stats, "matched")?, numbers(stats, "concern")?);
    let (shift, variance) = (maybe_floats(stats, "shift")?, maybe_floats(stats, "variance")?);
    let (surprise, changed) = (maybe_floats(stats, "surprise")?, numbers(stats, "changed")?);
    let (mean_z, within_z) = (floats(stats, "mean_z")?, floats(stats, "within_z")?);
    let mut units = Vec::with_capacity(stats.height());
    #[expect(clippy::indexing_slicing, reason = "columns of one frame have one length")]
    for at in 0..stats.height() {
        let size = f64::from(n[at]);
        let hits = f64::from(concern[at]);
        units.push(Unit {
            series,
            round,
            school: school[at],
            group: group[at],
            year: year[at],
            n: n[at],
            known: known[at],
            absent: absent[at],
            mean: mean[at],
            within: within[at],
            shrunken_mean: None,
            reliability: None,
            matched: matched[at],
            shift: shift[at],
            worse: worse[at],
            shift_variance: variance[at],
            surprise: surprise[at],
            changed: changed[at],
            mean_z: mean_z[at],
            within_z: within_z[at],
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
