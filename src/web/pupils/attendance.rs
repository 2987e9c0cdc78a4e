//! Absence on a pupil's page: the counts by period, and what published criteria say of them. Sentences that explain; the
//! same stand with a signal on presence.

use super::read::Known;
use crate::evidence::attendance::Attendance;
use crate::evidence::attendance::criteria::{self, Told};
use crate::evidence::instruments::Domain;
use crate::ground::clock::{school_year, school_year_start};
use crate::ground::{Message, Words};
use crate::web::charts::figure;
use crate::web::explain::{SignalView, about};
use crate::web::page::{Page, long_date};

/// What was counted, and what explains it.
#[derive(Debug, Default)]
pub(super) struct Absence {
    /// A period and its counts, newest first.
    pub(super) rows: Vec<(String, [String; 4])>,
    /// What a criterion says, and where it comes from.
    pub(super) told: Vec<(String, String)>,
}

impl Absence {
    /// Of this school year and the one before, as all that a pupil's page shows first; criteria are held against this year.
    pub(super) fn of(page: &Page, known: &Known, today: chrono::NaiveDate) -> Self {
        let year = school_year_start(school_year(today));
        let since = school_year_start(school_year(today) - 1);
        let (now, before): (Vec<Attendance>, Vec<Attendance>) =
            known.attendance.iter().cloned().partition(|one| one.ends_on >= year);
        let told = criteria::told(&now, &known.calendar);
        let shown = now.iter().chain(before.iter().filter(|one| one.ends_on >= since));
        Self {
            rows: shown.map(|one| (period(page.w, one), counts(one))).collect(),
            told: told.iter().map(|told| (sentence(page.w, told), source(page.w, told))).collect(),
        }
    }

    /// Says the same with signals on presence.
    pub(super) fn explain(&self, page: &Page, signals: &mut [SignalView]) {
        let domain = page.domain(Domain::Attendance.code());
        for signal in signals.iter_mut().filter(|signal| signal.domain == domain) {
            let said = self.told.iter().map(|(said, source)| about(said, source));
            signal.evidence.extend(said);
        }
    }
}

fn period(w: Words, one: &Attendance) -> String {
    let said = Message::new("attendance-from-until");
    w.say(&said.with("from", long_date(w, one.starts_on)).with("until", long_date(w, one.ends_on)))
}

fn counts(one: &Attendance) -> [String; 4] {
    let times = |count: Option<i32>| count.map(f64::from);
    [one.hours_ill, times(one.times_ill), one.hours_unauthorised, times(one.times_late)]
        .map(|count| count.map_or_else(|| "–".to_owned(), figure))
}

fn sentence(w: Words, told: &Told) -> String {
    let key = if told.within { "absence-reached" } else { "absence-too-long" };
    let said = Message::new(key)
        .with("criterion", told.criterion.code.as_str())
        .with("counted", figure(told.counted))
        .with("least", figure(told.criterion.from))
        .with("weeks", told.criterion.weeks)
        .with("from", long_date(w, told.from))
        .with("until", long_date(w, told.until));
    w.say(&said)
}

fn source(w: Words, told: &Told) -> String {
    let said = Message::new("absence-source")
        .with("source", told.criterion.source.as_str())
        .with("date", long_date(w, told.criterion.date))
        .with("confirmed", if told.criterion.confirmed { "yes" } else { "no" });
    w.say(&said)
}
