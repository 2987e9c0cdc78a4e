//! What is asked of the database about the profiles of schools.

use diesel::prelude::*;

use super::own_profiles::Own;
use crate::ground::db::schema::profiles;
use crate::ground::{Conn, Error, ProfileId, Result, SchoolId};

/// The profiles of a school, by name.
pub fn of_school(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Own>> {
    let own = profiles::table.filter(profiles::school_id.eq(school)).order(profiles::name);
    Ok(own.select(Own::as_select()).load(conn)?)
}

/// One of them.
pub fn by_id(conn: &mut Conn, id: &ProfileId) -> Result<Own> {
    let found = profiles::table.find(id).select(Own::as_select()).first(conn).optional()?;
    found.ok_or(Error::NotFound("profile"))
}

/// The one of this name, which stands without case.
pub fn named(conn: &mut Conn, school: &SchoolId, name: &str) -> Result<Option<Own>> {
    let own = profiles::table.filter(profiles::school_id.eq(school)).filter(profiles::name.eq(name));
    Ok(own.select(Own::as_select()).first(conn).optional()?)
}

/// Adds one.
pub fn insert(conn: &mut Conn, own: &Own) -> Result<()> {
    diesel::insert_into(profiles::table).values(own).execute(conn)?;
    Ok(())
}

/// Writes one anew under its id: another text, perhaps another name.
pub fn rewrite(conn: &mut Conn, own: &Own) -> Result<()> {
    diesel::update(profiles::table.find(&own.id))
        .set((
            profiles::name.eq(&own.name),
            profiles::body.eq(&own.body),
            profiles::account_id.eq(&own.account_id),
            profiles::saved_at.eq(own.saved_at),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes one away.
pub fn delete(conn: &mut Conn, id: &ProfileId) -> Result<()> {
    diesel::delete(profiles::table.find(id)).execute(conn)?;
    Ok(())
}
