//! The files out of `analyse`, as the contract names them: `;`, four decimals, empty where missing, never `-0`, sorted
//! by their key columns (rounds by date).

mod assessments;
mod order;
mod signals;
mod units;

use std::path::Path;

use serde_json::json;

use self::assessments::Rows;
use self::order::Order;
use self::signals::signals;
use self::units::units;
use super::names::Names;
use crate::analytics::{Assessed, Layout, Unit};
use crate::cli::cells::no_file;
use crate::ground::{Error, Result};
use crate::signals::finding::Finding;
use crate::signals::model::Level;

/// What `run.json` tells besides the counts of findings.
pub(super) struct Run<'a> {
    pub pupils: usize,
    pub scores: usize,
    pub refused: usize,
    pub ruleset: &'a str,
}

/// What was assessed in the rounds that are written.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    rows: Rows,
    groups: Vec<Unit>,
    schools: Vec<Unit>,
}

impl Outcome {
    /// Takes in a round.
    pub fn take(&mut self, mut assessed: Assessed<'_>) {
        self.rows.take(&mut assessed);
        // The level of a whole list is no scale.
        let layout = &assessed.analysis.layout;
        let is_scale = |unit: &Unit| layout.series(unit.series).is_some_and(|series| !series.is_list());
        self.groups.extend(assessed.groups.into_iter().filter(is_scale));
        self.schools.extend(assessed.schools.into_iter().filter(is_scale));
    }
}

/// Writes all five files to a folder.
pub(super) fn write(
    out: &Path,
    layout: &Layout,
    outcome: Outcome,
    names: &Names,
    found: &[Finding],
    run: &Run<'_>,
) -> Result<()> {
    std::fs::create_dir_all(out).map_err(|cause| no_file(out, &cause))?;
    let order = Order::of(layout);
    signals(&out.join("signals.csv"), found, names, &order)?;
    assessments::write(&out.join("assessments.csv"), outcome.rows, names, &order)?;
    units(&out.join("groups.csv"), &outcome.groups, names, &order, "group")?;
    units(&out.join("schools.csv"), &outcome.schools, names, &order, "year")?;
    let count = |level: Level| found.iter().filter(|f| f.level == level).count();
    let told = json!({
        "pupils": run.pupils,
        "scores": run.scores,
        "rounds": order.labels,
        "ruleset": run.ruleset,
        "signals": {
            "pupil": count(Level::Pupil),
            "group": count(Level::Group),
            "school": count(Level::School),
        },
        "refused_rows": run.refused,
        "version": env!("CARGO_PKG_VERSION"),
    });
    let path = out.join("run.json");
    let text = serde_json::to_string_pretty(&told).map_err(Error::internal)?;
    std::fs::write(&path, text + "\n").map_err(|cause| no_file(&path, &cause))
}
