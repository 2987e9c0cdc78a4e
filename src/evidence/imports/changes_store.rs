//! What is asked of the database about what an import touched, and what was built on it since.

use std::collections::HashSet;

use diesel::prelude::*;

use super::model::{Change, Import, State};
use crate::ground::db::bulk::insert_all;
use crate::ground::db::schema::{forgotten_imports, import_changes, imports};
use crate::ground::{Conn, ImportId, Result};

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

/// Whether an import put other values in the place of scores, ratings or counts that another had written.
pub fn replaced(conn: &mut Conn, by: &ImportId, of: &ImportId) -> Result<bool> {
    let written_by = format!("%\"import_id\":\"{of}\"%");
    let found: i64 = import_changes::table
        .filter(import_changes::import_id.eq(by))
        .filter(import_changes::what.eq_any(["score", "rating", "critical", "attendance", "total"]))
        .filter(import_changes::before.like(written_by))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

/// Whether an import touched a pupil who is forgotten since.
pub fn is_forgotten(conn: &mut Conn, id: &ImportId) -> Result<bool> {
    let found: i64 = forgotten_imports::table.find(id).count().get_result(conn)?;
    Ok(found > 0)
}
