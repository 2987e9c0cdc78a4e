//! Working days as Dutch law counts them: no Saturday, no Sunday, none of the days that the Algemene termijnenwet names.
//! For terms of others, who work on when school is closed; school days are `calendar`'s.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::calendar::Calendar;

/// The day that lies some working days after another; that day itself does not count.
#[must_use]
pub fn after(from: NaiveDate, days: usize) -> NaiveDate {
    from.iter_days().skip(1).filter(|day| is_working_day(*day)).nth(days.saturating_sub(1)).unwrap_or(from)
}

/// Whether it is one.
#[must_use]
pub fn is_working_day(on: NaiveDate) -> bool {
    Calendar::is_weekday(on) && !is_holiday(on)
}

/// The days of article 3 of the Algemene termijnenwet, Good Friday among them.
fn is_holiday(on: NaiveDate) -> bool {
    let fixed = [(1, 1), (5, 5), (12, 25), (12, 26)];
    let Some(easter) = easter(on.year()) else { return false };
    let later = |days| easter.checked_add_days(Days::new(days));
    let moving =
        [easter.checked_sub_days(Days::new(2)), later(1), later(39), later(50), kings_day(on.year())];
    fixed.contains(&(on.month(), on.day())) || moving.contains(&Some(on))
}

/// The 27th of April; the 26th where that is a Sunday.
fn kings_day(year: i32) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(year, 4, 27)?;
    if day.weekday() == Weekday::Sun { day.pred_opt() } else { Some(day) }
}

/// Easter Sunday, by the method of Meeus, Jones and Butcher (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8).
#[expect(clippy::many_single_char_names, reason = "the letters of the source")]
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_the_almanac_has_it() {
        for (year, on) in
            [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25")]
        {
            assert_eq!(easter(year), Some(day(on)));
        }
    }

    #[test]
    fn weekends_and_days_of_the_law_do_not_count() {
        // Thursday: Friday, Monday … Thursday.
        assert_eq!(after(day("2026-03-12"), 5), day("2026-03-19"));
        // Over Good Friday (3 April) and Easter Monday (6 April).
        assert_eq!(after(day("2026-04-01"), 5), day("2026-04-10"));
        // King's Day on Monday 27 April, and 5 May.
        assert_eq!(after(day("2026-04-24"), 5), day("2026-05-04"));
        assert!(
            !is_working_day(day("2026-05-05"))
                && !is_working_day(day("2026-05-14"))
                && !is_working_day(day("2026-05-25"))
        );
        assert!(is_working_day(day("2026-04-28")), "and in the holidays of May others work on");
    }
}
