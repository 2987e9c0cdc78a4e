//! The one frame: a row per score, names as whole numbers, with what does not change from round to round (its published
//! norm, the stability that goes with it). And the few ways columns are read back.

use std::collections::HashMap;

use polars::prelude::*;

use super::{
    expectation::{Solver, with_reliability},
    layout::{Layout, number},
    norms::{self, Curve},
    table::ScoreTable,
};

/// The curves of published norms, by series and place of the norm.
pub(super) type Published = HashMap<(u32, u32), Curve>;

/// The frame of a table, without its rounds in order.
pub(super) fn build(
    table: &ScoreTable,
    layout: &Layout,
    solver: &mut Solver,
) -> PolarsResult<(DataFrame, Published)> {
    let mut published = Published::new();
    let rows = table.len();
    let (mut norm, mut norm_z) = (vec![None; rows], vec![None; rows]);
    let mut stability = vec![0_u32; rows];
    let per_row = table.at.iter().zip(&table.score).zip(table.age.iter().zip(&table.sex));
    let slots = norm.iter_mut().zip(&mut norm_z).zip(&mut stability);
    for (((at, score), (age, sex)), ((norm, norm_z), stability)) in per_row.zip(slots) {
        let Some((series, scale)) = layout.series(*at).and_then(|s| Some((s, s.scale()?))) else {
            continue;
        };
        let found = Layout::is_normed(series)
            .then(|| {
                let key = &series.key;
                norms::applicable(&series.instrument, &key.scale, key.informant, *age, *sex)
            })
            .flatten();
        let place = found.and_then(|at| Some((number(at), series.instrument.norms.get(at)?)));
        let mut own = series.instrument.stability;
        if let Some((place, entry)) = place {
            let curve = published.entry((*at, place)).or_insert_with(|| norms::published(scale, entry));
            *norm = Some(place);
            *norm_z = Some(curve.z_at(*score) * series.sign());
            own = entry.reliability.map_or(own, |r| with_reliability(own, r));
        }
        *stability = number(solver.number(own));
    }
    let of_series = |f: &dyn Fn(&super::Series) -> Option<u32>| -> Vec<Option<u32>> {
        let by_series: Vec<Option<u32>> = layout.series.iter().map(f).collect();
        let rows = table.at.iter();
        rows.map(|at| by_series.get(*at as usize).copied().flatten()).collect()
    };
    let levels: HashMap<u32, u32> = layout
        .series
        .iter()
        .enumerate()
        .filter(|(_, series)| series.is_list())
        .map(|(at, series)| (series.list, number(at)))
        .collect();
    let level = |series: &super::Series| {
        let level = levels.get(&series.list).copied();
        level.filter(|_| series.is_part())
    };
    let frame = DataFrame::new(
        rows,
        vec![
            Column::new("series".into(), &table.at),
            Column::new("cycle".into(), of_series(&|series| Some(series.cycle))),
            Column::new("family".into(), of_series(&|series| Some(series.family))),
            Column::new("level".into(), of_series(&level)),
            Column::new("school".into(), &table.school),
            Column::new("group".into(), &table.group[..]),
            Column::new("year".into(), &table.year[..]),
            Column::new("pupil".into(), &table.pupil),
            Column::new("round".into(), &table.round),
            Column::new("day".into(), &table.day),
            Column::new("score".into(), &table.score),
            Column::new("norm".into(), norm),
            Column::new("norm_z".into(), norm_z),
            Column::new("stability".into(), stability),
        ],
    )?;
    Ok((frame, published))
}

/// A column of whole numbers that are always there.
pub(super) fn numbers(frame: &DataFrame, name: &str) -> PolarsResult<Vec<u32>> {
    let column = frame.column(name)?.u32()?;
    Ok(column.iter().map(Option::unwrap_or_default).collect())
}

/// A column of whole numbers with gaps.
pub(super) fn maybe_numbers(frame: &DataFrame, name: &str) -> PolarsResult<Vec<Option<u32>>> {
    Ok(frame.column(name)?.u32()?.iter().collect())
}

/// The column of pupils.
pub(super) fn pupils(frame: &DataFrame) -> PolarsResult<Vec<i64>> {
    let column = frame.column("pupil")?.i64()?;
    Ok(column.iter().map(Option::unwrap_or_default).collect())
}

/// A column of figures that are always there.
pub(super) fn floats(frame: &DataFrame, name: &str) -> PolarsResult<Vec<f64>> {
    let column = frame.column(name)?.f64()?;
    Ok(column.iter().map(Option::unwrap_or_default).collect())
}

/// A column of figures with gaps.
pub(super) fn maybe_floats(frame: &DataFrame, name: &str) -> PolarsResult<Vec<Option<f64>>> {
    Ok(frame.column(name)?.f64()?.iter().collect())
}
