//! `groups.csv` and `schools.csv`: a row for each group or school and scale.

use std::io::Write;
use std::path::Path;

use super::order::Order;
use crate::analytics::Unit;
use crate::cli::analyse::names::Names;
use crate::cli::cells::{Line, figure, name};
use crate::cli::written::{Output, not_written};
use crate::evidence::files::write::harmless;
use crate::ground::Result;

/// Groups or schools; `split` is the column that tells them apart within a school.
pub(super) fn units(
    path: &Path,
    all: &[Unit],
    names: &Names,
    order: &Order<'_>,
    split: &str,
) -> Result<Output> {
    let mut rows: Vec<&Unit> = all.iter().collect();
    let round = |unit: &Unit| order.place(order.layout.label(unit.series, unit.round));
    rows.sort_by_cached_key(|unit| (round(unit), unit.school, unit.group, unit.year, unit.series));
    let failed = |cause: std::io::Error| not_written(path, &cause);
    let mut file = Output::open(path)?;
    let mut lines = Line::default();
    lines.end(&format!(
        "round;school;{split};instrument;informant;scale;n;response;mean;shrunken_mean;reliability;matched;shift;\
         share_concern;share_low;share_high"
    ));
    file.write_all(&lines.0).map_err(failed)?;
    for unit in rows {
        lines.0.clear();
        let Some(series) = order.layout.series(unit.series) else {
            continue;
        };
        let year = unit.year.map(|year| year.to_string()).unwrap_or_default();
        lines.name(&harmless(order.layout.label(unit.series, unit.round)));
        lines.name(name(&names.schools, Some(unit.school)));
        lines.name(unit.group.map_or(year.as_str(), |at| name(&names.groups, Some(at))));
        lines.name(&series.key.instrument);
        lines.name(series.key.informant.code());
        lines.name(&series.key.scale);
        lines.ready(&unit.n.to_string());
        lines.figure_cell(Some(unit.response()));
        lines.figure_cell(Some(unit.mean));
        lines.figure_cell(unit.shrunken_mean);
        lines.figure_cell(unit.reliability);
        lines.ready(&unit.matched.to_string());
        lines.figure_cell(unit.shift);
        // Of quartiles and letters nobody knows who is in the worst fifth.
        let concern = |share: f64| Some(share).filter(|_| series.key.score_type.carries_fifth());
        lines.figure_cell(concern(unit.concern));
        lines.figure_cell(concern(unit.concern_interval.0));
        lines.end(&figure(concern(unit.concern_interval.1)));
        file.write_all(&lines.0).map_err(failed)?;
    }
    file.finish()?;
    Ok(file)
}
