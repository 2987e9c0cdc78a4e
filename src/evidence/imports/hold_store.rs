//! Which import holds a school: one at a time, and a hold without a sign of life does not last.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use crate::ground::db::schema::schools;
use crate::ground::{Conn, ImportId, Result, SchoolId};

/// How long a hold on a school is believed without a sign of life.
const HOLD: Duration = Duration::seconds(15);

/// Takes the school for an import, if no other holds it; the guarded update lets one win.
pub fn take_hold(conn: &mut Conn, school: &SchoolId, import: &ImportId, now: NaiveDateTime) -> Result<bool> {
    let free = schools::importing.is_null().or(schools::importing_until.lt(now));
    let taken = diesel::update(schools::table.find(school))
        .filter(free)
        .set((schools::importing.eq(Some(import.0.clone())), schools::importing_until.eq(Some(now + HOLD))))
        .execute(conn)?;
    Ok(taken == 1)
}

/// Gives a sign of life; false when another import has taken the school meanwhile.
pub fn keep_hold(conn: &mut Conn, school: &SchoolId, import: &ImportId, now: NaiveDateTime) -> Result<bool> {
    let kept = diesel::update(schools::table.find(school))
        .filter(schools::importing.eq(Some(import.0.clone())))
        .set(schools::importing_until.eq(Some(now + HOLD)))
        .execute(conn)?;
    Ok(kept == 1)
}

/// Lets the school go; false when this import did not hold it any more.
pub fn let_go(conn: &mut Conn, school: &SchoolId, import: &ImportId) -> Result<bool> {
    let gone = diesel::update(schools::table.find(school))
        .filter(schools::importing.eq(Some(import.0.clone())))
        .set((schools::importing.eq(None::<String>), schools::importing_until.eq(None::<NaiveDateTime>)))
        .execute(conn)?;
    Ok(gone == 1)
}
