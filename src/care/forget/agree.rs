//! What the administration does about forgetting: looks at the rehearsal, lets it begin once, and notes who went to special
//! education. Pupils stand here by number alone.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Counted, Leaver, Report, leavers, signals_store, store};
use crate::ground::audit::{self, Entry};
use crate::ground::{AccountId, Conn, Error, Message, Result, SchoolId, Scope};
use crate::school::accounts::keep::may_keep;
use crate::school::accounts::store::pupil_numbered;
use crate::school::store as schools;

/// How forgetting stands at a school.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Since when it goes by itself, and who let it begin.
    pub accepted: Option<(AccountId, NaiveDateTime)>,
    /// Who left, by the day on which the next thing goes.
    pub leavers: Vec<Leaver>,
    /// What went, latest first.
    pub reports: Vec<(NaiveDateTime, Report<Counted>)>,
    /// Signals that are forgotten: school year, rule, how many.
    pub kept: Vec<(i32, String, i64)>,
}

/// How forgetting stands at a school, for its administration.
///
/// # Errors
/// `NotFound` for a school that this person does not keep.
pub fn standing(conn: &mut Conn, scope: &Scope, school: &SchoolId) -> Result<Standing> {
    may_keep(scope, school)?;
    Ok(Standing {
        accepted: store::accept_of(conn, school)?,
        leavers: leavers(conn, school, scope.today)?,
        reports: store::reports(conn, school)?,
        kept: signals_store::kept(conn, school)?,
    })
}

/// Whether a person let forgetting begin at a school.
///
/// # Errors
/// `Conflict` when nobody did.
pub fn must_be_accepted(conn: &mut Conn, school: &SchoolId) -> Result<()> {
    match store::accept_of(conn, school)? {
        Some(_) => Ok(()),
        None => Err(Error::Conflict(Message::new("forget-not-accepted"))),
    }
}

/// Lets forgetting begin: from now on it goes by itself.
///
/// # Errors
/// `NotFound` for a school that this person does not keep, `Conflict` when it goes already.
pub fn accept(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, school: &SchoolId) -> Result<()> {
    may_keep(scope, school)?;
    // The board's admin keeps every school that is there.
    let school = &schools::school(conn, school)?.id;
    if store::accept_of(conn, school)?.is_some() {
        return Err(Error::Conflict(Message::new("forget-accepted-already")));
    }
    store::accept(conn, now, school, &scope.account)?;
    audit::record(conn, now, &Entry::by(scope, "accept-forgetting", "school", school).at(scope, school))
}

/// Notes of a pupil, by number, that he or she went to special education, or that this was not so.
///
/// # Errors
/// `NotFound` for a school that this person does not keep, `Refused` for a number that is nobody's.
pub fn note_special(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    number: &str,
    is_so: bool,
) -> Result<()> {
    may_keep(scope, school)?;
    let number = number.trim();
    let unknown = || Error::Refused(Message::new("merge-unknown").with("number", number));
    let pupil = pupil_numbered(conn, school, number)?.ok_or_else(unknown)?;
    store::set_special(conn, now, &pupil, is_so.then_some(&scope.account))?;
    let detail = if is_so { "special" } else { "not-special" };
    audit::record(
        conn,
        now,
        &Entry::by(scope, "note-special-schooling", "pupil", &pupil).at(scope, school).detail(detail),
    )
}

/// How many leave the books before a day: files, and enrolments.
#[must_use]
pub fn until(leavers: &[Leaver], day: NaiveDate) -> (usize, usize) {
    let files = leavers.iter().filter(|one| !one.is_without_file() && one.file_on() <= day).count();
    (files, leavers.iter().filter(|one| one.enrolment_on() <= day).count())
}
