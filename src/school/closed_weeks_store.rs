//! What is asked of the database about the days on which a school is closed.

use diesel::prelude::*;

use super::closed_weeks::ClosedWeek;
use crate::ground::db::schema::closed_weeks;
use crate::ground::{Conn, Error, Result, SchoolId};

/// All days on which a school is closed, by date.
///
/// # Errors
/// When the database refuses.
pub fn of_school(conn: &mut Conn, school: &SchoolId) -> Result<Vec<ClosedWeek>> {
    Ok(closed_weeks::table
        .filter(closed_weeks::school_id.eq(school))
        .order((closed_weeks::from_on, closed_weeks::id))
        .select(ClosedWeek::as_select())
        .load(conn)?)
}

/// All days on which any school is closed, by date.
pub(super) fn all(conn: &mut Conn) -> Result<Vec<ClosedWeek>> {
    Ok(closed_weeks::table.order(closed_weeks::from_on).select(ClosedWeek::as_select()).load(conn)?)
}

/// Writes days down on which a school is closed.
///
/// # Errors
/// When the database refuses.
pub fn add(conn: &mut Conn, week: &ClosedWeek) -> Result<()> {
    diesel::insert_into(closed_weeks::table).values(week).execute(conn)?;
    Ok(())
}

/// Takes such days of a school away.
///
/// # Errors
/// `NotFound` when they are not of that school.
pub fn remove(conn: &mut Conn, school: &SchoolId, id: &str) -> Result<()> {
    let of_school = closed_weeks::table.find(id).filter(closed_weeks::school_id.eq(school));
    if diesel::delete(of_school).execute(conn)? == 0 {
        return Err(Error::NotFound("closed weeks"));
    }
    Ok(())
}
