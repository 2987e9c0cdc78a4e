//! The days on which the lists were filled in: early November and mid May, six rounds back from today.

use chrono::{Datelike, Days, NaiveDate};

/// How many rounds the demo has.
pub const ROUNDS: usize = 6;

/// The Mondays of the six weeks of filling in, the oldest first. The last week is over today.
pub fn rounds(today: NaiveDate) -> Vec<NaiveDate> {
    let mut found: Vec<NaiveDate> = (today.year() - 4..=today.year())
        .flat_map(|year| [(year, 5, 14), (year, 11, 9)])
        .filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day))
        .map(monday)
        .filter(|start| *start + Days::new(5) <= today)
        .collect();
    found.split_off(found.len().saturating_sub(ROUNDS))
}

/// The Monday of the week of a day.
fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::clock::school_year;

    #[test]
    fn every_day_of_four_years_has_six_rounds_half_a_year_apart() {
        let first = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
        for today in first.iter_days().take(1461) {
            let rounds = rounds(today);
            assert_eq!(rounds.len(), ROUNDS, "{today}");
            assert!(rounds.iter().all(|start| *start + Days::new(4) < today), "{today}");
            for pair in rounds.windows(2) {
                let days = (pair[1] - pair[0]).num_days();
                assert!((165..=205).contains(&days), "{today}: {days}");
                // November begins a school year's rounds, May ends them.
                let turned = school_year(pair[0]) != school_year(pair[1]);
                assert_eq!(turned, pair[1].month() == 11, "{today}");
            }
        }
    }
}
