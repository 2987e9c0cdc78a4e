//! `groups.csv` and `schools.csv`: a row for each group or school and scale.

use std::path::Path;

use super::order::Order;
use crate::analytics::Unit;
use crate::cli::analyse::names::Names;
use crate::cli::cells::{figure, name, no_file, open};
use crate::evidence::files::write::harmless;
use crate::ground::{Error, Result};

/// Groups or schools; `split` is the column that tells them apart within a school.
pub(super) fn units(path: &Path, all: &[Unit], names: &Names, order: &Order<'_>, split: &str) -> Result<()> {
    let mut rows: Vec<&Unit> = all.iter().collect();
    let round = |unit: &Unit| order.place(order.layout.label(unit.series, unit.round));
    rows.sort_by_cached_key(|unit| (round(unit), unit.school, unit.group, unit.year, unit.series));
    let header = format!(
        "round;school;{split};instrument;informant;scale;n;response;mean;shrunken_mean;reliability;matched;shift;\
         share_concern;share_low;share_high"
    );
    let mut csv = open(path, &header)?;
    for unit in rows {
        let Some(series) = order.layout.series(unit.series) else {
            continue;
        };
        let year = unit.year.map(|year| year.to_string()).unwrap_or_default();
        let within = unit.group.map_or(year.as_str(), |at| name(&names.groups, Some(at)));
        csv.write_record([
            &harmless(order.layout.label(unit.series, unit.round)),
            name(&names.schools, Some(unit.school)),
            within,
            &series.key.instrument,
            series.key.informant.code(),
            &series.key.scale,
            &unit.n.to_string(),
            &figure(Some(unit.response())),
            &figure(Some(unit.mean)),
            &figure(unit.shrunken_mean),
            &figure(unit.reliability),
            &unit.matched.to_string(),
            &figure(unit.shift),
            &figure(Some(unit.concern)),
            &figure(Some(unit.concern_interval.0)),
            &figure(Some(unit.concern_interval.1)),
        ])
        .map_err(Error::internal)?;
    }
    csv.flush().map_err(|cause| no_file(path, &cause))
}
