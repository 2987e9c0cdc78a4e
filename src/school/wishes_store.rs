//! What is asked of the database about pupils' wishes. Callers hold the pupil by their scope.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::wishes::Wish;
use crate::ground::db::schema::pupil_wishes;
use crate::ground::{AccountId, Conn, PupilId, Result};

/// The wish of a pupil that stands, if any.
///
/// # Errors
/// When the database refuses.
pub fn open(conn: &mut Conn, pupil: &PupilId) -> Result<Option<Wish>> {
    Ok(pupil_wishes::table
        .filter(pupil_wishes::pupil_id.eq(pupil))
        .filter(pupil_wishes::ended_at.is_null())
        .order(pupil_wishes::created_at)
        .select(Wish::as_select())
        .first(conn)
        .optional()?)
}

pub(super) fn insert(conn: &mut Conn, wish: &Wish) -> Result<()> {
    diesel::insert_into(pupil_wishes::table).values(wish).execute(conn)?;
    Ok(())
}

pub(super) fn end(
    conn: &mut Conn,
    now: NaiveDateTime,
    wish: &Wish,
    by: &AccountId,
    reason: &str,
) -> Result<()> {
    // All that stand: two pupils made one may bring two.
    diesel::update(pupil_wishes::table.filter(pupil_wishes::pupil_id.eq(&wish.pupil_id)))
        .filter(pupil_wishes::ended_at.is_null())
        .set((
            pupil_wishes::ended_at.eq(now),
            pupil_wishes::ended_by.eq(by),
            pupil_wishes::end_reason.eq(reason),
        ))
        .execute(conn)?;
    Ok(())
}
