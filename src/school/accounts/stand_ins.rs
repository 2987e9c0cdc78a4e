//! Standing in for somebody who is away, from a day to a day: given by the administration, never to oneself. What follows
//! from it is a scope (`scope_store`): the stand-in sees what the other sees, and the log says for whom.

use chrono::{Days, Duration, NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::keep::{may_keep, not_oneself};
use super::{stand_in_store, store};
use crate::ground::audit::{self, Entry};
use crate::ground::db::schema::stand_ins;
use crate::ground::{AccountId, Conn, Error, Message, Result, SchoolId, Scope, ids};

pub use super::stand_in_store::{for_today, of_school};

/// The longest time somebody stands in without being given it again.
const LONGEST: Duration = Duration::days(366);

/// Somebody who stands in for another.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = stand_ins)]
pub struct StandsIn {
    /// Its id.
    pub id: String,
    /// At which school.
    pub school_id: SchoolId,
    /// Who is away.
    pub account_id: AccountId,
    /// Who stands in.
    pub stand_in_id: AccountId,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// Who gave it.
    pub by_account: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Who is away.
    pub away: AccountId,
    /// Who stands in.
    pub stand_in: AccountId,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

/// Lets somebody stand in for another at a school.
///
/// # Errors
/// `NotFound` for who does not keep the school, `Refused` for oneself as stand-in, for one person twice, for who does not
/// work there, and for days that are missing or cannot be; `Conflict` where it holds in those days already.
pub fn give(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    asked: &Asked,
) -> Result<()> {
    may_keep(scope, school)?;
    let refused = |key| Error::Refused(Message::new(key));
    let (from, until) = asked.from.zip(asked.until).ok_or_else(|| refused("stand-in-no-days"))?;
    if until < from || until < scope.today {
        return Err(refused("stand-in-days"));
    }
    if until - from > LONGEST {
        return Err(refused("stand-in-long"));
    }
    if asked.away == asked.stand_in {
        return Err(refused("stand-in-same"));
    }
    not_oneself(scope, &asked.stand_in)?;
    for account in [&asked.away, &asked.stand_in] {
        if store::roles_at(conn, account, school)?.is_empty() || !store::works(conn, account)? {
            return Err(refused("stand-in-not-here"));
        }
    }
    let overlaps = |one: &StandsIn| {
        (&one.account_id, &one.stand_in_id) == (&asked.away, &asked.stand_in)
            && one.starts_on <= until
            && one.ends_on >= from
    };
    if of_school(conn, school, scope.today)?.iter().any(overlaps) {
        return Err(Error::Conflict(Message::new("stand-in-known")));
    }
    let given = StandsIn {
        id: ids::fresh(),
        school_id: school.clone(),
        account_id: asked.away.clone(),
        stand_in_id: asked.stand_in.clone(),
        starts_on: from,
        ends_on: until,
        by_account: scope.account.clone(),
        created_at: now,
    };
    stand_in_store::insert(conn, &given)?;
    audit::record(conn, now, &line(scope, "give-stand-in", &given))
}

/// Ends it: today it does not hold any more.
///
/// # Errors
/// `NotFound` for who does not keep the school, and for what is not there or has ended.
pub fn end(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, school: &SchoolId, id: &str) -> Result<()> {
    may_keep(scope, school)?;
    let mut held = of_school(conn, school, scope.today)?
        .into_iter()
        .find(|one| one.id == id)
        .ok_or(Error::NotFound("stand-in"))?;
    held.ends_on = scope.today.checked_sub_days(Days::new(1)).unwrap_or(scope.today);
    stand_in_store::set_end(conn, &held.id, held.ends_on)?;
    audit::record(conn, now, &line(scope, "end-stand-in", &held))
}

/// The line for the log: about who stands in, with the other in ids.
fn line(scope: &Scope, action: &'static str, one: &StandsIn) -> Entry {
    Entry::by(scope, action, "account", &one.stand_in_id).detail(format!(
        "of={} school={} from={} until={}",
        one.account_id, one.school_id, one.starts_on, one.ends_on
    ))
}
