//! The analysis from end to end: one frame, one pass over it per round that is asked for.

use polars::prelude::*;

use super::{
    assess,
    assessed::Assessed,
    expectation::Solver,
    frame,
    layout::{Layout, number},
    pool::{self, AsOf},
    rounds,
    table::ScoreTable,
    units,
};
use crate::{
    evidence::instruments::Catalogue,
    ground::{Error, Result},
};

/// Which rounds are assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// The last round of each instrument × informant, and the one before it (to tell what is new).
    Last,
    /// Every round, each with only what was known then.
    Replay,
}

/// Runs the analysis. Refused: a series whose instrument or scale the catalogue does not know.
/// It uses its own threads for a while: call it off the async threads.
pub fn run(table: &ScoreTable, catalogue: &Catalogue, span: Span) -> Result<Assessed> {
    let layout = Layout::new(table, catalogue)?;
    passes(table, layout, span).map_err(Error::internal)
}

fn passes(table: &ScoreTable, mut layout: Layout, span: Span) -> PolarsResult<Assessed> {
    let mut solver = Solver::default();
    let defaults: Vec<u32> =
        layout.series.iter().map(|series| number(solver.number(series.instrument.stability))).collect();
    let (frame, published) = frame::build(table, &layout, &mut solver)?;
    let frame = rounds::order(frame, &mut layout)?;
    let last: Vec<u32> = frame::numbers(&frame, "cycle")?
        .into_iter()
        .map(|cycle| layout.cycles.get(cycle as usize).map_or(0, Vec::len))
        .map(|rounds| number(rounds.saturating_sub(1)))
        .collect();
    let rounds = number(layout.cycles.iter().map(Vec::len).max().unwrap_or(0));
    let mut frame = frame;
    frame.with_column(Column::new("last".into(), last))?;
    let passes: Vec<AsOf> = match span {
        Span::Replay => (0..rounds).map(AsOf::Round).collect(),
        Span::Last => vec![AsOf::BeforeLast(1), AsOf::BeforeLast(0)],
    };
    let mut assessed = Assessed { assessments: Vec::new(), groups: Vec::new(), schools: Vec::new(), layout };
    for as_of in passes {
        let pool = pool::gather(&frame, &assessed.layout, &defaults, as_of)?;
        if pool.z.is_empty() {
            continue;
        }
        let estimates = assess::estimate(&pool, &assessed.layout, &mut solver);
        let rows = assess::assessments(&pool, &assessed.layout, &estimates, &published);
        assessed.assessments.extend(rows);
        let (groups, schools) = units::units(&pool, &assessed.layout, &estimates)?;
        assessed.groups.extend(groups);
        assessed.schools.extend(schools);
    }
    assessed.assessments.sort_by_key(|row| (row.series, row.round, row.school, row.group, row.pupil));
    for rows in [&mut assessed.groups, &mut assessed.schools] {
        rows.sort_by_key(|row| (row.series, row.round, row.school, row.group, row.year));
    }
    Ok(assessed)
}
