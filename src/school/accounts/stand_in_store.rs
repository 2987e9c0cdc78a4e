//! What is asked of the database about who stands in for whom. Who may give it: `stand_ins`.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::stand_ins::StandsIn;
use crate::ground::db::schema::{accounts, stand_ins};
use crate::ground::{AccountId, Conn, Result, SchoolId};

/// Who stands in for whom at a school, today and later, by first day.
///
/// # Errors
/// When the database refuses.
pub fn of_school(conn: &mut Conn, school: &SchoolId, today: NaiveDate) -> Result<Vec<StandsIn>> {
    Ok(stand_ins::table
        .filter(stand_ins::school_id.eq(school))
        .filter(stand_ins::ends_on.ge(today))
        .order((stand_ins::starts_on, stand_ins::id))
        .select(StandsIn::as_select())
        .load(conn)?)
}

/// The working accounts that stand in for one of these at a school today.
///
/// # Errors
/// When the database refuses.
pub fn for_today(
    conn: &mut Conn,
    school: &SchoolId,
    away: &[AccountId],
    today: NaiveDate,
) -> Result<Vec<AccountId>> {
    Ok(stand_ins::table
        .inner_join(accounts::table.on(accounts::id.eq(stand_ins::stand_in_id)))
        .filter(stand_ins::school_id.eq(school))
        .filter(stand_ins::account_id.eq_any(away))
        .filter(stand_ins::starts_on.le(today))
        .filter(stand_ins::ends_on.ge(today))
        .filter(accounts::disabled_at.is_null())
        .order(stand_ins::id)
        .select(accounts::id)
        .load(conn)?)
}

pub(super) fn insert(conn: &mut Conn, one: &StandsIn) -> Result<()> {
    diesel::insert_into(stand_ins::table).values(one).execute(conn)?;
    Ok(())
}

/// Writes the last day; before the first: it never held.
pub(super) fn set_end(conn: &mut Conn, id: &str, on: NaiveDate) -> Result<()> {
    diesel::update(stand_ins::table.find(id)).set(stand_ins::ends_on.eq(on)).execute(conn)?;
    Ok(())
}
