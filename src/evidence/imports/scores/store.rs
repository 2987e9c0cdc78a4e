//! What is asked of the database about scores that are set aside: blocks of lines, and first the lists they point to.

use diesel::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

use super::lines::{Line, Lists};
use crate::ground::db::schema::import_scores;
use crate::ground::{Conn, Error, ImportId, Result};

/// The place of the lists: before all blocks.
const LISTS: i32 = -1;

/// Sets the lists aside.
pub fn put_lists(conn: &mut Conn, id: &ImportId, lists: &Lists) -> Result<()> {
    put(conn, id, LISTS, lists)
}

/// The lists of an import.
pub fn lists(conn: &mut Conn, id: &ImportId) -> Result<Lists> {
    get(conn, id, LISTS)
}

/// Sets a block aside, in the place of an earlier one.
pub fn put_block(conn: &mut Conn, id: &ImportId, at: i32, lines: &[Line]) -> Result<()> {
    diesel::delete(import_scores::table.find((id, at))).execute(conn)?;
    put(conn, id, at, lines)
}

/// The lines of a block.
pub fn block(conn: &mut Conn, id: &ImportId, at: i32) -> Result<Vec<Line>> {
    get(conn, id, at)
}

/// The blocks that there are.
pub fn blocks(conn: &mut Conn, id: &ImportId) -> Result<Vec<i32>> {
    Ok(import_scores::table
        .filter(import_scores::import_id.eq(id))
        .filter(import_scores::seq.gt(LISTS))
        .order(import_scores::seq)
        .select(import_scores::seq)
        .load(conn)?)
}

/// Forgets what was set aside.
pub fn forget(conn: &mut Conn, id: &ImportId) -> Result<()> {
    diesel::delete(import_scores::table.filter(import_scores::import_id.eq(id))).execute(conn)?;
    Ok(())
}

fn put<T: Serialize + ?Sized>(conn: &mut Conn, id: &ImportId, at: i32, what: &T) -> Result<()> {
    let bytes = postcard::to_allocvec(what).map_err(Error::internal)?;
    diesel::insert_into(import_scores::table)
        .values((
            import_scores::import_id.eq(id),
            import_scores::seq.eq(at),
            import_scores::content.eq(bytes),
        ))
        .execute(conn)?;
    Ok(())
}

fn get<T: DeserializeOwned>(conn: &mut Conn, id: &ImportId, at: i32) -> Result<T> {
    let bytes: Vec<u8> = import_scores::table.find((id, at)).select(import_scores::content).first(conn)?;
    postcard::from_bytes(&bytes).map_err(Error::internal)
}
