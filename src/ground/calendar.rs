//! School days: which days count for the terms people get. Holidays are data (`config/holidays.toml`); what a school closes
//! beside them is laid on top (`school::closed_weeks`).

use std::sync::{Arc, LazyLock};

use chrono::{Datelike, Days, NaiveDate, Weekday};
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

/// First and last day.
pub type Span = (NaiveDate, NaiveDate);

/// The days on which one school is open. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Calendar {
    holidays: Arc<[Span]>,
    closed: Arc<[Span]>,
}

impl Calendar {
    /// The calendar of a region (`noord`, `midden`, `zuid`), with the holidays that ship with Baken, and what the school
    /// itself is closed.
    #[must_use]
    pub fn of_school(region: &str, closed: &[Span]) -> Self {
        let holidays = SHIPPED
            .iter()
            .filter(|h| h.regions.iter().any(|r| r == region))
            .filter_map(|h| Some((date(&h.from)?, date(&h.to)?)))
            .collect();
        Self { holidays, closed: closed.into() }
    }

    /// Whether school is open that day.
    #[must_use]
    pub fn is_school_day(&self, on: NaiveDate) -> bool {
        Self::is_weekday(on) && !is_in(&self.holidays, on) && !is_in(&self.closed, on)
    }

    /// Whether it is no Saturday or Sunday.
    #[must_use]
    pub fn is_weekday(on: NaiveDate) -> bool {
        !matches!(on.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// Whether the school rests: it closed, and no school day came since. Nothing is raised and no term ends then. The
    /// weekend after a closed week belongs to it, that before does not.
    #[must_use]
    pub fn rests(&self, on: NaiveDate) -> bool {
        let before = std::iter::successors(Some(on), NaiveDate::pred_opt);
        before.take(366).take_while(|day| !self.is_school_day(*day)).any(|day| is_in(&self.closed, day))
    }

    /// The first school day on or after a day.
    #[must_use]
    pub fn next_school_day(&self, on: NaiveDate) -> NaiveDate {
        on.iter_days().take(366).find(|day| self.is_school_day(*day)).unwrap_or(on)
    }

    /// Whether it is the last school day before a week or more without one.
    #[must_use]
    pub fn is_last_school_day(&self, on: NaiveDate) -> bool {
        let Some(next) = on.succ_opt().map(|tomorrow| self.next_school_day(tomorrow)) else { return false };
        self.is_school_day(on) && next - on > chrono::TimeDelta::days(7)
    }

    /// How many weeks, from Monday, have a school day between two days, those included.
    #[must_use]
    pub fn school_weeks(&self, from: NaiveDate, until: NaiveDate) -> usize {
        let days = from.iter_days().take_while(|day| *day <= until);
        let weeks = days.filter(|day| self.is_school_day(*day)).map(|day| day.iso_week());
        weeks.collect::<std::collections::BTreeSet<_>>().len()
    }

    /// How many school days lie after `from`, up to and including `until`: what [`Self::after`] counts.
    #[must_use]
    pub fn days_between(&self, from: NaiveDate, until: NaiveDate) -> u32 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= until);
        u32::try_from(days.filter(|day| self.is_school_day(*day)).count()).unwrap_or(u32::MAX)
    }

    /// The date that lies `days` school days after `from`; `from` itself does not count. Past the last holiday that is
    /// known every weekday counts: that is said in the log, and on the page of who keeps the school.
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
        if self.is_unknown(on) {
            tracing::warn!(%from, until = %on, "a term runs past the last holiday in config/holidays.toml: holidays after that are not left out");
        }
        on
    }

    /// Whether a day lies past the last holiday that is known.
    #[must_use]
    pub fn is_unknown(&self, on: NaiveDate) -> bool {
        self.known_until().is_none_or(|last| on > last)
    }

    /// The last day of the last holiday that is known for the region.
    #[must_use]
    pub fn known_until(&self) -> Option<NaiveDate> {
        self.holidays.iter().map(|(_, to)| *to).max()
    }

    /// Whether terms that begin now may run past the last holiday that is known: within a quarter of a year.
    #[must_use]
    pub fn ends_soon(&self, today: NaiveDate) -> bool {
        self.is_unknown(today + Days::new(91))
    }
}

fn is_in(spans: &[Span], on: NaiveDate) -> bool {
    spans.iter().any(|(from, to)| (*from..=*to).contains(&on))
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
#[path = "calendar/tests.rs"]
mod tests;
