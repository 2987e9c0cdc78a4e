//! Groups, schools and year levels in one round: how many, how high, how much the same pupils moved. All by group-bys;
//! those that sum figures keep their order, so that the bytes do not hang on the number of threads.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use polars::prelude::*;
use rayon::prelude::*;

use super::{
    analysis::Analysis,
    assessed::{Assessment, Before, Round, Unit, YearChange},
    frame::{floats, maybe_floats, maybe_numbers, numbers},
    intervals::{Z95, wilson},
    normal,
    shrinkage::{Share, reml},
    surprise::YearSums,
};
use crate::ground::clock;

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
    now: &[Option<u32>],
    earlier: &Earlier,
) -> PolarsResult<(Vec<Unit>, Vec<Unit>)> {
    let scores = scores(analysis, assessments)?;
    let people = people(analysis, now)?;
    let groups = of(&scores, &people, &["group"])?;
    let mut schools = of(&scores, &people, &[])?;
    earlier.add(&mut schools);
    schools.extend(of(&scores, &people, &["year"])?);
    Ok((groups, schools))
}

/// The scores of the rounds looked at.
fn scores(analysis: &Analysis, rows: &[Assessment]) -> PolarsResult<DataFrame> {
    let cycle = |row: &Assessment| analysis.layout.series(row.series).map_or(0, |series| series.cycle);
    let surprise = |row: &Assessment| row.expected.map(|e| f64::from(e.surprise));
    let shift = |row: &Assessment| row.expected.map(|e| f64::from(e.surprise) * e.variance.sqrt());
    // Each is made when asked, by whoever is free.
    macro_rules! column {
        ($name:literal, $of:expr) => {
            Box::new(|| Column::new($name.into(), rows.iter().map($of).collect::<Vec<_>>()))
        };
    }
    let columns: Vec<Box<dyn Fn() -> Column + Sync + '_>> = vec![
        column!("series", |row| row.series),
        column!("cycle", cycle),
        column!("school", |row| row.school),
        column!("group", |row| row.group),
        column!("year", |row| row.year),
        column!("ord", |row| row.round),
        column!("score", |row| row.score),
        column!("z", |row| f64::from(row.z)),
        column!("changed", |row| u32::from(row.changed)),
        column!("surprise", surprise),
        column!("shift", shift),
        column!("variance", |row| row.expected.map(|e| e.variance)),
    ];
    DataFrame::new(rows.len(), columns.par_iter().map(|make| make()).collect())
}

/// Who was where in this round and the one before: a row per cycle, pupil and place.
fn people(analysis: &Analysis, now: &[Option<u32>]) -> PolarsResult<DataFrame> {
    let (mut cycles, mut pupils, mut schools) = (Vec::new(), Vec::new(), Vec::new());
    let (mut groups, mut years) = (Vec::new(), Vec::new());
    let (mut seen, mut same_year) = (Vec::new(), Vec::new());
    for (cycle, until) in (0_u32..).zip(now) {
        let Some(until) = *until else { continue };
        let rounds = analysis.layout.cycles.get(cycle as usize).map_or(&[][..], Vec::as_slice);
        let year = |at: u32| rounds.get(at as usize).map(school_year);
        let same = until.checked_sub(1).is_some_and(|before| year(before) == year(until));
        let mut here: Vec<(u32, bool, u32)> = Vec::new();
        for (at, series) in (0_u32..).zip(&analysis.layout.series) {
            if series.cycle == cycle && !series.is_list() {
                let recent = analysis.rows(at).iter().map(|row| (row, analysis.round(row)));
                let recent = recent.filter(|(_, round)| *round <= until && round + 1 >= until);
                here.extend(recent.map(|(row, round)| (row.pupil, round == until, row.place)));
            }
        }
        // Each series comes in order: runs that are merged.
        here.sort();
        here.dedup();
        for of_pupil in here.chunk_by(|a, b| a.0 == b.0) {
            let Some((pupil, ..)) = of_pupil.first().copied() else { continue };
            let measured = of_pupil.iter().any(|(_, now, _)| *now);
            let mut places: Vec<u32> = of_pupil.iter().map(|(.., place)| *place).collect();
            places.sort_unstable();
            places.dedup();
            for place in places {
                let place = analysis.table.places.all.get(place as usize);
                cycles.push(cycle);
                pupils.push(pupil);
                schools.push(analysis.pupil(pupil).0);
                groups.push(place.and_then(|place| place.group));
                years.push(place.and_then(|place| place.year));
                seen.push(u32::from(measured));
                same_year.push(u32::from(same));
            }
        }
    }
    DataFrame::new(
        cycles.len(),
        vec![
            Column::new("cycle".into(), cycles),
            Column::new("pupil".into(), pupils),
            Column::new("school".into(), schools),
            Column::new("group".into(), groups),
            Column::new("year".into(), years),
            Column::new("seen".into(), seen),
            Column::new("same_year".into(), same_year),
        ],
    )
}

/// The calendar year in which the school year of a round began.
fn school_year(round: &Round) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "days since 1970 are few")]
    let date = NaiveDate::from_epoch_days(round.median_day as i32).unwrap_or_default();
    clock::school_year(date)
}

/// The units that `split` divides schools into.
fn of(scores: &DataFrame, people: &DataFrame, split: &[&str]) -> PolarsResult<Vec<Unit>> {
    let keys = |first: &[&str]| -> Vec<Expr> { first.iter().chain(split).map(|name| col(*name)).collect() };
    let known = |frame: &DataFrame| {
        split.iter().fold(frame.clone().lazy(), |rows, name| rows.filter(col(*name).is_not_null()))
    };
    let people = known(people)
        .group_by(keys(&["cycle", "school", "pupil"]))
        .agg([((lit(1_u32) - col("seen").max()) * col("same_year").max()).alias("absent")])
        .group_by(keys(&["cycle", "school"]))
        .agg([col("absent").count().cast(DataType::UInt32).alias("known"), col("absent").sum()]);
    let count = |name: &str| col(name).count().cast(DataType::UInt32);
    let stats = known(scores)
        .group_by_stable(keys(&["series", "school"]))
        .agg([
            col("cycle").first(),
            col("ord").first(),
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
        .join(people, keys(&["cycle", "school"]), keys(&["cycle", "school"]), JoinArgs::new(JoinType::Inner));
    let order: Vec<&str> = ["series", "school"].iter().chain(split).copied().collect();
    let stats = stats.sort(order, SortMultipleOptions::default()).collect()?;
    read(&stats, split)
}

/// The rows of the statistics.
fn read(stats: &DataFrame, split: &[&str]) -> PolarsResult<Vec<Unit>> {
    let named = |name: &str| {
        if split.contains(&name) { maybe_numbers(stats, name) } else { Ok(vec![None; stats.height()]) }
    };
    let (series, round) = (numbers(stats, "series")?, numbers(stats, "ord")?);
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
            series: series[at],
            round: round[at],
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
