//! All that is asked of the database about critical answers.

use diesel::prelude::*;

use super::CriticalAnswer;
use crate::ground::db::schema::{critical_answers, objections, pupils};
use crate::ground::{Conn, ImportId, PupilId, Result, SchoolId};

/// The critical answers of a school, oldest first, each with its pupil; those on lists to which parents object are left
/// out.
///
/// # Errors
/// When the database refuses.
pub fn of_school(conn: &mut Conn, school: &SchoolId) -> Result<Vec<(PupilId, CriticalAnswer)>> {
    let objected = objections::table
        .filter(objections::pupil_id.eq(pupils::id))
        .filter(objections::instrument.eq(critical_answers::instrument))
        .filter(objections::ended_at.is_null());
    Ok(critical_answers::table
        .inner_join(pupils::table.on(pupils::key.eq(critical_answers::pupil_key)))
        .filter(pupils::school_id.eq(school))
        .filter(diesel::dsl::not(diesel::dsl::exists(objected)))
        .order((critical_answers::taken_on, critical_answers::pupil_key, critical_answers::item))
        .select((pupils::id, CriticalAnswer::as_select()))
        .load(conn)?)
}

/// All that are stored at a school.
pub fn stored(conn: &mut Conn, school: &SchoolId) -> Result<Vec<CriticalAnswer>> {
    Ok(critical_answers::table
        .inner_join(pupils::table.on(pupils::key.eq(critical_answers::pupil_key)))
        .filter(pupils::school_id.eq(school))
        .select(CriticalAnswer::as_select())
        .load(conn)?)
}

/// Those that an import wrote.
pub fn of_import(conn: &mut Conn, import: &ImportId) -> Result<Vec<CriticalAnswer>> {
    Ok(critical_answers::table
        .filter(critical_answers::import_id.eq(import))
        .select(CriticalAnswer::as_select())
        .load(conn)?)
}

/// Adds one.
pub fn insert(conn: &mut Conn, answer: &CriticalAnswer) -> Result<()> {
    diesel::insert_into(critical_answers::table).values(answer).execute(conn)?;
    Ok(())
}

/// Takes one away.
pub fn delete(conn: &mut Conn, answer: &CriticalAnswer) -> Result<()> {
    let (pupil, instrument, informant, item, day) = answer.place();
    diesel::delete(critical_answers::table.find((pupil, instrument, informant, item, day))).execute(conn)?;
    Ok(())
}

/// Takes all of a pupil on a list away; gives how many.
pub fn delete_of_pupil(conn: &mut Conn, pupil: i64, instrument: &str) -> Result<usize> {
    let own = critical_answers::table
        .filter(critical_answers::pupil_key.eq(pupil))
        .filter(critical_answers::instrument.eq(instrument));
    Ok(diesel::delete(own).execute(conn)?)
}
