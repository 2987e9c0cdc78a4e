//! What is said beside a chart: the last scores, what the band and the hollow mark mean, and what is not said and why.

use super::style;
use super::table::written;
use super::{informant, words};
use crate::ground::{Message, Words};
use crate::insight::series::{Line, Scale, Unsaid};
use crate::signals::ruleset::FEWEST_SCORES;
use crate::web::charts::{self};

pub(super) fn said(w: Words, line: &Line) -> (String, String, String) {
    let words = line.standing.map_or_else(String::new, |s| words(w, s));
    (charts::key(style(line.informant)), informant(w, line.informant), words)
}

/// The last score of each informant, for the picture's name.
pub(super) fn last(w: Words, scale: &Scale) -> String {
    let said: Vec<String> = scale
        .lines
        .iter()
        .filter_map(|line| {
            let point = line.points.last()?;
            let score = written(w, scale, line, point);
            Some(format!("{} {score}", informant(w, line.informant)))
        })
        .collect();
    said.join(", ")
}

/// What is not said of the last scores, and why.
pub(super) fn unsaid(w: Words, scale: &Scale) -> Vec<String> {
    let sentence = |line: &Line| {
        let (why, age) = match line.unsaid? {
            Unsaid::NoReference => ("no-reference", None),
            Unsaid::Coarse => ("coarse", None),
            Unsaid::NoNorm(age) => ("no-norm", age),
        };
        let message = Message::new("chart-unsaid")
            .with("why", why)
            .with("age", age.map_or_else(|| "none".to_owned(), |age| age.to_string()))
            .with("least", FEWEST_SCORES)
            .with("who", informant(w, line.informant));
        Some(w.say(&message))
    };
    scale.lines.iter().filter_map(sentence).collect()
}

pub(super) fn explained(w: Words, scale: &Scale) -> Vec<String> {
    let figure = |score| charts::figure(w, score);
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
