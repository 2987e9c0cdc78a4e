//! A scale on a page: its chart, the two words of each informant, and the table beside it.

use chrono::NaiveDate;

use super::charts::{self, At, Bar, Series};
use super::page::domain;
use crate::evidence::informant::Informant;
use crate::ground::{Message, Words};
use crate::insight::series::{Line, Point, Scale};
use crate::insight::standing::Standing;

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
    /// What the band and the hollow mark mean here.
    pub explained: Vec<String>,
    /// The table's columns after the round.
    pub heads: Vec<String>,
    /// The table: a round and its cells.
    pub rows: Vec<(String, Vec<String>)>,
}

/// Who filled it in, as people say it.
#[must_use]
pub fn informant(w: Words, who: Informant) -> String {
    w.t1("informant", "who", who.code())
}

/// The two words.
#[must_use]
pub fn words(w: Words, standing: Standing) -> String {
    w.say(
        &Message::new("standing")
            .with("level", standing.level.as_str())
            .with("change", standing.change.as_str()),
    )
}

/// A round's label as people say it: `2025-2026 voorjaar` is `voorjaar 2026`.
#[must_use]
pub fn round(w: Words, label: &str) -> String {
    let parts = label.split_once(' ').and_then(|(years, season)| {
        let (first, second) = years.split_once('-')?;
        match season {
            "najaar" => Some((season, first)),
            "voorjaar" => Some((season, second)),
            _ => None,
        }
    });
    match parts {
        Some((season, year)) => format!("{} {year}", w.t1("season", "season", season)),
        None => label.to_owned(),
    }
}

/// The scale with its chart, for a pupil or a group of this name.
#[must_use]
pub fn view(w: Words, who: &str, scale: &Scale, bars: Vec<Bar>, today: NaiveDate) -> ScaleView {
    let few = scale.lines.iter().all(|line| line.points.len() < 2);
    let name = Message::new("chart-name")
        .with("who", who)
        .with("scale", &scale.name)
        .with("last", last(w, scale))
        .with("min", charts::figure(scale.min))
        .with("max", charts::figure(scale.max));
    let series = Series {
        name: w.say(&name),
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

fn said(w: Words, line: &Line) -> (String, String, String) {
    let words = line.standing.map_or_else(String::new, |s| words(w, s));
    (charts::key(style(line.informant)), informant(w, line.informant), words)
}

/// The last score of each informant, for the picture's name.
fn last(w: Words, scale: &Scale) -> String {
    let said: Vec<String> = scale
        .lines
        .iter()
        .filter_map(|line| {
            let point = line.points.last()?;
            let score = charts::figure(point.score);
            Some(format!("{} {score}", informant(w, line.informant)))
        })
        .collect();
    said.join(", ")
}

fn explained(w: Words, scale: &Scale) -> Vec<String> {
    let figure = charts::figure;
    let mut said = Vec::new();
    if let Some((low, high)) = scale.band {
        let band = Message::new("chart-band").with("low", figure(low)).with("high", figure(high));
        said.push(w.say(&band));
    }
    for line in &scale.lines {
        if let Some((middle, low, high)) = line.expected {
            let expected = Message::new("chart-expected")
                .with("who", line.informant.code())
                .with("middle", figure(middle))
                .with("low", figure(low))
                .with("high", figure(high));
            said.push(w.say(&expected));
        }
    }
    if !scale.high_is_good {
        said.push(w.t("chart-turned"));
    }
    said
}

/// The rounds of a scale with the first day of each, oldest first.
fn rounds(scale: &Scale) -> Vec<(NaiveDate, String)> {
    let mut found: Vec<(NaiveDate, String)> = Vec::new();
    for point in scale.lines.iter().flat_map(|line| &line.points) {
        match found.iter_mut().find(|(_, label)| *label == point.round) {
            Some((on, _)) => *on = (*on).min(point.on),
            None => found.push((point.on, point.round.clone())),
        }
    }
    found.sort();
    found
}

fn rows(w: Words, scale: &Scale) -> Vec<(String, Vec<String>)> {
    let cell = |point: &Point| {
        let score = charts::figure(point.score);
        if point.n > 1 { format!("{score} (n = {})", point.n) } else { score }
    };
    rounds(scale)
        .into_iter()
        .rev()
        .map(|(_, label)| {
            let cells = scale.lines.iter().map(|line| {
                let point = line.points.iter().find(|point| point.round == label);
                point.map_or_else(|| "–".to_owned(), cell)
            });
            (round(w, &label), cells.collect())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::Language;

    #[test]
    fn a_round_is_said_by_season_and_year() {
        let w = Words(Language::Dutch);
        assert_eq!(round(w, "2025-2026 najaar"), "najaar 2025");
        assert_eq!(round(w, "2025-2026 voorjaar"), "voorjaar 2026");
        assert_eq!(round(w, "meting 3"), "meting 3");
    }
}
