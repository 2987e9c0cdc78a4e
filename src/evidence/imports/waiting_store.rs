//! What is asked of the database about files that wait behind an import.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::model::Waiting;
use crate::ground::db::schema::{import_waiting, imports};
use crate::ground::{Conn, ImportId, Result};

/// Lets files wait, in their order.
pub fn insert(conn: &mut Conn, files: &[Waiting]) -> Result<()> {
    for (file, seq) in files.iter().zip(0..) {
        let file = Waiting { seq, ..file.clone() };
        diesel::insert_into(import_waiting::table).values(&file).execute(conn)?;
    }
    Ok(())
}

/// The files behind an import, without their content.
pub fn behind(conn: &mut Conn, id: &ImportId) -> Result<Vec<Waiting>> {
    let columns = (
        import_waiting::import_id,
        import_waiting::seq,
        import_waiting::file_name,
        import_waiting::kind,
        import_waiting::good,
        import_waiting::refused,
        import_waiting::forecast,
        diesel::dsl::sql::<diesel::sql_types::Text>("''"),
    );
    let rows = import_waiting::table.filter(import_waiting::import_id.eq(id)).order(import_waiting::seq);
    Ok(rows.select(columns).load(conn)?)
}

/// The first one, with its content.
pub fn first(conn: &mut Conn, id: &ImportId) -> Result<Option<Waiting>> {
    let rows = import_waiting::table.filter(import_waiting::import_id.eq(id)).order(import_waiting::seq);
    Ok(rows.select(Waiting::as_select()).first(conn).optional()?)
}

/// Takes one out.
pub fn take(conn: &mut Conn, file: &Waiting) -> Result<()> {
    diesel::delete(import_waiting::table.find((&file.import_id, file.seq))).execute(conn)?;
    Ok(())
}

/// Lets what waits behind one import wait behind another.
pub fn follow(conn: &mut Conn, from: &ImportId, to: &ImportId) -> Result<()> {
    diesel::update(import_waiting::table.filter(import_waiting::import_id.eq(from)))
        .set(import_waiting::import_id.eq(to))
        .execute(conn)?;
    Ok(())
}

/// Forgets what waits behind imports from before a moment: nobody comes back to it.
pub fn forget_before(conn: &mut Conn, before: NaiveDateTime) -> Result<()> {
    let old = imports::table.filter(imports::created_at.lt(before)).select(imports::id);
    diesel::delete(import_waiting::table.filter(import_waiting::import_id.eq_any(old))).execute(conn)?;
    Ok(())
}
