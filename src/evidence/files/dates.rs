//! Dates as files write them: `2026-03-02`, or day first `2-3-2026`; another form by the `date_format` of a profile.

use chrono::{Datelike, NaiveDate};

/// Reads a date in one of the two forms; anything else, and a day that does not exist, is none. What databases put behind
/// a date, midnight, says nothing.
#[must_use]
pub fn parse(cell: &str) -> Option<NaiveDate> {
    let cell = cell.trim();
    let midnight = ["T00:00:00", " 00:00:00", " 00:00", " 0:00"];
    let cell = midnight.iter().find_map(|end| cell.strip_suffix(end)).unwrap_or(cell);
    let mut parts = cell.split('-');
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = if first.len() == 4 { (first, second, third) } else { (third, second, first) };
    if year.len() != 4 || !(1..=2).contains(&month.len()) || !(1..=2).contains(&day.len()) {
        return None;
    }
    let whole = |part: &str| {
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u32>().ok()).flatten()
    };
    let year = i32::try_from(whole(year)?).ok()?;
    NaiveDate::from_ymd_opt(year, whole(month)?, whole(day)?)
}

/// A form of dates: days `d`, months `m` and a year of four digits `j` or `y`, such as `dd-mm-jjjj` or `m/d/yyyy`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateForm(String);

impl DateForm {
    /// The form that a pattern describes; none where day, month or year are missing or the year has no four digits.
    #[must_use]
    pub fn new(pattern: &str) -> Option<Self> {
        let mut form = String::new();
        let mut rest = pattern.trim().to_lowercase().replace('y', "j");
        while let Some(sign) = rest.chars().next() {
            let run = rest.chars().take_while(|next| *next == sign).count();
            form.push_str(match (sign, run) {
                ('d', 1 | 2) => "%d",
                ('m', 1 | 2) => "%m",
                ('j', 4) => "%Y",
                ('-', 1) => "-",
                ('/', 1) => "/",
                ('.', 1) => ".",
                _ => return None,
            });
            rest.drain(..run);
        }
        ["%d", "%m", "%Y"].iter().all(|part| form.matches(part).count() == 1).then_some(Self(form))
    }

    /// The form as a profile writes it.
    #[must_use]
    pub fn pattern(&self) -> String {
        self.0.replace("%d", "dd").replace("%m", "mm").replace("%Y", "jjjj")
    }

    /// A date in this form.
    #[must_use]
    pub fn write(&self, date: NaiveDate) -> String {
        date.format(&self.0).to_string()
    }

    /// Reads a date in this form.
    #[must_use]
    pub fn parse(&self, cell: &str) -> Option<NaiveDate> {
        NaiveDate::parse_from_str(cell.trim(), &self.0).ok()
    }
}

/// Whole months from one day to another.
#[must_use]
pub fn months(from: NaiveDate, to: NaiveDate) -> i32 {
    let begun = (to.year() - from.year()) * 12 + to.month0().cast_signed() - from.month0().cast_signed();
    begun - i32::from(to.day() < from.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_whole_on_its_day() {
        let day = |text| parse(text).unwrap();
        assert_eq!(months(day("2021-03-15"), day("2026-03-14")), 59);
        assert_eq!(months(day("2021-03-15"), day("2026-03-15")), 60);
    }

    #[test]
    fn both_forms_are_read_day_first() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2);
        for cell in ["2026-03-02", "2026-3-2", "2-3-2026", "02-03-2026", " 02-3-2026 "] {
            assert_eq!(parse(cell), day, "{cell}");
        }
    }

    #[test]
    fn midnight_behind_a_date_says_nothing() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2);
        assert_eq!((parse("2026-03-02T00:00:00"), parse("2-3-2026 0:00")), (day, day));
        assert_eq!(parse("2-3-2026 9:15"), None);
    }

    #[test]
    fn a_form_of_a_profile_is_read_as_it_is_written() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2);
        for (form, cell) in [("dd/mm/jjjj", "02/03/2026"), ("m/d/yyyy", "3/2/2026"), ("jjjjmmdd", "20260302")]
        {
            let form = DateForm::new(form).expect(form);
            assert_eq!((form.parse(cell), form.parse("2.3.2026")), (day, None), "{cell}");
        }
        for form in ["dd-mm", "dd-mm-jj", "dd-dd-jjjj", "dag-maand", ""] {
            assert_eq!(DateForm::new(form), None, "{form}");
        }
    }

    #[test]
    fn other_forms_and_days_that_do_not_exist_are_none() {
        for cell in [
            "",
            "2-3-26",
            "31-2-2026",
            "2026-13-01",
            "2/3/2026",
            "2026-03",
            "2026-03-02-1",
            "+2-3-2026",
            "03-02-20261",
        ] {
            assert_eq!(parse(cell), None, "{cell}");
        }
    }
}
