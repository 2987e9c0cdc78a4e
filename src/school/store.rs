//! What is asked of the database about pupils. Whatever returns pupils takes a `&Scope`; a pupil outside it does not
//! exist for the caller. Schools, groups and places in them have a store of their own and are reached from here.

use std::collections::HashSet;

use diesel::prelude::*;

use super::model::Pupil;
use crate::ground::db::schema::{memberships, pupils};
use crate::ground::scope::{Role, Why};
use crate::ground::{Conn, Error, GroupId, PupilId, Result, SchoolId, Scope};

pub use super::board_store::{add_school, all_schools, school, school_by_brin, schools_of, set_norms_by_sex};
pub use super::find_store::{by_full_name, one_by_full_name, search};
pub use super::group_store::{group, group_for, groups_by_id, groups_for};
pub use super::place_store::{
    at_home_in, clusters_among, clusters_of_pupil, groups_of_pupil, groups_of_pupils, mentors, placed_on,
    places,
};
pub use super::starting_picture_store::ask_starting_picture;

type Backend = <Conn as Connection>::Backend;

/// The pupils this person may see today.
pub(super) fn visible(scope: &Scope) -> pupils::BoxedQuery<'static, Backend> {
    let own: Vec<GroupId> = scope.groups.iter().map(|(id, _)| id.clone()).collect();
    let named = scope.named_pupils();
    let in_own_group = memberships::table
        .filter(memberships::group_id.eq_any(own))
        .filter(placed_on(scope.today))
        .select(memberships::pupil_id);
    pupils::table.into_boxed().filter(
        pupils::school_id
            .eq_any(scope.schools_as(Role::Coordinator))
            .or(pupils::id.eq_any(in_own_group))
            .or(pupils::id.eq_any(named)),
    )
}

/// A pupil this person may see, and why.
///
/// # Errors
/// `NotFound` for a pupil that is not there and for one outside the scope alike.
pub fn pupil(conn: &mut Conn, scope: &Scope, id: &PupilId) -> Result<(Pupil, Why)> {
    let pupil: Pupil = visible(scope)
        .filter(pupils::id.eq(id.clone()))
        .select(Pupil::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("pupil"))?;
    // The home group first: who is tied to that and to a cluster looks as its mentor.
    let home = groups_of_pupil(conn, &pupil.id, scope.today)?;
    let beside = clusters_of_pupil(conn, &pupil.id, scope.today)?;
    let groups: Vec<GroupId> = home.into_iter().chain(beside).map(|group| group.id).collect();
    let why = scope.why(&pupil.school_id, &groups, &pupil.id).ok_or(Error::NotFound("pupil"))?;
    Ok((pupil, why))
}

/// A pupil by id, for work that nobody asks for: so there is no scope.
///
/// # Errors
/// `NotFound`.
pub fn pupil_unasked(conn: &mut Conn, id: &PupilId) -> Result<Pupil> {
    pupils::table.find(id).select(Pupil::as_select()).first(conn).optional()?.ok_or(Error::NotFound("pupil"))
}

/// The pupils of these ids that this person may see, by name.
///
/// # Errors
/// When the database refuses.
pub fn pupils_by_id(conn: &mut Conn, scope: &Scope, ids: &[PupilId]) -> Result<Vec<Pupil>> {
    Ok(visible(scope)
        .filter(pupils::id.eq_any(ids.to_vec()))
        .order((pupils::first_name, pupils::last_name))
        .select(Pupil::as_select())
        .load(conn)?)
}

/// The pupils of a group today, by first name.
///
/// # Errors
/// When the database refuses.
pub fn pupils_of_group(conn: &mut Conn, scope: &Scope, group: &GroupId) -> Result<Vec<Pupil>> {
    let members = memberships::table
        .filter(memberships::group_id.eq(group.clone()))
        .filter(placed_on(scope.today))
        .select(memberships::pupil_id);
    Ok(visible(scope)
        .filter(pupils::id.eq_any(members))
        .order((pupils::first_name, pupils::last_name))
        .select(Pupil::as_select())
        .load(conn)?)
}

/// The keys of the pupils of a school whom this person sees one by one.
///
/// # Errors
/// When the database refuses.
pub fn keys_seen(conn: &mut Conn, scope: &Scope, school: &SchoolId) -> Result<HashSet<i64>> {
    let keys: Vec<i64> =
        visible(scope).filter(pupils::school_id.eq(school.clone())).select(pupils::key).load(conn)?;
    Ok(keys.into_iter().collect())
}

/// A page of the pupils this person may see, by id: for the API.
///
/// # Errors
/// When the database refuses.
pub fn pupils_page(conn: &mut Conn, scope: &Scope, after: Option<&str>, limit: i64) -> Result<Vec<Pupil>> {
    Ok(visible(scope)
        .filter(pupils::id.gt(after.unwrap_or_default().to_owned()))
        .order(pupils::id)
        .limit(limit)
        .select(Pupil::as_select())
        .load(conn)?)
}
