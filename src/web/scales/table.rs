//! The table beside a scale's chart: a row a round, a column an informant.

use chrono::NaiveDate;

use super::say::round;
use crate::ground::Words;
use crate::insight::series::{Line, Point, Scale};
use crate::web::charts::{self};

/// The rounds of a scale with the first day of each, oldest first.
pub(super) fn rounds(scale: &Scale) -> Vec<(NaiveDate, String)> {
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

pub(super) fn rows(w: Words, scale: &Scale) -> Vec<(String, Vec<String>)> {
    let cell = |line: &Line, point: &Point| {
        let score = written(w, scale, line, point);
        if point.n > 1 { format!("{score} (n = {})", point.n) } else { score }
    };
    rounds(scale)
        .into_iter()
        .rev()
        .map(|(_, label)| {
            let cells = scale.lines.iter().map(|line| {
                let point = line.points.iter().find(|point| point.round == label);
                point.map_or_else(|| "–".to_owned(), |point| cell(line, point))
            });
            (round(w, &label), cells.collect())
        })
        .collect()
}

/// A score as people write it: a letter where the unit is letters; of a group the mean.
pub(super) fn written(w: Words, scale: &Scale, line: &Line, point: &Point) -> String {
    let word = line.unit.written(point.score, !scale.high_is_good).filter(|_| point.n == 1);
    word.map_or_else(|| charts::figure(w, point.score), str::to_owned)
}
