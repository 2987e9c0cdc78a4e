//! Absence on a pupil's page: the counts by period, and what published criteria say of them. Sentences that explain; the
//! same stand with a signal on presence.

use crate::evidence::attendance::Attendance;
use crate::evidence::instruments::Domain;
use crate::ground::{Message, Words};
use crate::insight::absence;
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
    /// In the reader's words.
    pub(super) fn of(page: &Page, absence: &absence::Absence) -> Self {
        Self {
            rows: absence.periods.iter().map(|one| (period(page.w, one), counts(page.w, one))).collect(),
            told: absence.told.iter().map(|(said, source)| (page.say(said), page.say(source))).collect(),
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

fn counts(w: Words, one: &Attendance) -> [String; 4] {
    let times = |count: Option<i32>| count.map(f64::from);
    [one.hours_ill, times(one.times_ill), one.hours_unauthorised, times(one.times_late)]
        .map(|count| count.map_or_else(|| "–".to_owned(), |count| figure(w, count)))
}
