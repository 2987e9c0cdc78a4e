//! Who is in which group on a day, and who is tied to it. The groups themselves: `group_store`.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::Group;
use crate::ground::db::schema::{groups, memberships, relations};
use crate::ground::scope::RelationKind;
use crate::ground::{AccountId, Conn, GroupId, PupilId, Result, SchoolId};

/// A place in a group that somebody has on a day.
#[must_use]
#[diesel::dsl::auto_type(no_type_alias)]
pub fn placed_on(day: NaiveDate) -> _ {
    memberships::starts_on.le(day).and(memberships::ends_on.is_null().or(memberships::ends_on.ge(day)))
}

/// The home group a pupil is in on a day; more than one only where two pupils were made one.
///
/// # Errors
/// When the database refuses.
pub fn groups_of_pupil(conn: &mut Conn, pupil: &PupilId, on: NaiveDate) -> Result<Vec<Group>> {
    Ok(memberships::table
        .inner_join(groups::table)
        .filter(memberships::pupil_id.eq(pupil))
        .filter(memberships::cluster.eq(false))
        .filter(placed_on(on))
        .order(groups::name)
        .select(Group::as_select())
        .load(conn)?)
}

/// The clusters a pupil is in on a day, beside the home group.
///
/// # Errors
/// When the database refuses.
pub fn clusters_of_pupil(conn: &mut Conn, pupil: &PupilId, on: NaiveDate) -> Result<Vec<Group>> {
    Ok(memberships::table
        .inner_join(groups::table)
        .filter(memberships::pupil_id.eq(pupil))
        .filter(memberships::cluster.eq(true))
        .filter(placed_on(on))
        .order(groups::name)
        .select(Group::as_select())
        .load(conn)?)
}

/// Which of these groups are clusters: somebody sits in them beside a home group, and longer than anybody has had them for a
/// home group. So a class that a first list gave as a pupil's only one is a cluster once a later list has named the home
/// group, and a home group stays one when its year is over.
///
/// # Errors
/// When the database refuses.
pub fn clusters_among(conn: &mut Conn, ids: &[GroupId]) -> Result<HashSet<GroupId>> {
    let held: Vec<(GroupId, bool, Option<NaiveDate>)> = memberships::table
        .filter(memberships::group_id.eq_any(ids))
        .select((memberships::group_id, memberships::cluster, memberships::ends_on))
        .distinct()
        .load(conn)?;
    let mut last: HashMap<GroupId, [Option<NaiveDate>; 2]> = HashMap::new();
    for (id, cluster, ends_on) in held {
        let [home, beside] = last.entry(id).or_default();
        let until = if cluster { beside } else { home };
        *until = (*until).max(ends_on.or(Some(NaiveDate::MAX)));
    }
    Ok(last.into_iter().filter(|(_, [home, beside])| beside > home).map(|(id, _)| id).collect())
}

/// The pupils for whom one of these groups is the home group on a day.
///
/// # Errors
/// When the database refuses.
pub fn at_home_in(conn: &mut Conn, ids: &[GroupId], on: NaiveDate) -> Result<HashSet<PupilId>> {
    let found: Vec<PupilId> = memberships::table
        .filter(memberships::group_id.eq_any(ids))
        .filter(memberships::cluster.eq(false))
        .filter(placed_on(on))
        .select(memberships::pupil_id)
        .load(conn)?;
    Ok(found.into_iter().collect())
}

/// Pupil and home group of everyone who is in one of the school on a day.
///
/// # Errors
/// When the database refuses.
pub fn places(conn: &mut Conn, school: &SchoolId, on: NaiveDate) -> Result<Vec<(PupilId, Group)>> {
    Ok(memberships::table
        .inner_join(groups::table)
        .filter(groups::school_id.eq(school))
        .filter(memberships::cluster.eq(false))
        .filter(placed_on(on))
        .order(groups::name)
        .select((memberships::pupil_id, Group::as_select()))
        .load(conn)?)
}

/// The people who answer for a group on a day: account and name. Who is merely involved with somebody in it does not.
///
/// # Errors
/// When the database refuses.
pub fn mentors(conn: &mut Conn, group: &GroupId, on: NaiveDate) -> Result<Vec<(AccountId, String)>> {
    use crate::ground::db::schema::accounts;
    Ok(relations::table
        .inner_join(accounts::table)
        .filter(relations::group_id.eq(group))
        .filter(relations::kind.ne(RelationKind::Involved))
        .filter(relations::starts_on.le(on))
        .filter(relations::ends_on.is_null().or(relations::ends_on.ge(on)))
        .filter(accounts::disabled_at.is_null())
        .order(accounts::name)
        .select((accounts::id, accounts::name))
        .load(conn)?)
}

/// The names of the groups each of these pupils is in on a day, and whether as a cluster; only for pupils the caller may
/// see.
///
/// # Errors
/// When the database refuses.
pub fn groups_of_pupils(
    conn: &mut Conn,
    ids: &[PupilId],
    on: NaiveDate,
) -> Result<Vec<(PupilId, String, bool)>> {
    Ok(memberships::table
        .inner_join(groups::table)
        .filter(memberships::pupil_id.eq_any(ids))
        .filter(placed_on(on))
        .order(groups::name)
        .select((memberships::pupil_id, groups::name, memberships::cluster))
        .load(conn)?)
}
