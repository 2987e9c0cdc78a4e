//! Critical answers as people deal with them: a school names its two readers, and one of them reads. The coordinator writes
//! the agreement down; both readers coordinate care at that school, so that they may open the pupil's page.

use chrono::NaiveDateTime;

use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, Message, Result, SchoolId, Scope, SignalId, ids};
use crate::school::accounts::store as accounts;
use crate::school::critical_readers::{self, Agreement, InHolidays};
use crate::signals::critical;

/// The longest line about how it is arranged, in characters.
const LONGEST: usize = 500;

/// An agreement as asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Who reads first.
    pub first: AccountId,
    /// Who is reminded.
    pub second: AccountId,
    /// What happens in holidays.
    pub in_holidays: Option<InHolidays>,
    /// How it is arranged.
    pub line: String,
}

/// Names the readers of a school; from then on critical answers are kept and raised.
///
/// # Errors
/// `Forbidden` for who does not coordinate there, `Refused` for one reader instead of two, for one who is no coordinator
/// of the school, and for an agreement without a word on holidays.
pub fn name_readers(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    asked: Asked,
) -> Result<()> {
    scope.must(Role::Coordinator, school)?;
    let refuse = |key| Err(Error::Refused(Message::new(key)));
    if asked.first == asked.second {
        return refuse("critical-two-readers");
    }
    let coordinators = accounts::with_role(conn, Role::Coordinator, school)?;
    if ![&asked.first, &asked.second].into_iter().all(|one| coordinators.contains(one)) {
        return refuse("critical-not-coordinator");
    }
    let line = asked.line.trim().to_owned();
    let Some(in_holidays) = asked.in_holidays.filter(|_| !line.is_empty()) else {
        return refuse("critical-no-holidays");
    };
    if line.chars().count() > LONGEST {
        return Err(Error::Refused(Message::new("critical-line-too-long").with("most", LONGEST)));
    }
    let agreement = Agreement {
        id: ids::fresh(),
        school_id: school.clone(),
        first_reader: asked.first,
        second_reader: asked.second,
        in_holidays,
        line,
        account_id: scope.account.clone(),
        created_at: now,
        ended_at: None,
    };
    critical_readers::replace(conn, &agreement)?;
    let entry = Entry::by(scope, "name-critical-readers", "school", school)
        .at(scope, school)
        .detail(format!("{} {} {in_holidays}", agreement.first_reader, agreement.second_reader));
    audit::record(conn, now, &entry)
}

/// Notes that a reader has read the critical answers behind a signal.
///
/// # Errors
/// `NotFound` for who is no reader at that school, `Conflict` when it was read before, or is no such signal.
pub fn read(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, id: &SignalId) -> Result<()> {
    critical::mark_read(conn, scope, now, id)?;
    audit::record(conn, now, &Entry::by(scope, "read-critical", "signal", id))
}
