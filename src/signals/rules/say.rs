//! The sentence of a finding: always two words, level and change, then the figures it is measured against.
//! The words themselves live in the message files `signals`.

use crate::{
    analytics::{Assessment, Layout, Unit},
    evidence::instruments::{Direction, Scale},
    ground::Message,
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
    },
};

/// Surprises from which a change is one, and a strong one.
const CHANGED: f64 = 1.0;
const CHANGED_MUCH: f64 = 1.96;

/// z from which a score is low (the lowest fifth) or high (the highest).
const FAR: f64 = 0.8416;

/// The sentence on a pupil; `shown` is the row whose scores the finding names.
pub(super) fn pupil(finding: &Finding, shown: &Assessment, scale: &Scale) -> Message {
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
    let key = match finding.rule {
        Rule::UnexpectedDecline => "signal-unexpected-decline",
        Rule::Persistent => "signal-persistent",
        _ => "signal-level",
    };
    let part = finding.whole_list && !scale.is_total();
    let told = common(Message::new(key), finding)
        .with("direction", direction(scale.high_is))
        .with("level", level)
        .with("change", change)
        .with("part", if part { "yes" } else { "no" })
        .with("observed", short(finding.observed))
        .with("earlier", shown.rounds_used.saturating_sub(1));
    match (finding.expected_low, finding.expected_high) {
        (Some(low), Some(high)) => told.with("low", short(low)).with("high", short(high)),
        _ => told.with("low", "").with("high", ""),
    }
}

/// The sentence on a group that moved.
pub(super) fn group_shift(finding: &Finding, unit: &Unit) -> Message {
    let down = finding.statistic > 0.0;
    let moved = if down {
        unit.worse
    } else {
        unit.matched - unit.worse
    };
    common(Message::new("signal-group-shift"), finding)
        .with("way", if down { "worse" } else { "better" })
        .with("moved", moved)
        .with("matched", unit.matched)
}

/// The sentence on a school that moved.
pub(super) fn school_trend(finding: &Finding) -> Message {
    common(Message::new("signal-school-trend"), finding)
        .with(
            "way",
            if finding.statistic > 0.0 {
                "worse"
            } else {
                "better"
            },
        )
        .with("matched", finding.n.unwrap_or_default())
}

/// The finding on a group or school, before its statistic and sentence.
pub(super) fn unit(layout: &Layout, unit: &Unit, rule: Rule, level: Level) -> Option<Finding> {
    let series = layout.series(unit.series)?;
    let scale = series.scale()?;
    Some(Finding {
        rule,
        level,
        severity: Severity::C,
        domain: scale.domain,
        school: unit.school,
        group: unit.group,
        pupil: None,
        series: unit.series,
        round_at: unit.round,
        round: layout.label(unit.series, unit.round).to_owned(),
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
        statistic: 0.0,
        threshold: 0.0,
        rounds_used: unit.round + 1,
        n: None,
        norm: None,
        pool: None,
        reason: Message::new(""),
    })
}

/// What every sentence says: scale, who filled it in, and the round in words.
fn common(message: Message, finding: &Finding) -> Message {
    let (season, year) = in_words(&finding.round);
    message
        .with("scale", &finding.scale_name)
        .with("informant", finding.informant.code())
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
