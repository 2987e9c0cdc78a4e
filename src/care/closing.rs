//! A school closes for some days, or opens after all: the terms that run move along, so that none ends while nobody is
//! there. The days themselves: `school::closed_weeks`.

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::referrals::due as referrals;
use crate::ground::audit::{self, Entry};
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, Error, Message, Result, SchoolId, Scope, ids};
use crate::school::accounts::keep::may_keep;
use crate::school::closed_weeks::{self, ClosedWeek};
use crate::school::store as people;
use crate::signals::due as signals;

/// The longest time a school closes for in one go.
const LONGEST: Duration = Duration::weeks(10);

/// Days on which a school closes, as asked for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The first closed day.
    pub from: Option<NaiveDate>,
    /// The last closed day.
    pub to: Option<NaiveDate>,
    /// What it is called.
    pub name: String,
    /// Whom a partner calls then.
    pub call_whom: String,
    /// Under which number.
    pub call_phone: String,
}

/// Closes a school for some days.
///
/// # Errors
/// `NotFound` for who does not keep the school, `Refused` for what is missing or cannot be.
pub fn close(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    asked: &Asked,
) -> Result<()> {
    may_keep(scope, school)?;
    let refused = |key| Error::Refused(Message::new(key));
    let (from, to) = asked.from.zip(asked.to).ok_or_else(|| refused("closing-no-days"))?;
    if to < from {
        return Err(refused("closing-days"));
    }
    if to < scope.today {
        return Err(refused("closing-past"));
    }
    if to - from > LONGEST {
        return Err(refused("closing-long"));
    }
    let text = |text: &str| text.trim().to_owned();
    let (name, whom, phone) = (text(&asked.name), text(&asked.call_whom), text(&asked.call_phone));
    if name.is_empty() {
        return Err(refused("closing-no-name"));
    }
    if whom.is_empty() || phone.is_empty() {
        return Err(refused("closing-no-call"));
    }
    let week = ClosedWeek {
        id: ids::fresh(),
        school_id: school.clone(),
        from_on: from,
        to_on: to,
        name,
        call_whom: whom,
        call_phone: phone,
        by_account: scope.account.clone(),
        created_at: now,
    };
    let entry = Entry::by(scope, "close-school", "school", school).at(scope, school);
    changed(conn, scope, now, school, entry.detail(format!("from={from} to={to}")), |conn| {
        closed_weeks::add(conn, &week)
    })
}

/// Takes days on which a school would be closed away.
///
/// # Errors
/// `NotFound` for who does not keep the school, and for days of another one.
pub fn open_again(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    id: &str,
) -> Result<()> {
    may_keep(scope, school)?;
    let entry = Entry::by(scope, "open-school", "school", school).at(scope, school).detail(id);
    changed(conn, scope, now, school, entry, |conn| closed_weeks::remove(conn, school, id))
}

/// Changes the calendar of a school and moves what runs; what waited for the first school day waits no longer than needed.
fn changed(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    entry: Entry,
    change: impl FnOnce(&mut Conn) -> Result<()>,
) -> Result<()> {
    let (today, known) = (scope.today, people::school(conn, school)?);
    let before = closed_weeks::calendar(conn, &known)?;
    change(conn)?;
    let after = closed_weeks::calendar(conn, &known)?;
    let moved = signals::move_terms(conn, school, (&before, &after), today)?
        + referrals::move_terms(conn, school, (&before, &after), today)?;
    if before.rests(today) && !after.rests(today) {
        outbox::enqueue(conn, now, &Task::RaiseSignals { school: school.clone() })?;
    }
    let detail = format!("{} moved={moved}", entry.detail);
    audit::record(conn, now, &entry.detail(detail))
}
