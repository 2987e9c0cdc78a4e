//! Published criteria on absence (`config/attendance.toml`) beside what was counted of a pupil: whether a count was
//! reached within so many school weeks, or whether the counts cannot tell. An explanation: nothing is raised on it.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::Attendance;
use crate::ground::calendar::Calendar;
use crate::ground::{Error, Result};

static SHIPPED: LazyLock<Vec<Criterion>> =
    LazyLock::new(|| parse(include_str!("../../../config/attendance.toml")).unwrap_or_default());

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    criterion: Vec<Criterion>,
}

/// Which of the counts a criterion is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// How often the pupil was reported ill.
    TimesIll,
    /// Hours absent without leave.
    HoursUnauthorised,
}

impl Count {
    fn of(self, period: &Attendance) -> Option<f64> {
        match self {
            Self::TimesIll => period.times_ill.map(f64::from),
            Self::HoursUnauthorised => period.hours_unauthorised,
        }
    }
}

/// A count within a stretch of school weeks from which others act.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its code, by which the words know it.
    pub code: String,
    /// What is counted.
    pub count: Count,
    /// From how many on.
    pub from: f64,
    /// Within how many weeks with school in them.
    pub weeks: usize,
    /// Where it was published.
    pub source: String,
    /// The date of the source, or the day it was read.
    #[serde(deserialize_with = "crate::evidence::instruments::definition::date")]
    pub date: NaiveDate,
    /// Whether it was confirmed with the source for the schools that use it.
    pub confirmed: bool,
}

/// What the counts tell of a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The criterion.
    pub criterion: Criterion,
    /// How many were counted.
    pub counted: f64,
    /// The first day that was counted.
    pub from: NaiveDate,
    /// The last one.
    pub until: NaiveDate,
    /// Whether that is within the weeks; else the period is too long to tell.
    pub within: bool,
}

/// What a pupil's periods tell of each criterion that they reach, or may reach. `periods` newest first, none sharing a day.
#[must_use]
pub fn told(periods: &[Attendance], calendar: &Calendar) -> Vec<Told> {
    SHIPPED.iter().filter_map(|criterion| of(criterion, periods, calendar)).collect()
}

fn of(criterion: &Criterion, periods: &[Attendance], calendar: &Calendar) -> Option<Told> {
    let told =
        |counted, from, until, within| Told { criterion: criterion.clone(), counted, from, until, within };
    let whole = (0..periods.len()).find_map(|at| {
        let (last, mut counted) = (periods.get(at)?, 0.0);
        for first in periods.get(at..)? {
            if calendar.school_weeks(first.starts_on, last.ends_on) > criterion.weeks {
                return None;
            }
            counted += criterion.count.of(first).unwrap_or_default();
            if counted >= criterion.from {
                return Some(told(counted, first.starts_on, last.ends_on, true));
            }
        }
        None
    });
    whole.or_else(|| {
        let long = |one: &&Attendance| criterion.count.of(one).is_some_and(|count| count >= criterion.from);
        let one = periods.iter().find(long)?;
        Some(told(criterion.count.of(one)?, one.starts_on, one.ends_on, false))
    })
}

fn parse(text: &str) -> Result<Vec<Criterion>> {
    let file: File = toml::from_str(text).map_err(Error::internal)?;
    Ok(file.criterion)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::ImportId;

    fn period(from: &str, until: &str, times_ill: i32, hours_unauthorised: f64) -> Attendance {
        Attendance {
            pupil_key: 1,
            starts_on: from.parse().unwrap(),
            ends_on: until.parse().unwrap(),
            hours_ill: None,
            times_ill: Some(times_ill),
            hours_unauthorised: Some(hours_unauthorised),
            times_late: None,
            import_id: ImportId::fresh(),
        }
    }

    fn by_code<'a>(found: &'a [Told], code: &str) -> Option<&'a Told> {
        found.iter().find(|told| told.criterion.code == code)
    }

    #[test]
    fn the_shipped_criteria_read_and_name_their_source() {
        let shipped = parse(include_str!("../../../config/attendance.toml")).unwrap();
        assert_eq!(shipped.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["mazl", "duo"]);
        assert!(shipped.iter().all(|one| !one.source.is_empty() && !one.confirmed));
    }

    #[test]
    fn the_fourth_report_of_illness_in_twelve_school_weeks_counts_over_periods_and_not_over_holidays() {
        let calendar = Calendar::of_school("midden", &[]);
        // 3 November to 6 February is fourteen weeks, of which two of Christmas: twelve with school.
        let periods = [
            period("2026-01-05", "2026-02-06", 1, 0.0),
            period("2025-12-01", "2025-12-31", 1, 0.0),
            period("2025-11-03", "2025-11-30", 2, 0.0),
        ];
        assert_eq!(calendar.school_weeks("2025-11-03".parse().unwrap(), "2026-02-06".parse().unwrap()), 12);
        let found = told(&periods, &calendar);
        let mazl = by_code(&found, "mazl").unwrap();
        assert!(mazl.within && (mazl.counted - 4.0).abs() < 1e-9, "{mazl:?}");
        assert_eq!(mazl.from.to_string(), "2025-11-03");
        // A week more, and the first reports lie outside.
        let later = [period("2026-01-05", "2026-02-13", 1, 0.0), periods[1].clone(), periods[2].clone()];
        assert_eq!(told(&later, &calendar), []);
    }

    #[test]
    fn three_reports_or_fifteen_hours_say_nothing() {
        let calendar = Calendar::of_school("midden", &[]);
        assert_eq!(told(&[period("2026-01-05", "2026-01-30", 3, 15.5)], &calendar), []);
        let found = told(&[period("2026-01-05", "2026-01-30", 3, 16.0)], &calendar);
        assert!(by_code(&found, "duo").unwrap().within && by_code(&found, "mazl").is_none());
    }

    #[test]
    fn a_period_that_is_too_long_cannot_tell() {
        let calendar = Calendar::of_school("midden", &[]);
        let found = told(&[period("2025-08-01", "2026-01-31", 6, 3.0)], &calendar);
        let mazl = by_code(&found, "mazl").unwrap();
        assert!(!mazl.within && (mazl.counted - 6.0).abs() < 1e-9, "{mazl:?}");
        assert_eq!(found.len(), 1);
    }
}
