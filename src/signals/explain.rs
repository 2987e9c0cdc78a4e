//! What a finding rests on, in words: the same on screen, in the API and in print, and the same years later, since it
//! is made of what was kept with the signal. A person's concern has no figures and is not explained here.

use serde_json::Value;

use super::finding::Rule;
use super::kept::Kept;
use super::model::Evidence;
use super::rules::say::{self, rounded};
use super::rules::season::in_words;
use super::ruleset;
use crate::analytics::normal;
use crate::evidence::ratings::SERIES;
use crate::evidence::{informant::Informant, instruments::Direction, score_type::ScoreType};
use crate::ground::{Arg, Message, Words};

/// Scores from which a pool is no longer called small.
const SMALL_POOL: f64 = 300.0;

/// Something that a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about, as a word or two.
    pub about: String,
    /// What it says.
    pub text: String,
}

/// All that a finding rests on, in the order in which one asks.
#[must_use]
pub fn facts(w: Words, evidence: &Evidence, kept: &Kept) -> Vec<Fact> {
    let informant = evidence.series.split('/').nth(1).and_then(Informant::from_code);
    let of_many = of_many(kept);
    let told = [
        ("why-rule", Some(definition(w, evidence, kept))),
        ("why-scale", Some(kept.scale_name.clone()).filter(|name| !name.is_empty())),
        ("why-informant", informant.map(|who| filled_in(w, evidence, kept, who))),
        ("why-round", Some(round(w, &evidence.round))),
        (
            if of_many { "why-observed-mean" } else { "why-observed" },
            kept.history.last().map(|last| score(w, kept, last.score)),
        ),
        (
            if of_many { "why-expected-mean" } else { "why-expected" },
            kept.expected.map(|expected| w.say(&expected_score(expected))),
        ),
        ("why-own", own(w, kept)),
        ("why-band", kept.band.map(|band| between(w, kept, band))),
        (
            if of_many { "why-rounds-mean" } else { "why-rounds" },
            Some(series(w, kept)).filter(|series| !series.is_empty()),
        ),
        ("why-slope", slope(w, kept)),
        ("why-norm", Some(w.say(&reference(evidence, kept)))),
        ("why-norm-other", other_norm(w, kept)),
        ("why-list", on_the_list(w, kept)),
        ("why-bands", Some(bands(w, kept)).filter(|bands| !bands.is_empty())),
        ("why-threshold", threshold(w, evidence, kept)),
        ("why-tests", tests(w, kept)),
        (
            "why-hinge",
            kept.hinge.clone().map(|hinge| w.say(&hinge.word("direction", say::direction(high_is(kept))))),
        ),
        ("why-ruleset", Some(evidence.ruleset.clone())),
        ("why-source", evidence.withdrawn.then(|| w.t("source-withdrawn"))),
    ];
    let fact = |(about, text): (&str, Option<String>)| Some(Fact { about: w.t(about), text: text? });
    told.into_iter().filter_map(fact).collect()
}

/// The rule in plain language, with its threshold.
fn definition(w: Words, evidence: &Evidence, kept: &Kept) -> String {
    let threshold = kept.threshold.unwrap_or_default();
    let rule = Rule::from_word(&evidence.rule);
    rule.map_or_else(
        || evidence.rule.clone(),
        |rule| ruleset::defined(w, rule, threshold, evidence.severity, high_is(kept)),
    )
}

const fn high_is(kept: &Kept) -> Direction {
    if kept.high_is_good { Direction::Strength } else { Direction::Concern }
}

/// Who filled it in, and whether that was another person than the time before; of a sociogram the classmates.
fn filled_in(w: Words, evidence: &Evidence, kept: &Kept, who: Informant) -> String {
    if evidence.series.starts_with(SERIES) {
        return w.t("informant-classmates");
    }
    let who = w.t1("informant", "who", who.code());
    if !has_changed(kept) {
        return who;
    }
    let said = Message::new("why-informant-changed").with("who", &who).with("rule", &evidence.rule);
    let Some((as_it_is, without)) = both(kept) else {
        return w.say(&said.with("both", "no").with("as_it_is", "").with("without", ""));
    };
    w.say(&said.with("both", "yes").with("as_it_is", as_it_is).with("without", without))
}

