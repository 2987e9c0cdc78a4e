//! Everything known up to one round, on one reference: the scores so far with their z, and the levels of whole lists.

use polars::prelude::*;

use super::{
    frame::{floats, maybe_floats, maybe_numbers, numbers, pupils},
    layout::Layout,
    normal,
    norms::Curve,
};

/// Which round is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AsOf {
    /// This round of every cycle that has it.
    Round(u32),
    /// The last round but so many of every cycle that has it.
    BeforeLast(u32),
}

/// The scores up to a round, as columns sorted by series, school, pupil and round.
#[derive(Debug, Default)]
pub(super) struct Pool {
    pub series: Vec<u32>,
    pub school: Vec<u32>,
    pub group: Vec<Option<u32>>,
    pub year: Vec<Option<u32>>,
    pub pupil: Vec<i64>,
    pub ord: Vec<u32>,
    /// 1 where the row's round is the one looked at.
    pub now: Vec<u32>,
    pub score: Vec<f64>,
    pub z: Vec<f64>,
    pub norm: Vec<Option<u32>>,
    pub stability: Vec<u32>,
    /// Per series: the pooled curve and the number of scores in it.
    pub curves: Vec<(Curve, u32)>,
    /// The same rows as a frame, without the levels of lists.
    pub frame: DataFrame,
}

/// The pool at a round. `defaults`: per series, the number of its instrument's stability (that of levels of lists).
pub(super) fn gather(base: &DataFrame, layout: &Layout, defaults: &[u32], as_of: AsOf) -> PolarsResult<Pool> {
    let now = match as_of {
        AsOf::Round(round) => lit(round),
        AsOf::BeforeLast(back) => col("last") - lit(back),
    };
    let exists = match as_of {
        AsOf::Round(round) | AsOf::BeforeLast(round) => col("last").gt_eq(lit(round)),
    };
    let mut frame = base
        .clone()
        .lazy()
        .filter(exists)
        .with_columns([now.cast(DataType::UInt32).alias("as_of")])
        .filter(col("ord").lt_eq(col("as_of")))
        .with_columns([
            share("score", "series")?,
            col("ord").eq(col("as_of")).cast(DataType::UInt32).alias("now"),
        ])
        .collect()?;
    let mut pool = Pool { curves: vec![(Curve::default(), 0); layout.series.len()], ..Pool::default() };
    pool.append(&frame)?;
    pool.fill_curves(&frame, "series")?;
    let shares = floats(&frame, "share")?;
    let signs: Vec<f64> = layout.series.iter().map(super::Series::sign).collect();
    let norms = maybe_floats(&frame, "norm_z")?;
    for ((share, series), norm) in shares.iter().zip(&pool.series).zip(norms) {
        let sign = signs.get(*series as usize).copied().unwrap_or(1.0);
        let pooled = || normal::z_of_share(*share) * sign;
        pool.z.push(norm.unwrap_or_else(pooled));
    }
    frame.with_column(Column::new("z".into(), &pool.z))?;
    let levels = levels_of_lists(&frame)?;
    if levels.height() > 0 {
        pool.append(&levels)?;
        pool.fill_curves(&levels, "series")?;
        let shares = floats(&levels, "share")?;
        pool.z.extend(shares.into_iter().map(normal::z_of_share));
        let levels = pool.stability.iter_mut().zip(&pool.series);
        for (slot, series) in levels.skip(frame.height()) {
            *slot = defaults.get(*series as usize).copied().unwrap_or(*slot);
        }
    }
    pool.frame = frame;
    Ok(pool)
}

/// The mid-percentile (0–1) of a column among the rows of the same `by`.
fn share(column: &str, by: &str) -> PolarsResult<Expr> {
    let rank = RankOptions { method: RankMethod::Average, descending: false };
    let place = col(column).rank(rank, None).cast(DataType::Float64) - lit(0.5);
    let pool = col(column).count().cast(DataType::Float64);
    Ok((place.over([col(by)])? / pool.over([col(by)])?).alias("share"))
}

/// The level of each list that has no total: the mean z over at least half of its scales, ranked again, so that it is
/// as standard normal as the scales are.
fn levels_of_lists(frame: &DataFrame) -> PolarsResult<DataFrame> {
    let keys = ["level", "school", "pupil", "ord"];
    let list = frame.clone().lazy().filter(col("level").is_not_null());
    list.group_by_stable(keys.map(col))
        .agg([
            col("z").mean().alias("score"),
            col("z").count().cast(DataType::UInt32).alias("scales"),
            col("family").first(),
            col("group").first(),
            col("year").first(),
            col("now").first(),
            col("stability").first(),
        ])
        .filter((col("scales") * lit(2_u32)).gt_eq(col("family")))
        .rename(["level"], ["series"], true)
        .sort(["series", "school", "pupil", "ord"], SortMultipleOptions::default())
        .with_columns([
            share("score", "series")?,
            // A list as a whole has no published norm.
            lit(NULL).cast(DataType::UInt32).alias("norm"),
        ])
        .collect()
}

impl Pool {
    /// Adds the rows of a frame, all but their z.
    fn append(&mut self, frame: &DataFrame) -> PolarsResult<()> {
        self.series.extend(numbers(frame, "series")?);
        self.school.extend(numbers(frame, "school")?);
        self.group.extend(maybe_numbers(frame, "group")?);
        self.year.extend(maybe_numbers(frame, "year")?);
        self.pupil.extend(pupils(frame)?);
        self.ord.extend(numbers(frame, "ord")?);
        self.now.extend(numbers(frame, "now")?);
        self.score.extend(floats(frame, "score")?);
        self.norm.extend(maybe_numbers(frame, "norm")?);
        self.stability.extend(numbers(frame, "stability")?);
        Ok(())
    }

    /// The curve through every score that occurs, per series.
    fn fill_curves(&mut self, frame: &DataFrame, by: &str) -> PolarsResult<()> {
        let points = frame
            .clone()
            .lazy()
            .group_by([col(by), col("score")])
            .agg([col("share").first(), col("share").count().cast(DataType::UInt32).alias("n")])
            .sort([by, "score"], SortMultipleOptions::default())
            .collect()?;
        let (series, n) = (numbers(&points, by)?, numbers(&points, "n")?);
        let (score, share) = (floats(&points, "score")?, floats(&points, "share")?);
        let mut from = 0;
        for run in series.chunk_by(|a, b| a == b) {
            let range = from..from + run.len();
            from = range.end;
            let scores = score.get(range.clone()).unwrap_or_default();
            let shares = share.get(range.clone()).unwrap_or_default();
            let z = shares.iter().map(|share| normal::z_of_share(*share));
            let curve = Curve::new(scores.iter().copied().zip(z));
            let total = n.get(range).unwrap_or_default().iter().sum();
            let slot = run.first().and_then(|at| self.curves.get_mut(*at as usize));
            if let Some(slot) = slot {
                *slot = (curve, total);
            }
        }
        Ok(())
    }
}
