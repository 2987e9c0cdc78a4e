//! Tests of sociograms: against counting all ways by hand (`by_hand`), and what odd groups get (`odd`).

use chrono::NaiveDate;

use super::*;
use crate::evidence::files::Opinion;

mod by_hand;
mod odd;
mod signals;

/// Ratings of one group as rows: line i holds what pupil i says of each other, 0 where nothing is said.
fn rows_of(table: &[Vec<u8>]) -> Vec<RatingRow> {
    let mut rows = Vec::new();
    for (i, line) in table.iter().enumerate() {
        for (j, points) in line.iter().enumerate().filter(|(j, points)| *j != i && **points > 0) {
            rows.push(row(&format!("{i:02}"), &format!("{j:02}"), Opinion::Rated(*points)));
        }
    }
    rows
}

fn row(rater: &str, rated: &str, opinion: Opinion) -> RatingRow {
    RatingRow {
        row: 0,
        line: 0,
        group: "4".to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day"),
        rater: rater.to_owned(),
        rated: rated.to_owned(),
        opinion,
    }
}

fn points(highest: u8) -> Points {
    Points::new(highest).expect("a scale")
}

fn of(rows: &[RatingRow], highest: u8, method: Method) -> Vec<PupilStatus> {
    statuses(rows, points(highest), method, ALPHA)
}

/// Numbers that look like chance and are the same each time.
fn dice(seed: &mut u64, sides: u8) -> u8 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    u8::try_from((*seed >> 33) % u64::from(sides)).expect("few sides")
}
