//! The sentence of a finding: always two words, level and change, then the figures it is measured against.
//! The words themselves live in the message files `signals`.

use super::season::in_words;
use crate::analytics::standing::{Change, Level, Standing};
use crate::analytics::{Assessment, ExpectedScore, Series};
use crate::evidence::instruments::{Direction, Scale};
use crate::evidence::score_type::ScoreType;
use crate::ground::{Arg, Message};
use crate::signals::finding::Rule;

/// The row whose scores a sentence names.
pub(super) struct Shown<'a> {
    pub series: &'a Series,
    pub scale: &'a Scale,
    pub row: &'a Assessment,
    pub expected: Option<ExpectedScore>,
    /// Whether it is the only scale of its list that the pupil has in this round.
    pub is_all: bool,
}

/// The sentence on a pupil.
pub(super) fn pupil(rule: Rule, whole_list: bool, shown: &Shown<'_>, round: &str) -> Message {
    let Shown { series, scale, row, .. } = *shown;
    let earlier = row.rounds_used.saturating_sub(1);
    let surprise = row.expected.map(|one| f64::from(one.surprise));
    let standing = Standing::of(f64::from(row.z), surprise, earlier as usize);
    let level = match standing.level {
        Level::Low => "worse",
        Level::Middle => "middle",
        Level::High => "better",
    };
    let change = match standing.change {
        Change::First => "first",
        Change::Unknown => "unknown",
        Change::Same => "same",
        Change::Falls => "worse",
        Change::FallsMuch => "much-worse",
        Change::Rises => "better",
    };
    let key = match rule {
        Rule::UnexpectedDecline => "signal-unexpected-decline",
        Rule::Persistent => "signal-persistent",
        Rule::SteadyDecline => "signal-steady-decline",
        Rule::InformantsDiffer => "signal-informants-differ",
        Rule::Recovery => "signal-recovery",
        _ => "signal-level",
    };
    let concern = scale.high_is == Direction::Concern;
    let observed = written(series.key.score_type, concern, row.score, short(row.score));
    let part = whole_list && !scale.is_total() && !shown.is_all;
    let told = common(key, series, scale, round)
        .word("level", level)
        .word("change", change)
        .word("part", if part { "yes" } else { "no" })
        .with("observed", observed)
        .with("earlier", earlier);
    match shown.expected {
        Some(expected) => told.with("low", short(expected.low)).with("high", short(expected.high)),
        None => told.word("low", "").word("high", ""),
    }
}

/// What every sentence says: scale and its direction, who filled it in, and the round in words.
pub(super) fn common(key: &'static str, series: &Series, scale: &Scale, round: &str) -> Message {
    let (season, year) = in_words(round);
    Message::new(key)
        .with("scale", &scale.name)
        .word("informant", series.key.informant.code())
        .word("season", season)
        .with("year", year)
        .word("direction", direction(scale.high_is))
}

/// Which way a scale runs, as the word by which messages choose theirs.
pub(in crate::signals) const fn direction(high_is: Direction) -> &'static str {
    match high_is {
        Direction::Concern => "concern",
        Direction::Strength => "strength",
    }
}

/// A score as people write it: a letter where the unit is letters, else this figure.
pub(in crate::signals) fn written(unit: ScoreType, high_is_concern: bool, score: f64, figure: f64) -> Arg {
    unit.written(score, high_is_concern).map_or_else(|| figure.into(), Arg::from)
}

/// A score with at most one decimal.
fn short(score: f64) -> f64 {
    rounded(score, 10.0)
}

/// A figure to the nearest of so many steps per unit.
pub(in crate::signals) fn rounded(figure: f64, per_unit: f64) -> f64 {
    // Adding zero turns −0 into 0.
    (figure * per_unit).round() / per_unit + 0.0
}
