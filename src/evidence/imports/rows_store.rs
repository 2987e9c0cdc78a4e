//! What is asked of the database about the rows of an import that are set aside.

use diesel::prelude::*;

use super::staged::StagedRow;
use crate::ground::db::bulk::insert_all;
use crate::ground::db::schema::import_rows;
use crate::ground::{Conn, ImportId, Result};

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
        .order((import_rows::row_no, import_rows::seq))
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
