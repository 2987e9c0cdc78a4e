//! The sentence of a finding: always two words, level and change, then the figures it is measured against.
//! The words themselves live in the message files `signals`.

use super::season::in_words;
use crate::analytics::{Assessment, Series};
use crate::evidence::instruments::{Direction, Scale};
use crate::ground::Message;
use crate::signals::finding::Rule;

/// Surprises from which a change is one, and a strong one.
const CHANGED: f64 = 1.0;
const CHANGED_MUCH: f64 = 1.96;

/// z from which a score is low (the lowest fifth) or high (the highest).
const FAR: f64 = 0.8416;

/// The sentence on a pupil; `shown` is the row whose scores it names, of `series` and `scale`.
pub(super) fn pupil(
    rule: Rule,
    whole_list: bool,
    series: &Series,
    shown: &Assessment,
    scale: &Scale,
    round: &str,
) -> Message {
    let level = if shown.z >= FAR {
        "worse"
    } else if shown.z <= -FAR {
        "better"
    } else {
        "middle"
    };
    let change = match shown.expected.map(|expected| expected.surprise) {
        None => "first",
        Some(surprise) if surprise >= CHANGED_MUCH => "much-worse",
        Some(surprise) if surprise >= CHANGED => "worse",
        Some(surprise) if surprise <= -CHANGED => "better",
        Some(_) => "same",
    };
    let key = match rule {
        Rule::UnexpectedDecline => "signal-unexpected-decline",
        Rule::Persistent => "signal-persistent",
        _ => "signal-level",
    };
    let part = whole_list && !scale.is_total();
    let told = common(key, series, scale, round)
        .with("direction", direction(scale.high_is))
        .with("level", level)
        .with("change", change)
        .with("part", if part { "yes" } else { "no" })
        .with("observed", short(shown.score))
        .with("earlier", shown.rounds_used.saturating_sub(1));
    match shown.expected {
        Some(expected) => told.with("low", short(expected.low)).with("high", short(expected.high)),
        None => told.with("low", "").with("high", ""),
    }
}

/// What every sentence says: scale, who filled it in, and the round in words.
pub(super) fn common(key: &'static str, series: &Series, scale: &Scale, round: &str) -> Message {
    let (season, year) = in_words(round);
    Message::new(key)
        .with("scale", &scale.name)
        .with("informant", series.key.informant.code())
        .with("season", season)
        .with("year", year)
}

const fn direction(high_is: Direction) -> &'static str {
    match high_is {
        Direction::Concern => "concern",
        Direction::Strength => "strength",
    }
}

/// A score with at most one decimal.
fn short(score: f64) -> f64 {
    // Adding zero turns −0 into 0.
    (score * 10.0).round() / 10.0 + 0.0
}
