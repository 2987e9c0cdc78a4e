//! The files out of `analyse`, as the contract names them: `;`, four decimals, empty where missing, never `-0`, sorted
//! by their key columns (rounds by date).

use std::{fs::File, io::BufWriter, path::Path};

use serde_json::json;

use super::names::Names;
use crate::{
    analytics::{Assessed, Assessment, Layout, Span, Unit},
    evidence::files::write::harmless,
    ground::{Error, Message, Result, Words},
    signals::{finding::Finding, model::Level},
};

/// What `run.json` tells besides the counts of findings.
pub(super) struct Run<'a> {
    pub pupils: usize,
    pub scores: usize,
    pub refused: usize,
    pub ruleset: &'a str,
}

type Csv = csv::Writer<BufWriter<File>>;

/// Writes all five files to a folder.
pub(super) fn write(
    out: &Path,
    assessed: &Assessed,
    names: &Names,
    found: &[Finding],
    span: Span,
    run: &Run<'_>,
) -> Result<()> {
    std::fs::create_dir_all(out).map_err(|cause| no_file(out, &cause))?;
    let order = Order::of(&assessed.layout, span);
    signals(&out.join("signals.csv"), found, names, &order)?;
    assessments(&out.join("assessments.csv"), assessed, names, &order)?;
    units(&out.join("groups.csv"), &assessed.groups, names, &order, "group")?;
    units(&out.join("schools.csv"), &assessed.schools, names, &order, "year")?;
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

/// Rounds in order of date, and which of them are shown.
struct Order<'a> {
    layout: &'a Layout,
    span: Span,
    /// The labels in order of date; those of one date by name.
    labels: Vec<&'a str>,
}

impl<'a> Order<'a> {
    fn of(layout: &'a Layout, span: Span) -> Self {
        let rounds = layout.cycles.iter().flatten();
        let mut dated: Vec<(f64, &str)> = rounds
            .filter_map(|round| {
                let label = layout.labels.get(round.label as usize)?;
                Some((round.median_day, label.as_str()))
            })
            .collect();
        dated.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
        let mut labels = Vec::new();
        for (_, label) in dated {
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        Self { layout, span, labels }
    }

    fn place(&self, label: &str) -> usize {
        let mut labels = self.labels.iter();
        labels.position(|known| *known == label).unwrap_or(0)
    }

    fn is_shown(&self, series: u32, round: u32) -> bool {
        let is_scale = self.layout.series(series).is_some_and(|s| !s.is_list());
        is_scale && (self.span == Span::Replay || self.layout.is_last(series, round))
    }
}

fn signals(path: &Path, found: &[Finding], names: &Names, order: &Order<'_>) -> Result<()> {
    let mut rows: Vec<&Finding> = found.iter().collect();
    rows.sort_by_cached_key(|f| {
        let who = (f.level.to_string(), f.school, f.group, f.pupil);
        let what = (f.rule.code(), f.severity, f.domain.code());
        let series = (&f.instrument, f.informant, &f.scale, f.whole_list);
        (order.place(&f.round), who, what, series)
    });
    let mut csv = open(
        path,
        "round;level;school;group;pupil;rule;severity;domain;instrument;informant;scale;observed;expected;\
         expected_low;expected_high;statistic;threshold;rounds_used;n;reason",
    )?;
    for f in rows {
        csv.write_record([
            &harmless(&f.round),
            f.level.to_string().as_str(),
            name(&names.schools, Some(f.school)),
            name(&names.groups, f.group),
            name(&names.pupils, f.pupil.and_then(|at| u32::try_from(at).ok())),
            f.rule.code(),
            &f.severity.to_string(),
            f.domain.code(),
            &f.instrument,
            f.informant.code(),
            &f.scale,
            &figure(Some(f.observed)),
            &figure(f.expected),
            &figure(f.expected_low),
            &figure(f.expected_high),
            &figure(Some(f.statistic)),
            &figure(Some(f.threshold)),
            &f.rounds_used.to_string(),
            &f.n.map(|n| n.to_string()).unwrap_or_default(),
            &Words::default().say(&f.reason),
        ])
        .map_err(Error::internal)?;
    }
    csv.flush().map_err(|cause| no_file(path, &cause))
}

fn assessments(path: &Path, assessed: &Assessed, names: &Names, order: &Order<'_>) -> Result<()> {
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

/// Groups or schools; `split` is the column that tells them apart within a school.
fn units(path: &Path, all: &[Unit], names: &Names, order: &Order<'_>, split: &str) -> Result<()> {
    let shown = |unit: &&Unit| order.is_shown(unit.series, unit.round);
    let mut rows: Vec<&Unit> = all.iter().filter(shown).collect();
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

/// A figure with four decimals; empty when there is none, never `-0`.
fn figure(value: Option<f64>) -> String {
    let Some(value) = value.filter(|value| value.is_finite()) else {
        return String::new();
    };
    let text = format!("{value:.4}");
    match text.strip_prefix('-') {
        Some(rest) if rest.bytes().all(|b| matches!(b, b'0' | b'.')) => rest.to_owned(),
        _ => text,
    }
}

fn name(names: &[String], at: Option<u32>) -> &str {
    at.and_then(|at| names.get(at as usize)).map_or("", String::as_str)
}

fn open(path: &Path, header: &str) -> Result<Csv> {
    let file = File::create(path).map_err(|cause| no_file(path, &cause))?;
    let mut csv = csv::WriterBuilder::new().delimiter(b';').from_writer(BufWriter::new(file));
    csv.write_record(header.split(';')).map_err(Error::internal)?;
    Ok(csv)
}

fn no_file(path: &Path, cause: &std::io::Error) -> Error {
    Error::Refused(
        Message::new("analysis-no-file")
            .with("file", path.display().to_string())
            .with("problem", cause.to_string()),
    )
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures_have_four_decimals_and_no_minus_nought() {
        assert_eq!(figure(Some(-0.000_01)), "0.0000");
        assert_eq!(figure(Some(-1.5)), "-1.5000");
        assert_eq!(figure(Some(2.0)), "2.0000");
        assert_eq!(figure(Some(f64::NAN)), "");
        assert_eq!(figure(None), "");
    }
}
