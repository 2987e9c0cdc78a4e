//! All that is asked of the database about absence. A pupil's is read behind the pupil, who was found through the scope.

use std::collections::HashSet;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::Attendance;
use crate::ground::db::bulk::insert_all;
use crate::ground::db::schema::{attendance, pupils};
use crate::ground::{Conn, ImportId, Result, SchoolId};
use crate::school::Pupil;

/// How many values one `IN (…)` holds: both databases bind more.
const IN_LIST: usize = 1000;

/// What was counted of a pupil, newest first.
///
/// # Errors
/// When the database refuses.
pub fn of_pupil(conn: &mut Conn, pupil: &Pupil) -> Result<Vec<Attendance>> {
    of_key(conn, pupil.key)
}

/// The same by the pupil's number within the database.
pub(in crate::evidence) fn of_key(conn: &mut Conn, key: i64) -> Result<Vec<Attendance>> {
    Ok(attendance::table
        .filter(attendance::pupil_key.eq(key))
        .order(attendance::starts_on.desc())
        .select(Attendance::as_select())
        .load(conn)?)
}

/// All that was counted at a school.
pub(in crate::evidence) fn of_school(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Attendance>> {
    Ok(attendance::table
        .inner_join(pupils::table.on(pupils::key.eq(attendance::pupil_key)))
        .filter(pupils::school_id.eq(school))
        .select(Attendance::as_select())
        .load(conn)?)
}

/// What an import wrote last.
pub(in crate::evidence) fn of_import(conn: &mut Conn, import: &ImportId) -> Result<Vec<Attendance>> {
    Ok(attendance::table
        .filter(attendance::import_id.eq(import))
        .select(Attendance::as_select())
        .load(conn)?)
}

/// Which imports wrote something of these pupils last.
pub(in crate::evidence) fn imports_of_pupils(conn: &mut Conn, keys: &[i64]) -> Result<HashSet<ImportId>> {
    let mut found = HashSet::new();
    for some in keys.chunks(IN_LIST) {
        let of_them = attendance::table.filter(attendance::pupil_key.eq_any(some.to_vec()));
        let rows: Vec<ImportId> = of_them.select(attendance::import_id).distinct().load(conn)?;
        found.extend(rows);
    }
    Ok(found)
}

/// Adds what was counted.
pub(in crate::evidence) fn insert(conn: &mut Conn, rows: &[Attendance]) -> Result<()> {
    if !rows.is_empty() {
        insert_all!(conn, attendance::table, rows)?;
    }
    Ok(())
}

/// Takes periods away.
pub(in crate::evidence) fn delete(conn: &mut Conn, rows: &[Attendance]) -> Result<()> {
    rows.iter().try_for_each(|row| delete_at(conn, row.place()))
}

/// Takes the period of a pupil that begins on a day away.
pub(in crate::evidence) fn delete_at(conn: &mut Conn, place: (i64, NaiveDate)) -> Result<()> {
    diesel::delete(attendance::table.find(place)).execute(conn)?;
    Ok(())
}
