//! Which round a score falls in.

use baken::evidence::files::rounds::{season, settle};
use baken::evidence::files::{KnownRounds, Series};
use baken::evidence::informant::Informant;
use baken::evidence::score_type::ScoreType;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn series() -> Series {
    Series {
        instrument: "eigen".to_owned(),
        version: "1".to_owned(),
        informant: Informant::Teacher,
        scale: "welbevinden".to_owned(),
        score_type: ScoreType::default(),
    }
}

/// The rounds that scores of these days fall in, one score a day.
fn labels(days: &[&str], known: &KnownRounds) -> Vec<String> {
    let series = series();
    let met: Vec<(NaiveDate, String)> = days.iter().map(|text| (day(text), season(day(text)))).collect();
    let ends = settle(known, met.iter().map(|(day, label)| (&series, label.as_str(), *day, 1)));
    met.iter().map(|(_, label)| ends[&series][label].clone()).collect()
}

#[test]
fn the_season_turns_on_the_first_of_august_and_of_january() {
    assert_eq!(season(day("2025-08-01")), "2025-2026 najaar");
    assert_eq!(season(day("2025-12-31")), "2025-2026 najaar");
    assert_eq!(season(day("2026-01-01")), "2025-2026 voorjaar");
    assert_eq!(season(day("2026-07-31")), "2025-2026 voorjaar");
}

#[test]
fn a_round_less_than_ninety_days_after_the_previous_joins_it() {
    let close = labels(&["2025-12-10", "2026-01-20"], &KnownRounds::new());
    assert_eq!(close, ["2025-2026 najaar", "2025-2026 najaar"]);
    let apart = labels(&["2025-10-10", "2026-01-20"], &KnownRounds::new());
    assert_eq!(apart, ["2025-2026 najaar", "2025-2026 voorjaar"]);
}

#[test]
fn a_stored_round_keeps_its_name() {
    let stored = ("2025-2026 voorjaar".to_owned(), day("2026-01-20"), 1);
    let known = KnownRounds::from([(series(), vec![stored])]);
    assert_eq!(labels(&["2025-12-10"], &known), ["2025-2026 voorjaar"]);
}
