//! What imports ask of and write to pupils and their memberships (groups: `groups_store`): whole schools at a time,
//! without a scope, because an import is about all pupils of its school.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DatabaseError};

use super::groups_store::group_is_empty;
use super::model::PupilRow;
use crate::evidence::results::origins_store as origins;
use crate::ground::db::bulk::insert_all;
use crate::ground::db::schema::{groups, memberships, pupils, relations};
use crate::ground::{Conn, Error, GroupId, Message, Result, SchoolId};
use crate::school::model::Membership;

/// All pupils of a school.
pub fn pupils(conn: &mut Conn, school: &SchoolId) -> Result<Vec<PupilRow>> {
    Ok(pupils::table.filter(pupils::school_id.eq(school)).select(PupilRow::as_select()).load(conn)?)
}

/// All memberships of a school's pupils, past ones too.
pub fn memberships(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Membership>> {
    Ok(memberships::table
        .inner_join(groups::table)
        .filter(groups::school_id.eq(school))
        .order(memberships::starts_on)
        .select(Membership::as_select())
        .load(conn)?)
}

/// Adds pupils.
pub fn insert_pupils(conn: &mut Conn, rows: &[PupilRow]) -> Result<()> {
    if !rows.is_empty() {
        insert_all!(conn, pupils::table, rows)?;
    }
    Ok(())
}

/// Writes what may change in a pupil's row: names, birth date, sex.
pub fn update_pupil(conn: &mut Conn, row: &PupilRow) -> Result<()> {
    diesel::update(pupils::table.find(&row.id))
        .set((
            pupils::first_name.eq(&row.first_name),
            pupils::infix.eq(&row.infix),
            pupils::last_name.eq(&row.last_name),
            pupils::birth_date.eq(row.birth_date),
            pupils::sex.eq(row.sex.as_deref()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Adds memberships.
pub fn insert_memberships(conn: &mut Conn, rows: &[Membership]) -> Result<()> {
    if !rows.is_empty() {
        insert_all!(conn, memberships::table, rows)?;
    }
    Ok(())
}

/// Writes a membership's group, year and days.
pub fn update_membership(conn: &mut Conn, row: &Membership) -> Result<()> {
    diesel::update(memberships::table.find(&row.id))
        .set((
            memberships::group_id.eq(&row.group_id),
            memberships::year.eq(&row.year),
            memberships::starts_on.eq(row.starts_on),
            memberships::ends_on.eq(row.ends_on),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes away a pupil, membership or relation that an import made. A group stays where anything stands in it.
pub fn delete(conn: &mut Conn, what: &str, id: &str) -> Result<()> {
    match what {
        "pupil" => diesel::delete(pupils::table.find(id)).execute(conn).map_err(in_use)?,
        "membership" => diesel::delete(memberships::table.find(id)).execute(conn)?,
        "relation" => diesel::delete(relations::table.find(id)).execute(conn)?,
        "group" if group_is_empty(conn, id)? => {
            origins::forget_group(conn, &GroupId::from(id))?;
            diesel::delete(groups::table.find(id)).execute(conn)?
        }
        _ => 0,
    };
    Ok(())
}

/// A pupil that somebody has written about cannot go.
fn in_use(error: DatabaseError) -> Error {
    match error {
        DatabaseError::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _) => {
            Error::Conflict(Message::new("import-in-use"))
        }
        other => other.into(),
    }
}
