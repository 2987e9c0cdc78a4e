//! Forgetting on time. A signal on which nothing was done goes a school year after the one in which it ended; a pupil's file goes
//! two years after leaving, and what the law keeps longer goes later. First rehearsed: the same statements in a
//! transaction that is taken back. From the day a person accepted the rehearsal the worker forgets by itself. Why: ADR 58.
//! What goes from which table: `tables`. What mentors keep at the year's end: `care::year_end`.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use self::tables::Stage;
use crate::ground::audit::{self, Entry};
use crate::ground::clock::{school_year, school_year_start};
use crate::ground::{Conn, PupilId, Result, SchoolId};

pub mod agree;
mod signals_store;
mod store;
pub mod tables;

/// After how many years a file goes (rijksoverheid.nl, "Hoe lang bewaart een school gegevens": two years after leaving).
pub const FILE_YEARS: u32 = 2;
/// The same for a pupil who went to special education (as there: three years).
pub const SPECIAL_YEARS: u32 = 3;
/// After how many years enrolment and absence go (as there: five years).
pub const ENROLMENT_YEARS: u32 = 5;

/// A pupil who left, and when what goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaver {
    /// The pupil.
    pub id: PupilId,
    /// The pupil's number at the school.
    pub number: String,
    /// The last day in any group; none of all: the day the pupil came in.
    pub left_on: NaiveDate,
    /// Whether the pupil went to special education.
    pub special: bool,
    /// The day on which the file went, while enrolment is kept.
    pub forgotten_on: Option<NaiveDate>,
}

impl Leaver {
    /// The day from which the file goes.
    #[must_use]
    pub fn file_on(&self) -> NaiveDate {
        self.after(if self.special { SPECIAL_YEARS } else { FILE_YEARS })
    }

    /// The day from which the rest goes.
    #[must_use]
    pub fn enrolment_on(&self) -> NaiveDate {
        self.after(ENROLMENT_YEARS)
    }

    /// Whether the file has gone already: since the pupil left for the last time.
    #[must_use]
    pub fn is_without_file(&self) -> bool {
        self.forgotten_on.is_some_and(|on| on >= self.file_on())
    }

    fn after(&self, years: u32) -> NaiveDate {
        self.left_on.checked_add_months(Months::new(12 * years)).unwrap_or(NaiveDate::MAX)
    }

    /// What goes on a day.
    fn goes(&self, today: NaiveDate) -> Option<Stage> {
        if self.enrolment_on() <= today {
            Some(Stage::Enrolment)
        } else {
            (self.file_on() <= today && !self.is_without_file()).then_some(Stage::File)
        }
    }
}

/// A count, or that it is of a few.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Counted {
    /// So many.
    Exactly(usize),
    /// Some, and fewer than this.
    Fewer {
        /// The smallest number that is told.
        fewer_than: usize,
    },
}

/// What went, by kind. Names nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report<N = usize> {
    /// How many of each kind: `files`, `enrolments`, `unused-signals`, and the kinds of `tables`.
    pub counts: BTreeMap<String, N>,
}

impl Report {
    fn add(&mut self, kind: &str, count: usize) {
        if !kind.is_empty() && count > 0 {
            *self.counts.entry(kind.to_owned()).or_default() += count;
        }
    }

    /// Whether nothing went.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// The same with counts under the smallest size rounded.
    #[must_use]
    pub fn rounded(&self, smallest: u32) -> Report<Counted> {
        let smallest = smallest as usize;
        let round = |count: usize| {
            if count < smallest { Counted::Fewer { fewer_than: smallest } } else { Counted::Exactly(count) }
        };
        Report { counts: self.counts.iter().map(|(kind, count)| (kind.clone(), round(*count))).collect() }
    }
}

/// The pupils of a school who left, by the day on which the next thing goes.
///
/// # Errors
/// When the database refuses.
pub fn leavers(conn: &mut Conn, school: &SchoolId, today: NaiveDate) -> Result<Vec<Leaver>> {
    let mut found = store::leavers(conn, school, today)?;
    let next = |one: &Leaver| if one.is_without_file() { one.enrolment_on() } else { one.file_on() };
    found.sort_by_cached_key(|one| (next(one), one.number.clone()));
    Ok(found)
}

/// Forgets what is due at a school; gives what went. A rehearsal is this in `Db::rehearse_blocking`.
///
/// # Errors
/// When the database refuses; then nothing was forgotten.
pub fn forget(
    conn: &mut Conn,
    now: NaiveDateTime,
    today: NaiveDate,
    school: &SchoolId,
    smallest: u32,
) -> Result<Report> {
    let mut report = Report::default();
    let before = school_year_start(school_year(today) - 1).and_time(chrono::NaiveTime::MIN);
    report.add("unused-signals", signals_store::forget_unused(conn, school, before)?);
    let leavers = store::leavers(conn, school, today)?;
    for (pupil, stage) in leavers.iter().filter_map(|one| Some((one, one.goes(today)?))) {
        if !pupil.is_without_file() {
            report.add("files", 1);
        }
        signals_store::count_of_pupil(conn, &pupil.id)?;
        for (kind, count) in store::forget(conn, &pupil.id, stage)? {
            report.add(kind, count);
        }
        if stage == Stage::File {
            store::note_without_file(conn, &pupil.id, today)?;
        }
    }
    if !report.is_empty() {
        store::sweep(conn, school, now)?;
        let kept = report.rounded(smallest);
        store::insert_report(conn, now, school, &kept)?;
        audit::record(conn, now, &Entry::of("system", "forget", "school", school))?;
    }
    Ok(report)
}

/// Forgets what is due at every school where a person let it begin; gives how many schools had something to forget.
///
/// # Errors
/// When the database refuses.
pub fn forget_on_time(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate, smallest: u32) -> Result<usize> {
    let mut done = 0;
    for school in store::accepted(conn)? {
        done += usize::from(!forget(conn, now, today, &school, smallest)?.is_empty());
    }
    Ok(done)
}
