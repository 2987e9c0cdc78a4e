//! All that is asked of the database about imports: the import itself, the rows set aside, what it touched,
//! and which import holds a school.

use std::collections::HashSet;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::model::{Change, Import, StagedRow, State};
use crate::ground::db::bulk::insert_all;
use crate::ground::db::schema::{import_changes, import_rows, imports, schools};
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

/// Sets rows aside.
pub fn insert_rows(conn: &mut Conn, rows: &[StagedRow]) -> Result<()> {
    if !rows.is_empty() {
        insert_all!(conn, import_rows::table, rows)?;
    }
    Ok(())
}

/// The rows set aside in these states, in the order of the file.
pub fn rows(conn: &mut Conn, id: &ImportId, statuses: &[&str]) -> Result<Vec<StagedRow>> {
    Ok(import_rows::table
        .filter(import_rows::import_id.eq(id))
        .filter(import_rows::status.eq_any(statuses.to_vec()))
        .order(import_rows::row_no)
        .select(StagedRow::as_select())
        .load(conn)?)
}

/// Forgets the rows set aside; `keep_refused`: but those that are still to be handed back.
pub fn delete_rows(conn: &mut Conn, id: &ImportId, keep_refused: bool) -> Result<()> {
    let rows = import_rows::table.filter(import_rows::import_id.eq(id));
    if keep_refused {
        diesel::delete(rows.filter(import_rows::status.ne("refused"))).execute(conn)?;
    } else {
        diesel::delete(rows).execute(conn)?;
    }
    Ok(())
}

/// Writes down what an import touched.
pub fn insert_changes(conn: &mut Conn, changes: &[Change]) -> Result<()> {
    if !changes.is_empty() {
        insert_all!(conn, import_changes::table, changes)?;
    }
    Ok(())
}

/// What an import touched, last first.
pub fn changes(conn: &mut Conn, id: &ImportId) -> Result<Vec<Change>> {
    Ok(import_changes::table
        .filter(import_changes::import_id.eq(id))
        .order(import_changes::seq.desc())
        .select(Change::as_select())
        .load(conn)?)
}

/// Imports of a school that were stored after another and stand.
pub fn stored_after(conn: &mut Conn, import: &Import) -> Result<Vec<Import>> {
    Ok(imports::table
        .filter(imports::school_id.eq(&import.school_id))
        .filter(imports::state.eq(State::Stored))
        .filter(
            imports::decided_at
                .gt(import.decided_at)
                .or(imports::decided_at.eq(import.decided_at).and(imports::id.gt(&import.id))),
        )
        .order(imports::decided_at)
        .select(Import::as_select())
        .load(conn)?)
}

/// What an import touched, as (what, subject).
pub fn touched(conn: &mut Conn, id: &ImportId) -> Result<HashSet<(String, String)>> {
    let rows: Vec<(String, String)> = import_changes::table
        .filter(import_changes::import_id.eq(id))
        .select((import_changes::what, import_changes::subject))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Whether an import put other values in the place of scores that another had written.
pub fn replaced_scores(conn: &mut Conn, by: &ImportId, of: &ImportId) -> Result<bool> {
    let written_by = format!("%\"import_id\":\"{of}\"%");
    let found: i64 = import_changes::table
        .filter(import_changes::import_id.eq(by))
        .filter(import_changes::what.eq("score"))
        .filter(import_changes::before.like(written_by))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

/// Keeps the header of the file, for handing rows back.
pub fn set_header(conn: &mut Conn, id: &ImportId, header: &str) -> Result<()> {
    diesel::update(imports::table.find(id)).set(imports::header.eq(header)).execute(conn)?;
    Ok(())
}
