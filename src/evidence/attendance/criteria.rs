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
    /// Whether that is within the weeks; else it may be: the counts do not say on which days.
    pub within: bool,
}

/// What a pupil's periods tell of each criterion that they reach, or may reach. `periods` newest first, none sharing a day.
#[must_use]
pub fn told(periods: &[Attendance], calendar: &Calendar) -> Vec<Told> {
    SHIPPED.iter().filter_map(|criterion| of(criterion, periods, calendar)).collect()
}

/// Periods are taken together, each whole: a stretch of them that fits in the weeks tells. Where only the edges of a stretch
/// lie within the weeks, nothing says on which days the counts of its ends fell.
fn of(criterion: &Criterion, periods: &[Attendance], calendar: &Calendar) -> Option<Told> {
    let counts: Vec<(&Attendance, f64)> = periods
        .iter()
        .filter_map(|one| Some((one, criterion.count.of(one).filter(|count| *count > 0.0)?)))
        .collect();
    // The shortest stretch that ends with each period and has enough, the newest first.
    let stretches = (0..counts.len()).filter_map(|at| {
        let mut counted = 0.0;
        let stretch = counts.get(at..)?;
        let (first, _) = stretch.iter().find(|(_, count)| {
            counted += count;
            counted >= criterion.from
        })?;
        Some((*first, stretch.first()?.0, counted))
    });
    let fits = |from, until| calendar.school_weeks(from, until) <= criterion.weeks;
    let told = |within| {
        move |(first, last, counted): (&Attendance, &Attendance, f64)| Told {
            criterion: criterion.clone(),
            counted,
            from: first.starts_on,
            until: last.ends_on,
            within,
        }
    };
    let mut may_be = stretches.filter(|(first, last, _)| fits(first.ends_on, last.starts_on)).peekable();
    let newest = may_be.peek().copied();
    let within = may_be.find(|(first, last, _)| fits(first.starts_on, last.ends_on));
    within.map(told(true)).or_else(|| newest.map(told(false)))
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
        // A week more, and the first reports may lie outside.
        let later = [period("2026-01-05", "2026-02-13", 1, 0.0), periods[1].clone(), periods[2].clone()];
        let mazl = told(&later, &calendar).pop().unwrap();
        assert!(!mazl.within && mazl.until.to_string() == "2026-02-13", "{mazl:?}");
    }

    /// Four periods of four weeks in a row, the newest first, each with so many reports of illness.
    fn four_weeks(times_ill: [i32; 4]) -> Vec<Attendance> {
        let days = [
            ("2026-05-18", "2026-06-14"),
            ("2026-04-20", "2026-05-17"),
            ("2026-03-23", "2026-04-19"),
            ("2026-02-23", "2026-03-22"),
        ];
        days.iter().zip(times_ill).map(|((from, until), times)| period(from, until, times, 0.0)).collect()
    }

    #[test]
    fn short_periods_are_taken_together() {
        // No holidays, so that four weeks are four.
        let calendar = Calendar::of_school("nergens", &[]);
        let said = |times_ill| {
            by_code(&told(&four_weeks(times_ill), &calendar), "mazl")
                .map(|one| (one.within, one.counted, one.from.to_string()))
        };
        let oldest = "2026-02-23".to_owned();
        // A report in each: those of three periods lie within twelve weeks, those of four may.
        assert_eq!(said([1, 1, 1, 1]), Some((false, 4.0, oldest.clone())));
        assert_eq!(said([1, 1, 2, 1]), Some((true, 4.0, "2026-03-23".to_owned())));
        assert_eq!(
            said([0, 1, 2, 1]),
            Some((true, 4.0, oldest.clone())),
            "a period without any does not count"
        );
        // What is known for certain goes before what may be later.
        assert_eq!(said([1, 0, 1, 3]), Some((true, 4.0, oldest)));
        assert_eq!(said([1, 1, 1, 0]), None);
    }

    #[test]
    fn reports_that_cannot_lie_within_the_weeks_say_nothing() {
        let calendar = Calendar::of_school("nergens", &[]);
        // From the last day of the one to the first day of the other is thirteen weeks.
        let apart = [period("2026-05-18", "2026-06-14", 2, 0.0), period("2026-01-26", "2026-02-22", 2, 0.0)];
        assert_eq!(told(&apart, &calendar), []);
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
