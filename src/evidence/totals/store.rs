//! All that is asked of the database about totals. They go out through `insight::totals` alone, which knows the reader.

use diesel::prelude::*;

use super::Total;
use crate::ground::db::schema::totals;
use crate::ground::{Conn, ImportId, Result, SchoolId};

/// All totals of a school and its groups, newest first.
///
/// # Errors
/// When the database refuses.
pub fn of_school(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Total>> {
    Ok(totals::table
        .filter(totals::school_id.eq(school))
        .order((totals::taken_on.desc(), totals::instrument, totals::scale, totals::id))
        .select(Total::as_select())
        .load(conn)?)
}

/// What an import wrote last.
pub(in crate::evidence) fn of_import(conn: &mut Conn, import: &ImportId) -> Result<Vec<Total>> {
    Ok(totals::table.filter(totals::import_id.eq(import)).select(Total::as_select()).load(conn)?)
}

/// Adds one.
pub(in crate::evidence) fn insert(conn: &mut Conn, total: &Total) -> Result<()> {
    diesel::insert_into(totals::table).values(total).execute(conn)?;
    Ok(())
}

/// Takes one away.
pub(in crate::evidence) fn delete(conn: &mut Conn, total: &Total) -> Result<()> {
    diesel::delete(totals::table.find(&total.id)).execute(conn)?;
    Ok(())
}
