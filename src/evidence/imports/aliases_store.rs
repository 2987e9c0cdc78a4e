//! What is asked of and written to the other names under which lists bring what a school knows: the number of a pupil
//! who was merged with another, the name of a group that is one with another.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::ground::db::schema::aliases;
use crate::ground::{Conn, Result, SchoolId};

/// What an alias names: a pupil, by number.
pub const PUPIL: &str = "pupil";

/// What an alias names: a group, by name.
pub const GROUP: &str = "group";

/// The aliases of a school for pupils or groups: the name in lists, and the name it stands for.
pub fn of(conn: &mut Conn, school: &SchoolId, what: &str) -> Result<HashMap<String, String>> {
    let rows: Vec<(String, String)> = aliases::table
        .filter(aliases::school_id.eq(school))
        .filter(aliases::what.eq(what))
        .select((aliases::name, aliases::stands_for))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Adds an alias, or lets one stand for something else.
pub fn put(conn: &mut Conn, school: &SchoolId, what: &str, name: &str, stands_for: &str) -> Result<()> {
    drop(conn, school, what, name)?;
    diesel::insert_into(aliases::table)
        .values((
            aliases::school_id.eq(school),
            aliases::what.eq(what),
            aliases::name.eq(name),
            aliases::stands_for.eq(stands_for),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes an alias away.
pub fn drop(conn: &mut Conn, school: &SchoolId, what: &str, name: &str) -> Result<()> {
    diesel::delete(aliases::table.find((school, what, name))).execute(conn)?;
    Ok(())
}
