//! What is asked of the database about groups. Who is in them: `place_store`.

use diesel::prelude::*;

use super::model::Group;
use crate::ground::db::schema::groups;
use crate::ground::scope::{Role, Why};
use crate::ground::{Conn, Error, GroupId, Result, Scope};

/// A group by id, without asking who looks: for those who hold a scope to it already.
///
/// # Errors
/// `NotFound`.
pub fn group(conn: &mut Conn, id: &GroupId) -> Result<Group> {
    groups::table.find(id).select(Group::as_select()).first(conn).optional()?.ok_or(Error::NotFound("group"))
}

/// The groups of this school year that a person may open as mentor or coordinator, by name.
///
/// # Errors
/// When the database refuses.
pub fn groups_for(conn: &mut Conn, scope: &Scope, school_year: i32) -> Result<Vec<Group>> {
    let own: Vec<GroupId> = scope.groups.iter().map(|(id, _)| id.clone()).collect();
    Ok(groups::table
        .filter(
            groups::id.eq_any(own).or(groups::school_id
                .eq_any(scope.schools_as(Role::Coordinator))
                .and(groups::school_year.eq(school_year))),
        )
        .order(groups::name)
        .select(Group::as_select())
        .load(conn)?)
}

/// A group that a person may open as mentor or coordinator, and why.
///
/// # Errors
/// `NotFound` also for a group outside the scope.
pub fn group_for(conn: &mut Conn, scope: &Scope, id: &GroupId) -> Result<(Group, Why)> {
    let group = group(conn, id)?;
    let why = scope.why_group(&group.school_id, id).ok_or(Error::NotFound("group"))?;
    Ok((group, why))
}

/// Groups by id, without asking who looks: names for signals the caller may see already.
///
/// # Errors
/// When the database refuses.
pub fn groups_by_id(conn: &mut Conn, ids: &[GroupId]) -> Result<Vec<Group>> {
    Ok(groups::table.filter(groups::id.eq_any(ids)).select(Group::as_select()).load(conn)?)
}
