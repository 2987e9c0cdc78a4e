//! A scale on a page: its chart and what explains it. The words stand in `say`, the table beside it in `table`.

use chrono::NaiveDate;

use self::explained::{explained, last, said, unsaid};
use self::table::{rounds, rows};
use super::charts::{self, At, Bar, Series};
use super::page::domain;
use crate::evidence::informant::Informant;
use crate::ground::{Message, Words};
use crate::insight::series::{Line, Scale};

mod explained;
mod say;
mod table;

pub use self::say::{informant, round, words};

/// A scale as it is read.
#[derive(Debug)]
pub struct ScaleView {
    /// The domain, as people say it.
    pub domain: String,
    /// The scale and the instrument.
    pub scale: String,
    /// The picture.
    pub chart: String,
    /// Per informant: mark, name and the two words.
    pub lines: Vec<(String, String, String)>,
    /// Whether there are too few rounds for a line.
    pub few: bool,
    /// Why the last answers cannot be relied upon; empty where nothing doubts them.
    pub doubt: String,
    /// What is not said of the last scores, and why.
    pub unsaid: Vec<String>,
    /// What the band and the hollow mark mean here.
    pub explained: Vec<String>,
    /// The table's columns after the round.
    pub heads: Vec<String>,
    /// The table: a round and its cells.
    pub rows: Vec<(String, Vec<String>)>,
}

/// The scale with its chart, for a pupil or a group of this name.
#[must_use]
pub fn view(w: Words, who: &str, scale: &Scale, bars: Vec<Bar>, today: NaiveDate) -> ScaleView {
    let few = scale.lines.iter().all(|line| line.points.len() < 2);
    let name = Message::new("chart-name")
        .with("who", who)
        .with("scale", &scale.name)
        .with("last", last(w, scale))
        .with("min", charts::figure(w, scale.min))
        .with("max", charts::figure(w, scale.max));
    let series = Series {
        name: w.say(&name),
        w,
        min: scale.min,
        max: scale.max,
        high_is_good: scale.high_is_good,
        lines: scale.lines.iter().map(line).collect(),
        band: scale.band,
        rounds: rounds(scale).into_iter().map(|(on, label)| (on, round(w, &label))).collect(),
        bars,
        today,
    };
    ScaleView {
        domain: domain(w, &scale.domain),
        scale: format!("{} · {}", scale.name, scale.instrument),
        chart: charts::series(&series),
        lines: scale.lines.iter().map(|line| said(w, line)).collect(),
        few,
        doubt: scale
            .doubted_by
            .as_ref()
            .map_or_else(String::new, |name| w.t1("chart-doubted", "scale", name)),
        unsaid: unsaid(w, scale),
        explained: explained(w, scale),
        heads: scale.lines.iter().map(|line| informant(w, line.informant)).collect(),
        rows: rows(w, scale),
    }
}

const fn style(who: Informant) -> usize {
    match who {
        Informant::Teacher => 0,
        Informant::Pupil => 1,
        Informant::Parent => 2,
    }
}

fn line(line: &Line) -> charts::Line {
    charts::Line {
        style: style(line.informant),
        scores: line.points.iter().map(|point| At { on: point.on, score: point.score }).collect(),
        expected: line.expected,
    }
}
