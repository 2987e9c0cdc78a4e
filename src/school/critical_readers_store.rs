//! What is asked of the database about who reads critical answers.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::critical_readers::Agreement;
use crate::ground::db::schema::critical_agreements;
use crate::ground::{Conn, Result, SchoolId};

/// The agreement that holds at a school.
pub(super) fn of_school(conn: &mut Conn, school: &SchoolId) -> Result<Option<Agreement>> {
    Ok(critical_agreements::table
        .filter(critical_agreements::school_id.eq(school))
        .filter(critical_agreements::ended_at.is_null())
        .select(Agreement::as_select())
        .first(conn)
        .optional()?)
}

pub(super) fn end(conn: &mut Conn, school: &SchoolId, now: NaiveDateTime) -> Result<()> {
    let open = critical_agreements::table
        .filter(critical_agreements::school_id.eq(school))
        .filter(critical_agreements::ended_at.is_null());
    diesel::update(open).set(critical_agreements::ended_at.eq(now)).execute(conn)?;
    Ok(())
}

pub(super) fn insert(conn: &mut Conn, agreement: &Agreement) -> Result<()> {
    diesel::insert_into(critical_agreements::table).values(agreement).execute(conn)?;
    Ok(())
}
