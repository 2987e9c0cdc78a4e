//! What a change of year writes to ties and groups, beside what imports do.

use diesel::prelude::*;

use crate::ground::db::schema::{groups, relations};
use crate::ground::{Conn, Result};
use crate::school::Group;
use crate::school::model::Relation;

/// Writes a tie whole, in the place of what stood under its id.
pub fn put_tie(conn: &mut Conn, tie: &Relation) -> Result<()> {
    diesel::delete(relations::table.find(&tie.id)).execute(conn)?;
    diesel::insert_into(relations::table).values(tie).execute(conn)?;
    Ok(())
}

/// Adds a group again.
pub fn put_group(conn: &mut Conn, group: &Group) -> Result<()> {
    diesel::insert_into(groups::table).values(group).execute(conn)?;
    Ok(())
}