/// How far a score lay from what was expected, as it is and without what the group did; where the same person filled in.
fn own(w: Words, kept: &Kept) -> Option<String> {
    let (as_it_is, without) = both(kept).filter(|_| !has_changed(kept))?;
    Some(w.say(&Message::new("why-own-value").with("as_it_is", as_it_is).with("without", without)))
}

/// Whether another person filled in than the time before.
fn has_changed(kept: &Kept) -> bool {
    kept.figures.get("changed").and_then(Value::as_bool).unwrap_or_default()
}

/// Standard deviations from what was expected, as it is and without what the group did.
fn both(kept: &Kept) -> Option<(f64, f64)> {
    let both = kept.figures.get("both")?.as_array()?;
    let figure = |at: usize| Some(rounded(both.get(at)?.as_f64()?, 10.0));
    figure(0).zip(figure(1))
}

fn round(w: Words, label: &str) -> String {
    let (season, year) = in_words(label);
    w.say(&Message::new("signal-round").with("season", season).with("year", year))
}

fn score(w: Words, kept: &Kept, score: f64) -> String {
    let said = Message::new("why-observed-value")
        .with("score", written(kept, score))
        .with("min", written(kept, kept.min))
        .with("max", written(kept, kept.max));
    w.say(&said)
}

/// A score of a pupil as people write it: a letter where the unit is letters. Of a group or school the figure.
fn written(kept: &Kept, score: f64) -> Arg {
    let unit = kept.figures.get("score_type").and_then(Value::as_str).filter(|_| !of_many(kept));
    let unit = unit.and_then(ScoreType::from_code).unwrap_or(ScoreType::Raw);
    say::written(unit, !kept.high_is_good, score, rounded(score, 10.0))
}

/// Whether it is of a group or school: its figures rest on so many pupils.
fn of_many(kept: &Kept) -> bool {
    kept.figures.get("n").is_some_and(Value::is_number)
}

fn expected_score((middle, low, high): (f64, f64, f64)) -> Message {
    Message::new("why-expected-value")
        .with("low", rounded(low, 10.0))
        .with("high", rounded(high, 10.0))
        .with("middle", rounded(middle, 10.0))
}

fn between(w: Words, kept: &Kept, (low, high): (f64, f64)) -> String {
    w.say(&Message::new("why-band-value").with("low", written(kept, low)).with("high", written(kept, high)))
}

/// Each round with its score, oldest first.
fn series(w: Words, kept: &Kept) -> String {
    let point = |point: &super::kept::Point| {
        let said = Message::new("why-rounds-value")
            .with("round", round(w, &point.round))
            .with("score", written(kept, point.score));
        w.say(&said)
    };
    kept.history.iter().map(point).collect::<Vec<_>>().join("; ")
}

/// How much the scores went a year; where a slope was judged.
fn slope(w: Words, kept: &Kept) -> Option<String> {
    let slope = rounded(kept.figures.get("slope")?.as_f64()?, 10.0);
    let way = if slope > 0.0 { "up" } else { "down" };
    Some(w.say(&Message::new("why-slope-value").with("points", slope.abs()).with("way", way)))
}

/// The published norm; else the pool, with its size and what that means; else what groups and schools are held against.
fn reference(evidence: &Evidence, kept: &Kept) -> Message {
    let figure = |key: &str| kept.figures.get(key).unwrap_or(&Value::Null);
    if let Some(norm) = figure("norm").as_str() {
        let reach = figure("reach");
        let told = |key: &str| reach.get(key).and_then(Value::as_str);
        let age = |at: usize| {
            let age = reach.get("ages").and_then(|ages| ages.get(at)).and_then(Value::as_u64);
            age.map_or_else(|| "–".to_owned(), |age| age.to_string())
        };
        return Message::new("why-norm-published")
            .with("norm", norm)
            .with("ages", if reach.get("ages").is_some_and(Value::is_array) { "some" } else { "none" })
            .with("from", age(0))
            .with("to", age(1))
            .with("sex", told("sex").unwrap_or("all"))
            .with("n", reach.get("n").and_then(Value::as_f64).unwrap_or_default())
            .with("fineness", told("fineness").unwrap_or("unknown"));
    }
    if let Some(unit) = figure("score_type").as_str().filter(|unit| *unit != ScoreType::Raw.code())
        && figure("pool").is_number()
    {
        return Message::new("why-norm-given").with("unit", unit);
    }
    match kept.figures.get("pool").and_then(Value::as_f64) {
        Some(scores) => Message::new("why-norm-pool")
            .with("scores", scores)
            .with("size", if scores < SMALL_POOL { "small" } else { "enough" }),
        None => Message::new("why-norm-unit").with("rule", evidence.rule.as_str()),
    }
}

