//! Days that count, days that do not, and what a closed week does to a term.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn midden(closed: &[(&str, &str)]) -> Calendar {
    let closed: Vec<Span> = closed.iter().map(|(from, to)| (day(from), day(to))).collect();
    Calendar::of_school("midden", &closed)
}

#[test]
fn the_shipped_file_reads() {
    assert!(parse(include_str!("../../../config/holidays.toml")).unwrap().len() > 10);
}

#[test]
fn ten_school_days_skip_weekends_and_the_christmas_holiday() {
    let calendar = midden(&[]);
    assert_eq!(calendar.after(day("2026-11-20"), 10), day("2026-12-04"));
    assert_eq!(calendar.after(day("2026-12-17"), 2), day("2027-01-04"));
    assert!(!calendar.is_school_day(day("2026-12-25")));
}

#[test]
fn days_between_count_as_the_days_after_do() {
    let calendar = midden(&[]);
    assert_eq!(calendar.days_between(day("2026-11-20"), day("2026-12-04")), 10);
    assert_eq!(calendar.days_between(day("2026-12-17"), day("2027-01-04")), 2);
    assert_eq!(calendar.days_between(day("2026-12-04"), day("2026-12-04")), 0);
    assert_eq!(calendar.days_between(day("2026-12-04"), day("2026-11-20")), 0);
}

#[test]
fn regions_differ() {
    assert!(midden(&[]).is_school_day(day("2026-10-13")));
    assert!(!Calendar::of_school("noord", &[]).is_school_day(day("2026-10-13")));
}

#[test]
fn a_closed_week_before_inside_and_across_a_term() {
    let term = |closed: &[(&str, &str)]| midden(closed).after(day("2026-03-12"), 10).to_string();
    assert_eq!(term(&[]), "2026-03-26");
    assert_eq!(term(&[("2026-03-02", "2026-03-06")]), "2026-03-26", "before it");
    assert_eq!(term(&[("2026-03-26", "2026-03-27")]), "2026-03-30", "over its end");
    assert_eq!(term(&[("2026-03-16", "2026-03-20")]), "2026-04-02", "inside it");
    assert_eq!(term(&[("2026-03-09", "2026-04-03")]), "2026-04-17", "around it");
    let closed = midden(&[("2026-03-16", "2026-03-20")]);
    assert_eq!(closed.days_between(day("2026-03-12"), day("2026-04-02")), 10);
}

#[test]
fn a_school_rests_until_the_first_school_day_after() {
    let calendar = midden(&[("2026-03-16", "2026-03-20")]);
    let rests = |on: &str| calendar.rests(day(on));
    assert!(!rests("2026-03-14") && !rests("2026-03-15"), "the weekend before");
    assert!(rests("2026-03-16") && rests("2026-03-20") && rests("2026-03-22"));
    assert!(!rests("2026-03-23"));
    assert_eq!(calendar.next_school_day(day("2026-03-18")), day("2026-03-23"));
    assert!(
        calendar.is_last_school_day(day("2026-03-13")) && !calendar.is_last_school_day(day("2026-03-12"))
    );
    // A holiday of the region alone is no rest: terms are counted in school days as it is.
    assert!(!calendar.rests(day("2026-12-25")));
    assert!(calendar.is_last_school_day(day("2026-12-18")));
}

#[test]
fn the_end_of_what_is_known_is_said() {
    let calendar = midden(&[]);
    assert_eq!(calendar.known_until(), Some(day("2027-08-29")));
    assert!(!calendar.is_unknown(day("2027-08-29")) && calendar.is_unknown(day("2027-08-30")));
    assert!(!calendar.ends_soon(day("2026-11-20")) && calendar.ends_soon(day("2027-06-10")));
}
