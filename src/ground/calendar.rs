//! School days: which days count for the terms people get. Holidays are data (`config/holidays.toml`).

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;

use super::{Error, Result};

static SHIPPED: LazyLock<Vec<Holiday>> =
    LazyLock::new(|| parse(include_str!("../../config/holidays.toml")).unwrap_or_default());

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "read by people: where the dates come from")]
    source: String,
    holiday: Vec<Holiday>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    #[expect(dead_code, reason = "read by people")]
    name: String,
    regions: Vec<String>,
    from: toml::value::Datetime,
    to: toml::value::Datetime,
}

/// The days on which the schools of one region are open.
#[derive(Debug, Clone)]
pub struct Calendar {
    closed: Vec<(NaiveDate, NaiveDate)>,
}

impl Calendar {
    /// The calendar of a region (`noord`, `midden`, `zuid`), with the holidays that ship with Baken.
    #[must_use]
    pub fn of_region(region: &str) -> Self {
        let closed = SHIPPED
            .iter()
            .filter(|h| h.regions.iter().any(|r| r == region))
            .filter_map(|h| Some((date(&h.from)?, date(&h.to)?)))
            .collect();
        Self { closed }
    }

    /// Whether school is open that day.
    #[must_use]
    pub fn is_school_day(&self, on: NaiveDate) -> bool {
        Self::is_weekday(on) && !self.closed.iter().any(|(from, to)| (*from..=*to).contains(&on))
    }

    /// Whether it is no Saturday or Sunday.
    #[must_use]
    pub fn is_weekday(on: NaiveDate) -> bool {
        !matches!(on.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// How many weeks, from Monday, have a school day between two days, those included.
    #[must_use]
    pub fn school_weeks(&self, from: NaiveDate, until: NaiveDate) -> usize {
        let days = from.iter_days().take_while(|day| *day <= until);
        let weeks = days.filter(|day| self.is_school_day(*day)).map(|day| day.iso_week());
        weeks.collect::<std::collections::BTreeSet<_>>().len()
    }

    /// How many school days lie after `from`, up to and including `until`; none when that lies before.
    #[must_use]
    pub fn days_between(&self, from: NaiveDate, until: NaiveDate) -> usize {
        let days = from.iter_days().skip(1).take_while(|day| *day <= until);
        days.filter(|day| self.is_school_day(*day)).count()
    }

    /// The date that lies `days` school days after `from`; `from` itself does not count.
    #[must_use]
    pub fn after(&self, from: NaiveDate, days: u32) -> NaiveDate {
        let mut on = from;
        let mut left = days;
        // A year is more than any holiday: the loop ends even with a wrong calendar.
        for _ in 0..(days * 7 + 366) {
            if left == 0 {
                break;
            }
            on = on.succ_opt().unwrap_or(on);
            if self.is_school_day(on) {
                left -= 1;
            }
        }
        on
    }
}

fn date(on: &toml::value::Datetime) -> Option<NaiveDate> {
    let on = on.date?;
    NaiveDate::from_ymd_opt(i32::from(on.year), u32::from(on.month), u32::from(on.day))
}

fn parse(text: &str) -> Result<Vec<Holiday>> {
    let file: File = toml::from_str(text).map_err(Error::internal)?;
    Ok(file.holiday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_shipped_file_reads() {
        assert!(parse(include_str!("../../config/holidays.toml")).unwrap().len() > 10);
    }

    #[test]
    fn ten_school_days_skip_weekends_and_the_christmas_holiday() {
        let calendar = Calendar::of_region("midden");
        assert_eq!(calendar.after(day("2026-11-20"), 10), day("2026-12-04"));
        assert_eq!(calendar.after(day("2026-12-17"), 2), day("2027-01-04"));
        assert!(!calendar.is_school_day(day("2026-12-25")));
    }

    #[test]
    fn days_between_count_as_the_days_after_do() {
        let calendar = Calendar::of_region("midden");
        assert_eq!(calendar.days_between(day("2026-11-20"), day("2026-12-04")), 10);
        assert_eq!(calendar.days_between(day("2026-12-17"), day("2027-01-04")), 2);
        assert_eq!(calendar.days_between(day("2026-12-04"), day("2026-12-04")), 0);
        assert_eq!(calendar.days_between(day("2026-12-04"), day("2026-11-20")), 0);
    }

    #[test]
    fn regions_differ() {
        assert!(Calendar::of_region("midden").is_school_day(day("2026-10-13")));
        assert!(!Calendar::of_region("noord").is_school_day(day("2026-10-13")));
    }
}
