//! The rounds of each cycle (instrument × informant), by median day. Labels come with the scores, and rounds that lie
//! under 90 days apart were joined before (`evidence::files::settle`); here they are put in order.

use polars::prelude::*;

use super::{
    assessed::Round,
    frame::{floats, numbers},
    layout::{Layout, number},
};

/// Adds the column `ord`, the place of a row's round in its cycle, and fills in the rounds of the layout.
pub(super) fn order(frame: DataFrame, layout: &mut Layout) -> PolarsResult<DataFrame> {
    let rounds = frame
        .clone()
        .lazy()
        .group_by([col("cycle"), col("round")])
        .agg([col("day").median().cast(DataType::Float64)])
        .sort(["cycle", "day", "round"], SortMultipleOptions::default())
        .collect()?;
    let (cycle, label) = (numbers(&rounds, "cycle")?, numbers(&rounds, "round")?);
    let days = floats(&rounds, "day")?;
    let mut ord = Vec::with_capacity(cycle.len());
    for ((cycle, label), median_day) in cycle.iter().zip(label).zip(days) {
        if let Some(of_cycle) = layout.cycles.get_mut(*cycle as usize) {
            ord.push(number(of_cycle.len()));
            of_cycle.push(Round { label, median_day });
        }
    }
    let mut keys = rounds.select(["cycle", "round"])?;
    keys.with_column(Column::new("ord".into(), ord))?;
    let on = [col("cycle"), col("round")];
    frame
        .lazy()
        .join(keys.lazy(), &on, &on, JoinArgs::new(JoinType::Inner))
        .sort(["series", "school", "pupil", "ord"], SortMultipleOptions::default())
        .collect()
}
