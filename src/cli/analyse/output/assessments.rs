//! `assessments.csv`: a row for each score as it was assessed.

use std::path::Path;

use super::cells::{figure, name, no_file, open};
use super::order::Order;
use crate::analytics::{Assessed, Assessment};
use crate::cli::analyse::names::Names;
use crate::evidence::files::write::harmless;
use crate::ground::{Error, Result, Words};

pub(super) fn assessments(path: &Path, assessed: &Assessed, names: &Names, order: &Order<'_>) -> Result<()> {
    let shown = |row: &&Assessment| order.is_shown(row.series, row.round);
    let mut rows: Vec<&Assessment> = assessed.assessments.iter().filter(shown).collect();
    let round = |row: &Assessment| order.place(order.layout.label(row.series, row.round));
    rows.sort_by_cached_key(|row| (round(row), row.school, row.group, row.pupil, row.series));
    let words = Words::default();
    let (first, unsolved) = (words.t("analysis-note-first"), words.t("analysis-note-unsolved"));
    let mut csv = open(
        path,
        "round;school;group;pupil;instrument;version;informant;scale;score;z;expected;expected_low;expected_high;\
         surprise;trend;level_probability;rounds_used;note",
    )?;
    for row in rows {
        let Some(series) = order.layout.series(row.series) else {
            continue;
        };
        let note = match (row.expected, row.rounds_used) {
            (Some(_), _) => "",
            (None, 1) => &first,
            (None, _) => &unsolved,
        };
        csv.write_record([
            &harmless(order.layout.label(row.series, row.round)),
            name(&names.schools, Some(row.school)),
            name(&names.groups, row.group),
            name(&names.pupils, u32::try_from(row.pupil).ok()),
            &series.key.instrument,
            &harmless(&series.key.version),
            series.key.informant.code(),
            &series.key.scale,
            &figure(Some(row.score)),
            &figure(Some(row.z)),
            &figure(row.expected.map(|e| e.score)),
            &figure(row.expected.map(|e| e.low)),
            &figure(row.expected.map(|e| e.high)),
            &figure(row.expected.map(|e| e.surprise)),
            &figure(row.trend),
            &figure(Some(row.level_probability)),
            &row.rounds_used.to_string(),
            note,
        ])
        .map_err(Error::internal)?;
    }
    csv.flush().map_err(|cause| no_file(path, &cause))
}
