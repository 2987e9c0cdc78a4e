//! `assessments.csv`: a row for each score as it was assessed. There may be millions: what stands in many rows is made
//! ready once, and lines are written by all processors, some at a time.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::sync::mpsc;
use std::thread;

use rayon::prelude::*;

use super::order::Order;
use crate::analytics::{Assessed, Assessment, ExpectedScore, Layout, Maker, Measured, OnList};
use crate::cli::analyse::names::Names;
use crate::cli::cells::{Line, quoted};
use crate::cli::written::Output;
use crate::evidence::files::write::harmless;
use crate::ground::{Result, Words};

const HEADER: &str = "round;school;group;pupil;instrument;version;informant;scale;score;z;expected;expected_low;\
                      expected_high;surprise;trend;level_probability;rounds_used;note\n";

/// Pupils whose lines are made by one processor at a time, and how many such pieces each makes while those before are
/// written.
const PIECE: usize = 64;
const PIECES: usize = 2;

/// Room for the lines of one pupil, in bytes.
const LINES: usize = 1280;

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
    file: Output,
}

impl<'a> Writer<'a> {
    pub fn open(path: &Path, names: &'a Names, order: &Order<'_>) -> Result<Self> {
        let mut file = Output::open(path)?;
        file.write_all(HEADER.as_bytes()).map_err(|cause| file.failed(&cause))?;
        Ok(Self { cells: Cells::of(names, order), file })
    }

    /// Writes a round, in order.
    pub fn round(&mut self, assessed: &Assessed<'_>) -> Result<()> {
        let cells = &self.cells;
        let why = |scale: &str| Words::default().t1("analysis-note-doubted", "scale", scale);
        let doubted: BTreeMap<OnList, String> =
            assessed.all_doubted().into_iter().map(|(on, scale)| (on, why(&scale.name))).collect();
        let mut order: Vec<(usize, Measured)> = Vec::with_capacity(assessed.pupils());
        let place = |one: &Measured| cells.round(one.series, one.round).map_or(0, |(place, _)| *place);
        order.extend(assessed.measured().map(|one| (place(&one), one)));
        order.par_sort_unstable();
        let same = |a: &(usize, Measured), b: &(usize, Measured)| {
            (a.0, a.1.school, a.1.group, a.1.pupil) == (b.0, b.1.school, b.1.group, b.1.pupil)
        };
        let mut pupils = order.chunk_by(same);
        let file = &mut self.file;
        let written = thread::scope(|scope| {
            // One wave is written while the next is made.
            let (ready, waves) = mpsc::sync_channel::<Vec<Line>>(1);
            let writer = scope
                .spawn(move || waves.into_iter().flatten().try_for_each(|piece| file.write_all(&piece.0)));
            loop {
                let wave: Vec<&[(usize, Measured)]> =
                    pupils.by_ref().take(PIECES * PIECE * rayon::current_num_threads()).collect();
                let pieces = wave.par_chunks(PIECE).map_init(
                    || (assessed.maker(), Vec::new()),
                    |(maker, rows), pupils| cells.piece(assessed, &doubted, pupils, (&mut *maker, rows)),
                );
                if wave.is_empty() || ready.send(pieces.collect()).is_err() {
                    break;
                }
            }
            drop(ready);
            writer.join()
        });
        let written = written.unwrap_or_else(|_| Err(std::io::Error::other("the writer stopped")));
        written.map_err(|cause| self.file.failed(&cause))
    }

    pub fn finish(mut self) -> Result<Output> {
        self.file.finish()?;
        Ok(self.file)
    }
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

    fn round(&self, series: u32, round: u32) -> Option<&(usize, String)> {
        self.rounds.get(series as usize)?.get(round as usize)
    }

    /// The lines of these pupils, each of one round and group; the rows of one by series. `rows`: room for them.
    fn piece(
        &self,
        assessed: &Assessed<'_>,
        doubted: &BTreeMap<OnList, String>,
        pupils: &[&[(usize, Measured)]],
        (maker, rows): (&mut Maker<'_>, &mut Vec<Assessment>),
    ) -> Line {
        let mut line = Line(Vec::with_capacity(PIECE * LINES));
        for lists in pupils {
            rows.clear();
            for (_, one) in *lists {
                rows.extend(maker.of(one));
            }
            rows.sort_by_key(|row| row.series);
            for row in &*rows {
                let doubt = doubted.get(&assessed.on_list(row)).map(String::as_str);
                self.put(&mut line, row, assessed.expected_score(row), doubt);
            }
        }
        line
    }

    fn put(&self, line: &mut Line, row: &Assessment, expected: Option<ExpectedScore>, doubt: Option<&str>) {
        let name = crate::cli::cells::name;
        let figure = |value: Option<f32>| value.map(f64::from);
        line.ready(self.round(row.series, row.round).map_or("", |(_, label)| label));
        line.name(name(&self.names.schools, Some(row.school)));
        line.name(name(&self.names.groups, row.group));
        line.name(name(&self.names.pupils, u32::try_from(row.pupil).ok()));
        line.ready(self.series.get(row.series as usize).map_or("", String::as_str));
        line.figure_cell(Some(row.score));
        line.figure_cell(figure(Some(row.z)));
        line.figure_cell(expected.map(|e| e.score));
        line.figure_cell(expected.map(|e| e.low));
        line.figure_cell(expected.map(|e| e.high));
        line.figure_cell(figure(row.expected.map(|e| e.surprise)));
        line.figure_cell(figure(row.trend));
        line.figure_cell(figure(row.level_probability));
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
