//! What imports ask of and write to groups, and who is tied to them.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::ground::db::schema::{
    accounts, conversations, groups, memberships, observations, origins, ratings, relations, roles, scores,
    signals, totals,
};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, GroupId, Result, SchoolId, ids};
use crate::school::Group;
use crate::school::model::Relation;

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

/// Adds a group.
pub fn insert_group(conn: &mut Conn, group: &Group) -> Result<()> {
    diesel::insert_into(groups::table).values(group).execute(conn)?;
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

pub(super) fn group_is_empty(conn: &mut Conn, id: &str) -> Result<bool> {
    let group = Some(GroupId::from(id));
    let uses: [i64; 8] = [
        memberships::table.filter(memberships::group_id.eq(id)).count().get_result(conn)?,
        relations::table.filter(relations::group_id.eq(&group)).count().get_result(conn)?,
        scores::table
            .inner_join(origins::table)
            .filter(origins::group_id.eq(&group))
            .count()
            .get_result(conn)?,
        ratings::table.filter(ratings::group_id.eq(id)).count().get_result(conn)?,
        signals::table.filter(signals::group_id.eq(&group)).count().get_result(conn)?,
        observations::table.filter(observations::group_id.eq(&group)).count().get_result(conn)?,
        conversations::table.filter(conversations::group_id.eq(&group)).count().get_result(conn)?,
        totals::table.filter(totals::group_id.eq(&group)).count().get_result(conn)?,
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
