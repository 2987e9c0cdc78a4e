//! The one place of polars: the scores of a series in a round as a frame, and what is counted of them per unit.

use polars::prelude::*;

use super::{normal, split::Split};

/// One score as it is counted.
pub(super) struct Score {
    pub school: u32,
    pub group: Option<u32>,
    pub year: Option<u32>,
    /// The score as it is.
    pub score: f64,
    /// The same in standard deviations; above 0 is worse.
    pub z: f32,
    /// The surprise, and the variance around what was expected; none where nothing was.
    pub expected: Option<(f32, f32)>,
    /// Whether it was given by another person than before, as for the group as a whole.
    pub is_changed: bool,
}

/// What is counted of the scores of one series per unit: one entry for each unit in every column.
pub(super) struct Figures {
    pub unit: Vec<u64>,
    /// Scores.
    pub n: Vec<u32>,
    /// Mean and variance (over n) of the scores as they are.
    pub mean: Vec<f64>,
    pub spread: Vec<f64>,
    /// Mean and variance (over n) of the scores in standard deviations.
    pub mean_z: Vec<f64>,
    pub spread_z: Vec<f64>,
    /// Pupils of whom something was expected, and of them who did worse than that.
    pub matched: Vec<u32>,
    pub worse: Vec<u32>,
    /// Sums over those pupils: the surprise, the shift, what was expected and its variance.
    pub surprise: Vec<f64>,
    pub shift: Vec<f64>,
    pub expected: Vec<f64>,
    pub variance: Vec<f64>,
    /// Scores given by another person than before for the group as a whole, and in the worst fifth of the norm.
    pub changed: Vec<u32>,
    pub concern: Vec<u32>,
}

/// The scores of one series in the round looked at; a column of units for each split. Who has no surprise counts as 0 in
/// sums, and not in `matched`; `most`: room for so many. All that is asked of a group is a sum, a mean or a variance of a
/// column: quick.
pub(super) fn scores(rows: impl Iterator<Item = Score>, most: usize) -> PolarsResult<DataFrame> {
    let figures = || Vec::<f64>::with_capacity(most);
    let counts = || Vec::<bool>::with_capacity(most);
    let mut units = Split::ALL.map(|_| Vec::with_capacity(most));
    let (mut score, mut z, mut surprise, mut shift, mut expected, mut variance) =
        (figures(), figures(), figures(), figures(), figures(), figures());
    let (mut changed, mut matched, mut worse, mut concern) = (counts(), counts(), counts(), counts());
    for row in rows {
        for (split, units) in Split::ALL.into_iter().zip(&mut units) {
            units.push(split.unit(row.school, row.group, row.year));
        }
        let (one, spread) =
            row.expected.map_or((0.0, 0.0), |(surprise, v)| (f64::from(surprise), f64::from(v)));
        score.push(row.score);
        z.push(f64::from(row.z));
        surprise.push(one);
        shift.push(one * spread.sqrt());
        expected.push(row.expected.map_or(0.0, |_| f64::from(row.z) - one * spread.sqrt()));
        variance.push(spread);
        changed.push(row.is_changed);
        matched.push(row.expected.is_some());
        worse.push(one > 0.0);
        concern.push(f64::from(row.z) >= normal::WORST_FIFTH);
    }
    let rows = score.len();
    let units = Split::ALL.iter().zip(units).map(|(split, units)| {
        let is_sorted = units.is_sorted();
        let mut column = Column::new(split.name().into(), units);
        if is_sorted {
            // Grouped by stretches then, without looking anything up.
            column.set_sorted_flag(polars::series::IsSorted::Ascending);
        }
        column
    });
    let figures = [
        ("score", score),
        ("z", z),
        ("surprise", surprise),
        ("shift", shift),
        ("expected", expected),
        ("variance", variance),
    ];
    let figures = figures.into_iter().map(|(name, column)| Column::new(name.into(), column));
    let counts = [("changed", changed), ("matched", matched), ("worse", worse), ("concern", concern)];
    let counts = counts.into_iter().map(|(name, column)| Column::new(name.into(), column));
    DataFrame::new(rows, units.chain(figures).chain(counts).collect())
}

impl Figures {
    /// Counts by the units `split` divides schools into, in the order of the rows.
    ///
    /// The group-by of a frame itself is asked for sums and variances of columns: the lazy engine, which polars would rather
    /// have asked, is four fifths of polars and has no more to say here.
    #[expect(deprecated, reason = "kept by polars for whoever leaves its lazy engine out")]
    pub fn of(scores: &DataFrame, split: Split) -> PolarsResult<Self> {
        // On this thread: series are counted side by side already.
        let grouped = scores.group_by_with_series(vec![scores.column(split.name())?.clone()], false, true)?;
        let sums = ["surprise", "shift", "expected", "variance", "changed", "matched", "worse", "concern"];
        let grouped = grouped.select(sums);
        let sums = grouped.sum()?;
        let grouped = grouped.select(["score", "z"]);
        let (sizes, means, spreads) = (grouped.count()?, grouped.mean()?, grouped.var(0)?);
        Ok(Self {
            unit: column::<UInt64Type>(&sums, split.name())?,
            n: column::<UInt32Type>(&sizes, "score_count")?,
            mean: column::<Float64Type>(&means, "score_mean")?,
            spread: column::<Float64Type>(&spreads, "score_agg_var")?,
            mean_z: column::<Float64Type>(&means, "z_mean")?,
            spread_z: column::<Float64Type>(&spreads, "z_agg_var")?,
            matched: column::<UInt32Type>(&sums, "matched_sum")?,
            worse: column::<UInt32Type>(&sums, "worse_sum")?,
            surprise: column::<Float64Type>(&sums, "surprise_sum")?,
            shift: column::<Float64Type>(&sums, "shift_sum")?,
            expected: column::<Float64Type>(&sums, "expected_sum")?,
            variance: column::<Float64Type>(&sums, "variance_sum")?,
            changed: column::<UInt32Type>(&sums, "changed_sum")?,
            concern: column::<UInt32Type>(&sums, "concern_sum")?,
        })
    }
}

/// A column of figures that are always there.
fn column<T: PolarsNumericType>(frame: &DataFrame, name: &str) -> PolarsResult<Vec<T::Native>> {
    let column = frame.column(name)?.as_materialized_series().unpack::<T>()?;
    Ok(column.iter().map(Option::unwrap_or_default).collect())
}
