//! Who is in which group on a day, and who is tied to it. The groups themselves: `group_store`.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::Group;
use crate::ground::db::schema::{groups, memberships, relations};
use crate::ground::{AccountId, Conn, GroupId, PupilId, Result, SchoolId};

/// The groups a pupil is in on a day.
///
/// # Errors
/// When the database refuses.
pub fn groups_of_pupil(conn: &mut Conn, pupil: &PupilId, on: NaiveDate) -> Result<Vec<Group>> {
    Ok(memberships::table
        .inner_join(groups::table)
        .filter(memberships::pupil_id.eq(pupil))
        .filter(memberships::starts_on.le(on))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(on)))
        .order(groups::name)
        .select(Group::as_select())
        .load(conn)?)
}

/// Pupil and group of everyone who is in a group of the school on a day.
///
/// # Errors
/// When the database refuses.
pub fn places(conn: &mut Conn, school: &SchoolId, on: NaiveDate) -> Result<Vec<(PupilId, Group)>> {
    Ok(memberships::table
        .inner_join(groups::table)
        .filter(groups::school_id.eq(school))
        .filter(memberships::starts_on.le(on))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(on)))
        .order(groups::name)
        .select((memberships::pupil_id, Group::as_select()))
        .load(conn)?)
}

/// The people tied to a group on a day: account and name.
///
/// # Errors
/// When the database refuses.
pub fn mentors(conn: &mut Conn, group: &GroupId, on: NaiveDate) -> Result<Vec<(AccountId, String)>> {
    use crate::ground::db::schema::accounts;
    Ok(relations::table
        .inner_join(accounts::table)
        .filter(relations::group_id.eq(group))
        .filter(relations::starts_on.le(on))
        .filter(relations::ends_on.is_null().or(relations::ends_on.ge(on)))
        .filter(accounts::disabled_at.is_null())
        .order(accounts::name)
        .select((accounts::id, accounts::name))
        .load(conn)?)
}

/// The names of the groups each of these pupils is in on a day; only for pupils the caller may see.
///
/// # Errors
/// When the database refuses.
pub fn groups_of_pupils(conn: &mut Conn, ids: &[PupilId], on: NaiveDate) -> Result<Vec<(PupilId, String)>> {
    Ok(memberships::table
        .inner_join(groups::table)
        .filter(memberships::pupil_id.eq_any(ids))
        .filter(memberships::starts_on.le(on))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(on)))
        .order(groups::name)
        .select((memberships::pupil_id, groups::name))
        .load(conn)?)
}
