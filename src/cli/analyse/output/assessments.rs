//! `assessments.csv`: a row for each score as it was assessed. There may be millions: what stands in many rows is made
//! ready once, and lines are written by all processors, some at a time.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use rayon::prelude::*;

use super::order::Order;
use crate::analytics::{Assessed, Assessment, ExpectedScore, Layout, OnList};
use crate::cli::analyse::names::Names;
use crate::cli::cells::{Line, no_file, quoted};
use crate::evidence::files::write::harmless;
use crate::ground::{Result, Words};

const HEADER: &str = "round;school;group;pupil;instrument;version;informant;scale;score;z;expected;expected_low;\
                      expected_high;surprise;trend;level_probability;rounds_used;note\n";

/// Lines made by one processor at a time, and by all while those before are written.
const PIECE: usize = 1024;
const WAVE: usize = 8 * PIECE;

/// The names and words of a row, ready to put down.
struct Cells<'a> {
    names: &'a Names,
    /// By series and round: place in order, label.
    rounds: Vec<Vec<(usize, String)>>,
    /// By series: instrument, version, informant and scale.
    series: Vec<String>,
    /// By series: why there is no expectation once there were earlier rounds.
    unsolved: Vec<String>,
    first: String,
}

/// The file in the making: rounds are written as they come, so that no more than one is in memory.
pub(super) struct Writer<'a> {
    cells: Cells<'a>,
    path: PathBuf,
    file: BufWriter<File>,
}

impl<'a> Writer<'a> {
    pub fn open(path: &Path, names: &'a Names, order: &Order<'_>) -> Result<Self> {
        let failed = |cause: std::io::Error| no_file(path, &cause);
        let mut file = BufWriter::new(File::create(path).map_err(failed)?);
        file.write_all(HEADER.as_bytes()).map_err(failed)?;
        Ok(Self { cells: Cells::of(names, order), path: path.to_owned(), file })
    }

    /// Writes a round, in order.
    pub fn round(&mut self, assessed: &Assessed<'_>) -> Result<()> {
        let (rows, layout) = (&assessed.assessments, assessed.layout());
        let doubted: BTreeMap<OnList, String> = assessed
            .doubted()
            .into_iter()
            .map(|(on, scale)| (on, Words::default().t1("analysis-note-doubted", "scale", &scale.name)))
            .collect();
        let cells = &self.cells;
        let order = in_order(rows, layout, |row| cells.round(row).map_or(0, |(place, _)| *place));
        let file = &mut self.file;
        let written = thread::scope(|scope| {
            // One wave is written while the next is made.
            let (ready, waves) = mpsc::sync_channel::<Vec<Line>>(1);
            let writer = scope
                .spawn(move || waves.into_iter().flatten().try_for_each(|piece| file.write_all(&piece.0)));
            for wave in order.chunks(WAVE) {
                let pieces = wave.par_chunks(PIECE).map(|places| {
                    let mut line = Line(Vec::with_capacity(PIECE * 128));
                    for row in places.iter().filter_map(|at| rows.get(*at as usize)) {
                        let doubt = doubted.get(&assessed.on_list(row)).map(String::as_str);
                        cells.put(&mut line, row, assessed.expected_score(row), doubt);
                    }
                    line
                });
                if ready.send(pieces.collect()).is_err() {
                    break;
                }
            }
            drop(ready);
            writer.join()
        });
        let written = written.unwrap_or_else(|_| Err(std::io::Error::other("the writer stopped")));
        written.map_err(|cause| no_file(&self.path, &cause))
    }

    pub fn finish(mut self) -> Result<()> {
        self.file.flush().map_err(|cause| no_file(&self.path, &cause))
    }
}

