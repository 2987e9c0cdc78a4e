//! Groups, schools and year levels in one round: how many, how high, how much the same pupils moved. All by group-bys;
//! those that sum figures keep their order, so that the bytes do not hang on the number of threads.

use chrono::NaiveDate;
use polars::prelude::*;

use super::{
    assess::Estimate,
    assessed::{Round, Unit, YearChange},
    frame::{floats, maybe_floats, maybe_numbers, numbers},
    intervals::{Z95, wilson},
    layout::Layout,
    pool::Pool,
    shrinkage::{Share, reml},
};
use crate::ground::clock;

/// z from which a score lies in the worst fifth.
const CONCERN: f64 = 0.8416;

/// The groups and the schools (whole, then by year level) of the pool's round.
pub(super) fn units(
    pool: &Pool,
    layout: &Layout,
    estimates: &[Estimate],
) -> PolarsResult<(Vec<Unit>, Vec<Unit>)> {
    // The levels of lists stand behind the rows of the frame, and have no unit's figures.
    let own = estimates.get(..pool.frame.height()).unwrap_or_default();
    let shift = |e: &Estimate| e.expected.map(|(_, variance, surprise)| surprise * variance.sqrt());
    let variance = |e: &Estimate| e.expected.map(|(_, variance, _)| variance);
    let columns: [(&str, Vec<Option<f64>>); 4] = [
        ("shift", own.iter().map(shift).collect()),
        ("variance", own.iter().map(variance).collect()),
        ("year_shift", own.iter().map(|e| e.year.map(|y| y.0)).collect()),
        ("year_variance", own.iter().map(|e| e.year.map(|y| y.1)).collect()),
    ];
    let mut frame = pool.frame.clone();
    for (name, values) in columns {
        frame.with_column(Column::new(name.into(), values))?;
    }
    let same_year = same_year(layout, &frame)?;
    frame.with_column(Column::new("same_year".into(), same_year))?;
    let groups = of(&frame, &["group"])?;
    let mut schools = of(&frame, &[])?;
    add_year_changes(&frame, &mut schools)?;
    schools.extend(of(&frame, &["year"])?);
    Ok((groups, schools))
}

/// 1 where the round looked at and the one before it lie in one school year.
fn same_year(layout: &Layout, frame: &DataFrame) -> PolarsResult<Vec<u32>> {
    let (cycle, as_of) = (numbers(frame, "cycle")?, numbers(frame, "as_of")?);
    let rows = cycle.iter().zip(as_of);
    Ok(rows
        .map(|(cycle, as_of)| {
            let rounds = layout.cycles.get(*cycle as usize);
            let year = |at: u32| rounds?.get(at as usize).map(school_year);
            let before = as_of.checked_sub(1);
            u32::from(before.is_some_and(|before| year(before) == year(as_of)))
        })
        .collect())
}

/// The calendar year in which the school year of a round began.
fn school_year(round: &Round) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "days since 1970 are few")]
    let date = NaiveDate::from_epoch_days(round.median_day as i32).unwrap_or_default();
    clock::school_year(date)
}

/// The units that `split` divides schools into.
fn of(frame: &DataFrame, split: &[&str]) -> PolarsResult<Vec<Unit>> {
    let keys = |first: &[&str]| -> Vec<Expr> { first.iter().chain(split).map(|name| col(*name)).collect() };
    let rows = split.iter().fold(frame.clone().lazy(), |rows, name| rows.filter(col(*name).is_not_null()));
    let seen = col("now").max().over([col("cycle"), col("school"), col("pupil")])?;
    let people = frame
        .clone()
        .lazy()
        .with_columns([seen.alias("seen")])
        .filter((col("ord") + lit(1_u32)).gt_eq(col("as_of")));
    let people = split
        .iter()
        .fold(people, |rows, name| rows.filter(col(*name).is_not_null()))
        .group_by(keys(&["cycle", "school", "pupil"]))
        .agg([((lit(1_u32) - col("seen").max()) * col("same_year").max()).alias("absent")])
        .group_by(keys(&["cycle", "school"]))
        .agg([col("absent").count().cast(DataType::UInt32).alias("known"), col("absent").sum()]);
    let count = |name: &str| col(name).count().cast(DataType::UInt32);
    let stats = rows
        .filter(col("now").eq(lit(1_u32)))
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
            col("z").gt_eq(lit(CONCERN)).cast(DataType::UInt32).sum().alias("concern"),
        ])
        .join(people, keys(&["cycle", "school"]), keys(&["cycle", "school"]), JoinArgs::new(JoinType::Inner));
    let order: Vec<&str> = ["series", "school"].iter().chain(split).copied().collect();
    let stats = stats.sort(order, SortMultipleOptions::default()).collect()?;
    read(&stats, split)
}

/// The rows of the statistics, with their means shrunk per series.
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
            shrunken_mean: None,
            reliability: None,
            matched: matched[at],
            shift: shift[at],
            worse: worse[at],
            shift_variance: variance[at],
            concern: hits / size.max(1.0),
            concern_interval: wilson(hits, size, Z95),
            year_changes: Vec::new(),
        });
    }
    let mut from = 0;
    for run in units.chunk_by_mut(|a, b| a.series == b.series) {
        let spread = within.get(from..from + run.len()).unwrap_or_default();
        from += run.len();
        let shares: Vec<Share> = run
            .iter()
            .zip(spread)
            .map(|(unit, within)| Share { n: f64::from(unit.n), mean: unit.mean, within: *within })
            .collect();
        if let Some(components) = reml(&shares) {
            for (unit, share) in run.iter_mut().zip(&shares) {
                unit.shrunken_mean = Some(components.shrunken(share));
                unit.reliability = Some(components.reliability(share.n));
            }
        }
    }
    Ok(units)
}

/// The changes of whole schools against a year earlier, in every round so far.
fn add_year_changes(frame: &DataFrame, schools: &mut [Unit]) -> PolarsResult<()> {
    let changes = frame
        .clone()
        .lazy()
        .filter(col("year_shift").is_not_null())
        .sort(["series", "school", "ord", "pupil"], SortMultipleOptions::default())
        .group_by_stable([col("series"), col("school"), col("ord")])
        .agg([
            col("year_shift").count().cast(DataType::UInt32).alias("matched"),
            col("year_shift").mean(),
            col("year_variance").mean(),
        ])
        .collect()?;
    let (series, school) = (numbers(&changes, "series")?, numbers(&changes, "school")?);
    let (round, matched) = (numbers(&changes, "ord")?, numbers(&changes, "matched")?);
    let (shift, variance) = (floats(&changes, "year_shift")?, floats(&changes, "year_variance")?);
    let keys: Vec<(u32, u32)> = series.into_iter().zip(school).collect();
    let rows = round.into_iter().zip(matched).zip(shift.into_iter().zip(variance));
    for (key, ((round, matched), (shift, variance))) in keys.iter().zip(rows) {
        let found = schools.binary_search_by_key(key, |unit| (unit.series, unit.school));
        if let Some(unit) = found.ok().and_then(|at| schools.get_mut(at)) {
            unit.year_changes.push(YearChange { round, matched, shift, variance });
        }
    }
    Ok(())
}
