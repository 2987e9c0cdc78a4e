//! What is asked of the database about lists that wait to hear what their columns are.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::asked::Asked;
use crate::ground::db::schema::import_asked;
use crate::ground::{AskedId, Conn, Error, Result};

/// Lets one wait.
pub fn insert(conn: &mut Conn, asked: &Asked) -> Result<()> {
    diesel::insert_into(import_asked::table).values(asked).execute(conn)?;
    Ok(())
}

/// One that has waited since a moment at most.
pub fn by_id(conn: &mut Conn, id: &AskedId, since: NaiveDateTime) -> Result<Asked> {
    let found = import_asked::table.find(id).filter(import_asked::created_at.ge(since));
    found.select(Asked::as_select()).first(conn).optional()?.ok_or(Error::NotFound("list"))
}

/// The next file that is asked about, and what was said so far.
pub fn go_on(conn: &mut Conn, asked: &Asked) -> Result<()> {
    diesel::update(import_asked::table.find(&asked.id))
        .set((import_asked::file_name.eq(&asked.file_name), import_asked::offer.eq(&asked.offer)))
        .execute(conn)?;
    Ok(())
}

/// Forgets one.
pub fn delete(conn: &mut Conn, id: &AskedId) -> Result<()> {
    diesel::delete(import_asked::table.find(id)).execute(conn)?;
    Ok(())
}

/// Forgets those from before a moment.
pub fn forget_before(conn: &mut Conn, before: NaiveDateTime) -> Result<()> {
    diesel::delete(import_asked::table.filter(import_asked::created_at.lt(before))).execute(conn)?;
    Ok(())
}