/// The places of the rows on scales in the order of the file: by round, school, group, pupil and series. Rows of one pupil
/// mostly follow each other by series already, so whole runs of them are put in order.
fn in_order(rows: &[Assessment], layout: &Layout, round: impl Fn(&Assessment) -> usize) -> Vec<u32> {
    let key = |row: &Assessment| (round(row), row.school, row.group.get(), row.pupil);
    let mut runs = Vec::new();
    let mut at = 0;
    for run in rows.chunk_by(|a, b| key(a) == key(b)) {
        let size = u32::try_from(run.len()).unwrap_or(u32::MAX);
        runs.extend(run.first().map(|row| (key(row), at, size)));
        at += size;
    }
    runs.par_sort_unstable();
    let series = |at: &u32| rows.get(*at as usize).map_or(u32::MAX, |row| row.series);
    let is_scale = |at: &u32| layout.series(series(at)).is_some_and(|series| !series.is_list());
    let mut order = Vec::with_capacity(rows.len());
    for same in runs.chunk_by(|a, b| a.0 == b.0) {
        let from = order.len();
        order.extend(same.iter().flat_map(|(_, at, size)| *at..at + size).filter(is_scale));
        if let Some(own) = order.get_mut(from..).filter(|own| !own.is_sorted_by_key(series)) {
            own.sort_by_key(series);
        }
    }
    order
}

impl<'a> Cells<'a> {
    fn of(names: &'a Names, order: &Order<'_>) -> Self {
        let words = Words::default();
        let layout = order.layout;
        let label = |label: &str| (order.place(label), quoted(&harmless(label)).into_owned());
        let series = (0..).zip(&layout.series);
        Self {
            names,
            rounds: series.clone().map(|(at, _)| labels(layout, at).map(label).collect()).collect(),
            series: series
                .map(|(_, series)| {
                    let key = &series.key;
                    let version = harmless(&key.version);
                    let (instrument, scale) = (quoted(&key.instrument), quoted(&key.scale));
                    format!("{instrument};{};{};{scale}", quoted(&version), key.informant.code())
                })
                .collect(),
            unsolved: layout
                .series
                .iter()
                .map(|series| {
                    let tells = series.carries_change();
                    words.t(if tells { "analysis-note-unsolved" } else { "analysis-note-bands" })
                })
                .collect(),
            first: words.t("analysis-note-first"),
        }
    }

    fn round(&self, row: &Assessment) -> Option<&(usize, String)> {
        self.rounds.get(row.series as usize)?.get(row.round as usize)
    }

    fn put(&self, line: &mut Line, row: &Assessment, expected: Option<ExpectedScore>, doubt: Option<&str>) {
        let name = crate::cli::cells::name;
        let figure = |value: Option<f32>| value.map(f64::from);
        line.ready(self.round(row).map_or("", |(_, label)| label));
        line.name(name(&self.names.schools, Some(row.school)));
        line.name(name(&self.names.groups, row.group.get()));
        line.name(name(&self.names.pupils, u32::try_from(row.pupil).ok()));
        line.ready(self.series.get(row.series as usize).map_or("", String::as_str));
        line.figure_cell(Some(row.score));
        line.figure_cell(figure(Some(row.z)));
        line.figure_cell(expected.map(|e| e.score));
        line.figure_cell(expected.map(|e| e.low));
        line.figure_cell(expected.map(|e| e.high));
        line.figure_cell(figure(row.expected.map(|e| e.surprise)));
        line.figure_cell(figure(row.trend.get()));
        line.figure_cell(figure(row.level_probability.get()));
        line.ready(&row.rounds_used.to_string());
        line.end(match (doubt, row.expected, row.rounds_used) {
            (Some(doubt), ..) => doubt,
            (None, Some(_), _) => "",
            (None, None, 1) => &self.first,
            (None, None, _) => self.unsolved.get(row.series as usize).map_or("", String::as_str),
        });
    }
}

/// The labels of the rounds of a series.
fn labels(layout: &Layout, series: u32) -> impl Iterator<Item = &str> {
    (0..).take(layout.rounds(series).len()).map(move |round| layout.label(series, round))
}
