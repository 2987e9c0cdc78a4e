//! What is asked of the database about imports themselves. The rows set aside stand in `rows_store`, what an import
//! touched in `changes_store`, which import holds a school in `hold_store`.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::model::{Import, State};
use crate::ground::db::schema::{import_rows, imports, schools};
use crate::ground::{Conn, Error, ImportId, Result, SchoolId};

/// One import.
pub fn import(conn: &mut Conn, id: &ImportId) -> Result<Import> {
    imports::table
        .find(id)
        .select(Import::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("import"))
}

/// The imports of a school, newest first.
pub fn of_school(conn: &mut Conn, school: &SchoolId, limit: i64) -> Result<Vec<Import>> {
    Ok(imports::table
        .filter(imports::school_id.eq(school))
        .order((imports::created_at.desc(), imports::id.desc()))
        .limit(limit)
        .select(Import::as_select())
        .load(conn)?)
}

/// Writes a new import down.
pub fn insert(conn: &mut Conn, import: &Import) -> Result<()> {
    diesel::insert_into(imports::table).values(import).execute(conn)?;
    Ok(())
}

/// Forgets an import that never became visible, with its rows.
pub fn forget(conn: &mut Conn, id: &ImportId) -> Result<()> {
    diesel::delete(import_rows::table.filter(import_rows::import_id.eq(id))).execute(conn)?;
    super::scores::forget(conn, id)?;
    diesel::delete(imports::table.find(id)).execute(conn)?;
    Ok(())
}

/// Moves an import from one state to the next; false when it was not in that state.
pub fn advance(conn: &mut Conn, id: &ImportId, from: State, to: State, now: NaiveDateTime) -> Result<bool> {
    let moved = diesel::update(imports::table.find(id))
        .filter(imports::state.eq(from))
        .set(imports::state.eq(to))
        .execute(conn)?;
    if moved == 1 {
        let row = imports::table.find(id);
        match to {
            State::Stored | State::Left => {
                diesel::update(row).set(imports::decided_at.eq(now)).execute(conn)?;
            }
            State::Undone => {
                diesel::update(row).set(imports::undone_at.eq(now)).execute(conn)?;
            }
            State::Staging | State::Previewed | State::Broken => {}
        }
    }
    Ok(moved == 1)
}

/// Writes the outcome of staging down.
pub fn set_outcome(conn: &mut Conn, id: &ImportId, summary: &str, brake: Option<&str>) -> Result<()> {
    diesel::update(imports::table.find(id))
        .set((imports::summary.eq(summary), imports::brake.eq(brake)))
        .execute(conn)?;
    Ok(())
}

/// Imports that stayed in the middle: staging, while their school is held by another or by nobody any more.
pub fn stranded(conn: &mut Conn, now: NaiveDateTime) -> Result<Vec<ImportId>> {
    Ok(imports::table
        .inner_join(schools::table)
        .filter(imports::state.eq(State::Staging))
        .filter(
            schools::importing
                .is_null()
                .or(schools::importing.ne(imports::id.nullable()))
                .or(schools::importing_until.lt(now)),
        )
        .select(imports::id)
        .load(conn)?)
}

/// Previews that nobody decided on since before a moment.
pub fn forgotten(conn: &mut Conn, before: NaiveDateTime) -> Result<Vec<ImportId>> {
    Ok(imports::table
        .filter(imports::state.eq(State::Previewed))
        .filter(imports::created_at.lt(before))
        .select(imports::id)
        .load(conn)?)
}

/// Keeps the header of the file, for handing rows back.
pub fn set_header(conn: &mut Conn, id: &ImportId, header: &str) -> Result<()> {
    diesel::update(imports::table.find(id)).set(imports::header.eq(header)).execute(conn)?;
    Ok(())
}
