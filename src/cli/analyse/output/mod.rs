//! The files out of `analyse`, as the contract names them: `;`, four decimals, empty where missing, never `-0`, sorted
//! by their key columns (rounds by date).

mod assessments;
mod order;
mod signals;
mod silent;
mod units;

use std::io::Write;
use std::mem::take;
use std::path::Path;

use serde_json::{Value, json};

use self::order::Order;
use self::signals::signals;
pub(super) use self::silent::Silent;
use self::units::units;
use super::names::Names;
use crate::analytics::{Analysis, Assessed, Layout, Unit, shrink};
use crate::cli::written::{Output, not_written};
use crate::evidence::{instruments::Norm, score_type::ScoreType};
use crate::ground::{Error, Result, append::append};
use crate::signals::finding::Finding;
use crate::signals::model::Level;

/// The files there will be.
pub(super) const FILES: [&str; 5] =
    ["assessments.csv", "groups.csv", "schools.csv", "signals.csv", "run.json"];

/// What `run.json` tells besides the counts of findings.
pub(super) struct Run<'a> {
    pub pupils: usize,
    pub scores: usize,
    pub refused: usize,
    pub ruleset: &'a str,
    /// What the scores of each series were compared with.
    pub references: Value,
    /// Where rules could not speak, and why.
    pub silent: Value,
}

/// What the scores of each series were compared with: the norms with source, date and for whom they hold; how many
/// scores have none, and so are compared with each other.
pub(super) fn references(analysis: &Analysis) -> Value {
    let told =
        analysis.layout.series.iter().zip(analysis.references()).filter(|(series, _)| !series.is_list());
    let told = told.map(|(series, (norms, without))| {
        let norm = |norm: &Norm| {
            json!({ "source": norm.source, "date": norm.date.to_string(), "holds_for": norm.reach() })
        };
        let is_raw = series.key.score_type == ScoreType::Raw;
        json!({
            "instrument": series.key.instrument,
            "version": series.key.version,
            "informant": series.key.informant.code(),
            "scale": series.key.scale,
            "score_type": series.key.score_type.code(),
            "norms": norms.into_iter().map(norm).collect::<Vec<_>>(),
            "pooled_scores": if is_raw { without } else { 0 },
        })
    });
    told.collect()
}

/// The files in the making.
pub(super) struct Outcome<'a> {
    out: &'a Path,
    names: &'a Names,
    order: Order<'a>,
    assessments: assessments::Writer<'a>,
    groups: Vec<Unit>,
    schools: Vec<Unit>,
    /// The first thing that went wrong while rounds came in.
    problem: Result<()>,
}

impl<'a> Outcome<'a> {
    /// Files in a folder, which is made where it does not exist.
    pub fn open(out: &'a Path, layout: &'a Layout, names: &'a Names) -> Result<Self> {
        std::fs::create_dir_all(out).map_err(|cause| not_written(out, &cause))?;
        let order = Order::of(layout);
        let assessments = assessments::Writer::open(&out.join("assessments.csv"), names, &order)?;
        Ok(Self { out, names, order, assessments, groups: Vec::new(), schools: Vec::new(), problem: Ok(()) })
    }

    /// Takes in a round.
    pub fn take(&mut self, assessed: &mut Assessed<'_>) {
        let (mut groups, mut schools) = (take(&mut assessed.groups), take(&mut assessed.schools));
        let writer = &mut self.assessments;
        let (written, ()) = rayon::join(
            || writer.round(assessed),
            || {
                shrink(&mut groups);
                shrink(&mut schools);
            },
        );
        if self.problem.is_ok() {
            self.problem = written;
        }
        // The level of a whole list is no scale.
        let layout = &assessed.analysis.layout;
        let is_scale = |unit: &Unit| layout.series(unit.series).is_some_and(|series| !series.is_list());
        for (all, mut units) in [(&mut self.groups, groups), (&mut self.schools, schools)] {
            units.retain(is_scale);
            append(all, units);
        }
    }

    /// Writes what is left, all but the assessments; then all files get their names.
    pub fn write(self, found: &[Finding], run: &Run<'_>) -> Result<()> {
        self.problem?;
        let Self { out, names, order, assessments, groups, schools, .. } = self;
        let of = |what: &str| out.join(what);
        let of_units = || -> Result<_> {
            let groups = units(&of("groups.csv"), &groups, names, &order, "group")?;
            Ok([groups, units(&of("schools.csv"), &schools, names, &order, "year")?])
        };
        let of_pupils = || -> Result<_> {
            let assessments = assessments.finish()?;
            Ok([assessments, signals(&of("signals.csv"), found, names, &order)?])
        };
        let (of_units, of_pupils) = rayon::join(of_units, of_pupils);
        let run = tell_run(&of("run.json"), &order, found, run)?;
        of_units?.into_iter().chain(of_pupils?).chain([run]).try_for_each(Output::keep)
    }
}

fn tell_run(path: &Path, order: &Order<'_>, found: &[Finding], run: &Run<'_>) -> Result<Output> {
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
        "references": run.references,
        "silent": run.silent,
        "refused_rows": run.refused,
        "version": env!("CARGO_PKG_VERSION"),
    });
    let mut file = Output::open(path)?;
    let text = serde_json::to_string_pretty(&told).map_err(Error::internal)?;
    writeln!(file, "{text}").map_err(|cause| file.failed(&cause))?;
    file.finish()?;
    Ok(file)
}
