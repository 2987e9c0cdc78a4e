//! Dates as files write them: `2026-03-02`, or day first `2-3-2026`.

use chrono::NaiveDate;

/// Reads a date in one of the two forms; anything else, and a day that does not exist, is none.
#[must_use]
pub fn parse(cell: &str) -> Option<NaiveDate> {
    let mut parts = cell.trim().split('-');
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read_day_first() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2);
        for cell in ["2026-03-02", "2026-3-2", "2-3-2026", "02-03-2026", " 02-3-2026 "] {
            assert_eq!(parse(cell), day, "{cell}");
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
