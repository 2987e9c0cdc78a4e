//! What is asked of the database about the adults around a pupil. Callers hold the pupil by their scope.

use diesel::prelude::*;

use super::adults::Adult;
use crate::ground::db::schema::adults;
use crate::ground::{AdultId, Conn, Error, PupilId, Result};

/// The adults around a pupil who count, as they were written down.
///
/// # Errors
/// When the database refuses.
pub fn of_pupil(conn: &mut Conn, pupil: &PupilId) -> Result<Vec<Adult>> {
    Ok(adults::table
        .filter(adults::pupil_id.eq(pupil))
        .filter(adults::ended_at.is_null())
        .order((adults::created_at, adults::id))
        .select(Adult::as_select())
        .load(conn)?)
}

/// An adult around this pupil who counts.
///
/// # Errors
/// `NotFound`, also for an adult of another pupil.
pub fn adult(conn: &mut Conn, pupil: &PupilId, id: &AdultId) -> Result<Adult> {
    adults::table
        .filter(adults::pupil_id.eq(pupil))
        .filter(adults::ended_at.is_null())
        .filter(adults::id.eq(id))
        .select(Adult::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("adult"))
}

pub(super) fn insert(conn: &mut Conn, adult: &Adult) -> Result<()> {
    diesel::insert_into(adults::table).values(adult).execute(conn)?;
    Ok(())
}

pub(super) fn save(conn: &mut Conn, adult: &Adult) -> Result<()> {
    diesel::update(adults::table.find(&adult.id)).set(adult).execute(conn)?;
    Ok(())
}
