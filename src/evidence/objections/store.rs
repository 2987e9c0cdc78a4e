//! All that is asked of the database about objections. Callers hold the pupil by their scope.

use std::collections::HashSet;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Objection;
use crate::ground::db::schema::{objections, pupils, series};
use crate::ground::{Conn, Error, PupilId, Result};

pub(super) fn insert(conn: &mut Conn, objection: &Objection) -> Result<()> {
    diesel::insert_into(objections::table).values(objection).execute(conn)?;
    Ok(())
}

/// The objections that hold for a pupil.
///
/// # Errors
/// When the database refuses.
pub fn of_pupil(conn: &mut Conn, pupil: &PupilId) -> Result<Vec<Objection>> {
    of_pupils(conn, std::slice::from_ref(pupil))
}

/// All objections for a pupil, also those that were taken back.
///
/// # Errors
/// When the database refuses.
pub fn ever_of_pupil(conn: &mut Conn, pupil: &PupilId) -> Result<Vec<Objection>> {
    Ok(objections::table
        .filter(objections::pupil_id.eq(pupil))
        .order((objections::instrument, objections::id))
        .select(Objection::as_select())
        .load(conn)?)
}

/// The objections that hold for these pupils, by list.
///
/// # Errors
/// When the database refuses.
pub fn of_pupils(conn: &mut Conn, ids: &[PupilId]) -> Result<Vec<Objection>> {
    Ok(objections::table
        .filter(objections::pupil_id.eq_any(ids))
        .filter(objections::ended_at.is_null())
        .order((objections::instrument, objections::id))
        .select(Objection::as_select())
        .load(conn)?)
}

/// The scores that nothing is computed from, as keys of pupil and series.
///
/// # Errors
/// When the database refuses.
pub fn left_out(conn: &mut Conn) -> Result<HashSet<(i64, i32)>> {
    let pairs: Vec<(i64, i32)> = objections::table
        .inner_join(pupils::table)
        .inner_join(series::table.on(series::instrument.eq(objections::instrument)))
        .filter(objections::ended_at.is_null())
        .select((pupils::key, series::key))
        .load(conn)?;
    Ok(pairs.into_iter().collect())
}

/// The pupils, by key, who are not taken along on a list.
///
/// # Errors
/// When the database refuses.
pub fn left_out_of(conn: &mut Conn, instrument: &str) -> Result<HashSet<i64>> {
    let keys: Vec<i64> = objections::table
        .inner_join(pupils::table)
        .filter(objections::instrument.eq(instrument))
        .filter(objections::ended_at.is_null())
        .select(pupils::key)
        .load(conn)?;
    Ok(keys.into_iter().collect())
}

/// Ends an objection of this pupil; gives its list.
///
/// # Errors
/// `NotFound` for another pupil's, or one that has ended.
pub fn end(conn: &mut Conn, pupil: &PupilId, id: &str, now: NaiveDateTime) -> Result<String> {
    let own = of_pupil(conn, pupil)?.into_iter().find(|one| one.id == id);
    let own = own.ok_or(Error::NotFound("objection"))?;
    diesel::update(objections::table.find(id)).set(objections::ended_at.eq(now)).execute(conn)?;
    Ok(own.instrument)
}
