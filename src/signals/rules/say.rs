//! The sentence of a finding: always two words, level and change, then the figures it is measured against.
//! The words themselves live in the message files `signals`.

use super::scene::Verdict;
use crate::{
    analytics::{Assessment, Layout, Series, Unit},
    evidence::instruments::{Direction, Scale},
    ground::Message,
    signals::{
        finding::{Finding, Rule},
        model::Level,
    },
};

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

/// A finding on a group or school that moved: up or down, by how many of the pupils.
pub(super) fn unit(
    layout: &Layout,
    unit: &Unit,
    verdict: &Verdict,
    level: Level,
    matched: u32,
) -> Option<Finding> {
    let series = layout.series(unit.series)?;
    let scale = series.scale()?;
    let round = layout.label(unit.series, unit.round);
    let down = verdict.statistic > 0.0;
    let key = match level {
        Level::School => "signal-school-trend",
        _ => "signal-group-shift",
    };
    let moved = if down { unit.worse } else { unit.matched - unit.worse };
    let reason = common(key, series, scale, round)
        .with("way", if down { "worse" } else { "better" })
        .with("moved", moved)
        .with("matched", matched);
    Some(Finding {
        rule: verdict.rule,
        level,
        severity: verdict.severity,
        domain: scale.domain,
        school: unit.school,
        group: unit.group,
        pupil: None,
        series: unit.series,
        round_at: unit.round,
        round: round.to_owned(),
        instrument: series.key.instrument.clone(),
        version: series.key.version.clone(),
        informant: series.key.informant,
        scale: series.key.scale.clone(),
        scale_name: scale.name.clone(),
        score_type: series.key.score_type,
        whole_list: scale.is_total(),
        observed: unit.mean,
        expected: None,
        expected_low: None,
        expected_high: None,
        z: None,
        statistic: verdict.statistic,
        threshold: verdict.threshold,
        rounds_used: unit.round + 1,
        n: Some(matched),
        norm: None,
        pool: None,
        reason,
    })
}

/// What every sentence says: scale, who filled it in, and the round in words.
fn common(key: &'static str, series: &Series, scale: &Scale, round: &str) -> Message {
    let (season, year) = in_words(round);
    Message::new(key)
        .with("scale", &scale.name)
        .with("informant", series.key.informant.code())
        .with("season", season)
        .with("year", year)
}

/// `2025-2026 najaar` as its season and year (`najaar`, `2025`); any other label as it is.
fn in_words(label: &str) -> (&str, &str) {
    let known = label.split_once(' ').and_then(|(years, season)| {
        let (first, second) = years.split_once('-')?;
        let year = match season {
            "najaar" => first,
            "voorjaar" => second,
            _ => return None,
        };
        year.parse::<u16>().ok().map(|_| (season, year))
    });
    known.unwrap_or(("label", label))
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

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn rounds_in_words() {
        assert_eq!(in_words("2025-2026 najaar"), ("najaar", "2025"));
        assert_eq!(in_words("2025-2026 voorjaar"), ("voorjaar", "2026"));
        assert_eq!(in_words("meting 3"), ("label", "meting 3"));
    }
}
