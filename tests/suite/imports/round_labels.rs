//! Which round a score falls in.

use baken::evidence::files::rounds::season;
use baken::evidence::files::{KnownRounds, ScoreRow, read_scores, settle};
use baken::evidence::instruments::Catalogue;
use chrono::NaiveDate;

use super::{SCORES, lines};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn rows(dates: &[&str]) -> Vec<ScoreRow> {
    let text =
        lines(SCORES, dates.len(), |at| format!("{at};{};eigen;leerkracht;welbevinden;9\n", dates[at]));
    let catalogue = Catalogue::shipped().expect("instruments");
    read_scores(text.as_bytes(), &catalogue, day("2026-12-31")).expect("scores").rows
}

fn labels(rows: Vec<ScoreRow>, known: &KnownRounds) -> Vec<String> {
    let settled = settle(rows, known);
    settled.rows.into_iter().filter_map(|row| row.round).collect()
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
    let close = labels(rows(&["2025-12-10", "2026-01-20"]), &KnownRounds::new());
    assert_eq!(close, ["2025-2026 najaar", "2025-2026 najaar"]);
    let apart = labels(rows(&["2025-10-10", "2026-01-20"]), &KnownRounds::new());
    assert_eq!(apart, ["2025-2026 najaar", "2025-2026 voorjaar"]);
}

#[test]
fn a_stored_round_keeps_its_name() {
    let series = rows(&["2026-01-20"])[0].series();
    let stored = ("2025-2026 voorjaar".to_owned(), day("2026-01-20"));
    let known = KnownRounds::from([(series, vec![stored])]);
    assert_eq!(labels(rows(&["2025-12-10"]), &known), ["2025-2026 voorjaar"]);
}