/// How many score so by the norm that the school did not choose, and by the one it did.
fn other_norm(w: Words, kept: &Kept) -> Option<String> {
    let other = kept.figures.get("other_norm")?;
    let of_hundred = |z: f64| rounded(normal::share_below(-z) * 100.0, 1.0).max(1.0);
    let said = Message::new("why-norm-other-value")
        .with("sex", other.get("sex").and_then(Value::as_str).unwrap_or("all"))
        .with("other", of_hundred(other.get("z")?.as_f64()?))
        .with("own", of_hundred(kept.figures.get("z")?.as_f64()?));
    Some(w.say(&said))
}

/// How many stand so or less well on the list as a whole, by each whose view was judged.
fn on_the_list(w: Words, kept: &Kept) -> Option<String> {
    let one = |seen: &Value| {
        let z = seen.get("z")?.as_f64()?;
        let said = Message::new("why-list-value")
            .with("who", w.t1("informant", "who", seen.get("informant")?.as_str()?))
            .with("of_hundred", rounded(normal::share_below(-z) * 100.0, 1.0).max(1.0));
        Some(w.say(&said))
    };
    let all: Vec<String> = kept.figures.get("on_the_list")?.as_array()?.iter().filter_map(one).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// The bands of others in which the score falls.
fn bands(w: Words, kept: &Kept) -> String {
    let placed = kept.figures.get("placed").and_then(Value::as_array);
    let one = |placed: &Value| {
        let told = |key: &str| placed.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let said = Message::new("why-bands-value")
            .with("system", told("system"))
            .with("band", told("band"))
            .with("source", told("source"));
        w.say(&said)
    };
    placed.into_iter().flatten().map(one).collect::<Vec<_>>().join("; ")
}

fn threshold(w: Words, evidence: &Evidence, kept: &Kept) -> Option<String> {
    let (statistic, threshold) = (evidence.statistic?, kept.threshold?);
    // Of a sociogram a probability, and the smaller the rarer; what was kept before it was that is a count of two.
    let is_rarity = evidence.rule == Rule::RejectedTwice.as_str() && threshold < 1.0;
    if is_rarity {
        let said = Message::new("why-threshold-rarity")
            .with("statistic", rounded(statistic * 100.0, 100.0).max(0.01))
            .with("threshold", rounded(threshold * 100.0, 100.0));
        return Some(w.say(&said));
    }
    // Probabilities, and the lower ends of shares; nothing is certain, however near.
    let (unit, percent) = match Rule::from_word(&evidence.rule) {
        Some(Rule::Level) => ("percent", Some(100.0)),
        Some(Rule::GroupShare | Rule::SchoolSafety) => ("least", Some(100.0)),
        Some(Rule::SignalLoad) => ("least", Some(1.0)),
        _ => ("plain", None),
    };
    let figure =
        |x: f64| percent.map_or_else(|| rounded(x, 100.0), |percent| rounded(x * percent, 10.0).min(99.9));
    let said = Message::new("why-threshold-value")
        .with("unit", unit)
        .with("severity", evidence.severity.as_str())
        .with("statistic", figure(statistic))
        .with("threshold", figure(threshold));
    Some(w.say(&said))
}

/// How much a finding on a group or school says among all that was tested of the school.
fn tests(w: Words, kept: &Kept) -> Option<String> {
    let tested = kept.figures.get("tested")?;
    let share = kept.adjusted()?;
    let said = Message::new("why-tests-value")
        .with("tests", tested.get("tests")?.as_f64()?)
        .with("percent", rounded(share * 100.0, 1.0).max(1.0))
        .with(
            "size",
            if share < 0.005 {
                "little"
            } else if share < 0.5 {
                "some"
            } else {
                "much"
            },
        );
    Some(w.say(&said))
}

#[cfg(test)]
mod tests;
