//! What imports ask of and write to pupils, groups, memberships and relations: whole schools at a time,
//! without a scope, because an import is about all pupils of its school.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DatabaseError};

use super::model::PupilRow;
use crate::ground::db::bulk::insert_all;
use crate::ground::db::schema::{
    accounts, conversations, groups, memberships, observations, pupils, relations, roles, scores, signals,
};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, GroupId, Message, Result, SchoolId, ids};
use crate::school::Group;
use crate::school::model::{Membership, Relation};

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

/// All groups of a school, of every school year.
pub fn groups(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Group>> {
    Ok(groups::table.filter(groups::school_id.eq(school)).select(Group::as_select()).load(conn)?)
}

/// The accounts of mentors at a school, by e-mail address in small letters.
pub fn mentor_accounts(conn: &mut Conn, school: &SchoolId) -> Result<HashMap<String, AccountId>> {
    let rows: Vec<(String, AccountId)> = accounts::table
        .inner_join(roles::table)
        .filter(roles::school_id.eq(school))
        .filter(roles::role.eq(Role::Mentor))
        .filter(accounts::disabled_at.is_null())
        .select((accounts::email, accounts::id))
        .load(conn)?;
    Ok(rows.into_iter().map(|(email, id)| (email.to_lowercase(), id)).collect())
}

/// Who is tied to the groups of a school, past ties too.
pub fn group_relations(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Relation>> {
    let own = groups::table.filter(groups::school_id.eq(school)).select(groups::id.nullable());
    Ok(relations::table.filter(relations::group_id.eq_any(own)).select(Relation::as_select()).load(conn)?)
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

/// Adds a group.
pub fn insert_group(conn: &mut Conn, group: &Group) -> Result<()> {
    diesel::insert_into(groups::table).values(group).execute(conn)?;
    Ok(())
}

/// Adds memberships.
pub fn insert_memberships(conn: &mut Conn, rows: &[Membership]) -> Result<()> {
    if !rows.is_empty() {
        insert_all!(conn, memberships::table, rows)?;
    }
    Ok(())
}

/// Writes a membership's group, year and last day.
pub fn update_membership(conn: &mut Conn, row: &Membership) -> Result<()> {
    diesel::update(memberships::table.find(&row.id))
        .set((
            memberships::group_id.eq(&row.group_id),
            memberships::year.eq(&row.year),
            memberships::ends_on.eq(row.ends_on),
        ))
        .execute(conn)?;
    Ok(())
}

/// Ties a mentor to a group.
pub fn insert_relation(conn: &mut Conn, row: &Relation) -> Result<()> {
    diesel::insert_into(relations::table).values(row).execute(conn)?;
    Ok(())
}

/// Writes the last day of a tie.
pub fn update_relation(conn: &mut Conn, row: &Relation) -> Result<()> {
    diesel::update(relations::table.find(&row.id)).set(relations::ends_on.eq(row.ends_on)).execute(conn)?;
    Ok(())
}

/// Takes away a pupil, membership or relation that an import made. A group stays where anything stands in it.
pub fn delete(conn: &mut Conn, what: &str, id: &str) -> Result<()> {
    match what {
        "pupil" => diesel::delete(pupils::table.find(id)).execute(conn).map_err(in_use)?,
        "membership" => diesel::delete(memberships::table.find(id)).execute(conn)?,
        "relation" => diesel::delete(relations::table.find(id)).execute(conn)?,
        "group" if group_is_empty(conn, id)? => diesel::delete(groups::table.find(id)).execute(conn)?,
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

fn group_is_empty(conn: &mut Conn, id: &str) -> Result<bool> {
    let group = Some(GroupId::from(id));
    let uses: [i64; 6] = [
        memberships::table.filter(memberships::group_id.eq(id)).count().get_result(conn)?,
        relations::table.filter(relations::group_id.eq(&group)).count().get_result(conn)?,
        scores::table.filter(scores::group_id.eq(&group)).count().get_result(conn)?,
        signals::table.filter(signals::group_id.eq(&group)).count().get_result(conn)?,
        observations::table.filter(observations::group_id.eq(&group)).count().get_result(conn)?,
        conversations::table.filter(conversations::group_id.eq(&group)).count().get_result(conn)?,
    ];
    Ok(uses.iter().sum::<i64>() == 0)
}

/// A group of this name and year: the known one, or a new one added to `known`.
pub fn group_named<'a>(
    conn: &mut Conn,
    school: &SchoolId,
    known: &'a mut Vec<Group>,
    name: &str,
    school_year: i32,
) -> Result<(&'a Group, bool)> {
    let at = known.iter().position(|group| group.name == name && group.school_year == school_year);
    let made = at.is_none();
    if made {
        let group = Group {
            id: GroupId(ids::fresh()),
            school_id: school.clone(),
            name: name.to_owned(),
            school_year,
        };
        insert_group(conn, &group)?;
        known.push(group);
    }
    let at = at.unwrap_or(known.len().saturating_sub(1));
    let group = known.get(at).ok_or_else(|| Error::internal("a group was just added"))?;
    Ok((group, made))
}
