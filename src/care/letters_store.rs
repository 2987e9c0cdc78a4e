//! What is asked of the database about letters that were taken along. Callers hold the pupil by their scope.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::letters::Letter;
use crate::ground::db::schema::letters;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, LetterId, PupilId, Result, Scope};

/// A letter of this pupil.
///
/// # Errors
/// `NotFound`, also for a letter of another pupil.
pub fn letter(conn: &mut Conn, pupil: &PupilId, id: &LetterId) -> Result<Letter> {
    letters::table
        .filter(letters::pupil_id.eq(pupil))
        .filter(letters::id.eq(id))
        .select(Letter::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("letter"))
}

/// The letters of the schools this person coordinates that nobody wrote the end of, by the day to ask.
///
/// # Errors
/// When the database refuses.
pub fn of_schools(conn: &mut Conn, scope: &Scope) -> Result<Vec<Letter>> {
    Ok(letters::table
        .filter(letters::school_id.eq_any(scope.schools_as(Role::Coordinator)))
        .filter(letters::closed_at.is_null())
        .order((letters::follow_on, letters::id))
        .select(Letter::as_select())
        .load(conn)?)
}

/// The letters whose day has come, of which nobody was reminded yet: for work that nobody asks for.
pub(super) fn due(conn: &mut Conn, today: NaiveDate) -> Result<Vec<Letter>> {
    Ok(letters::table
        .filter(letters::closed_at.is_null())
        .filter(letters::reminded_at.is_null())
        .filter(letters::follow_on.le(today))
        .select(Letter::as_select())
        .load(conn)?)
}

pub(super) fn insert(conn: &mut Conn, letter: &Letter) -> Result<()> {
    diesel::insert_into(letters::table).values(letter).execute(conn)?;
    Ok(())
}

pub(super) fn save(conn: &mut Conn, letter: &Letter) -> Result<()> {
    diesel::update(letters::table.find(&letter.id)).set(letter).execute(conn)?;
    Ok(())
}
