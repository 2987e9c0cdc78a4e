//! All that is asked of the database about schools, groups and pupils.
//! Whatever returns pupils takes a `&Scope`; a pupil outside it does not exist for the caller.

use chrono::NaiveDate;
use diesel::prelude::*;

pub use super::board_store::{add_school, all_schools, school, school_by_brin, schools_of};
use super::model::{Group, Pupil};
use crate::ground::db::schema::{groups, memberships, pupils, relations, schools};
use crate::ground::scope::{Role, Why};
use crate::ground::{AccountId, Conn, Error, GroupId, Message, PupilId, Result, SchoolId, Scope};

type Backend = <Conn as Connection>::Backend;

/// The pupils this person may see today.
fn visible(scope: &Scope) -> pupils::BoxedQuery<'static, Backend> {
    let own: Vec<GroupId> = scope.groups.iter().map(|(id, _)| id.clone()).collect();
    let named: Vec<PupilId> = scope.pupils.iter().map(|(id, _)| id.clone()).collect();
    let in_own_group = memberships::table
        .filter(memberships::group_id.eq_any(own))
        .filter(memberships::starts_on.le(scope.today))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(scope.today)))
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
    let groups: Vec<GroupId> =
        groups_of_pupil(conn, &pupil.id, scope.today)?.into_iter().map(|group| group.id).collect();
    let why = scope.why(&pupil.school_id, &groups, &pupil.id).ok_or(Error::NotFound("pupil"))?;
    Ok((pupil, why))
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
        .filter(memberships::starts_on.le(scope.today))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(scope.today)))
        .select(memberships::pupil_id);
    Ok(visible(scope)
        .filter(pupils::id.eq_any(members))
        .order((pupils::first_name, pupils::last_name))
        .select(Pupil::as_select())
        .load(conn)?)
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

/// Pupils this person may see whose name holds every word of the question; at most twenty. Compared here:
/// one database knows no capitals beyond ASCII.
///
/// # Errors
/// When the database refuses.
pub fn search(conn: &mut Conn, scope: &Scope, question: &str) -> Result<Vec<Pupil>> {
    let words: Vec<String> = question.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<Pupil> = visible(scope)
        .order((pupils::first_name, pupils::last_name))
        .select(Pupil::as_select())
        .load(conn)?;
    found.retain(|pupil| {
        let name = pupil.full_name().to_lowercase();
        words.iter().all(|word| name.contains(word))
    });
    found.truncate(20);
    Ok(found)
}

/// One pupil by full name, for staff who write down what they saw and read nothing:
/// a name that does not fit exactly finds nobody.
///
/// # Errors
/// When the database refuses.
pub fn by_full_name(conn: &mut Conn, scope: &Scope, name: &str) -> Result<Vec<Pupil>> {
    let lower = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ").to_lowercase()
    };
    let wanted = lower(name);
    let schools: Vec<SchoolId> = [Role::Staff, Role::Mentor, Role::Coordinator]
        .into_iter()
        .flat_map(|role| scope.schools_as(role))
        .collect();
    let mut found: Vec<Pupil> =
        pupils::table.filter(pupils::school_id.eq_any(schools)).select(Pupil::as_select()).load(conn)?;
    found.retain(|pupil| lower(&pupil.full_name()) == wanted);
    Ok(found)
}

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
    let why = if scope.schools_as(Role::Coordinator).contains(&group.school_id) {
        Why::Coordinator
    } else {
        scope
            .groups
            .iter()
            .find(|(own, _)| own == id)
            .map(|(_, kind)| Why::Group(*kind))
            .ok_or(Error::NotFound("group"))?
    };
    Ok((group, why))
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

/// Groups by id, without asking who looks: names for signals the caller may see already.
///
/// # Errors
/// When the database refuses.
pub fn groups_by_id(conn: &mut Conn, ids: &[GroupId]) -> Result<Vec<Group>> {
    Ok(groups::table.filter(groups::id.eq_any(ids)).select(Group::as_select()).load(conn)?)
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

/// Notes that the coordinator asked for the signals of the starting picture.
///
/// # Errors
/// `Conflict` when it was asked for before.
pub fn ask_starting_picture(conn: &mut Conn, now: chrono::NaiveDateTime, school: &SchoolId) -> Result<()> {
    let asked = diesel::update(schools::table.find(school))
        .filter(schools::starting_picture_asked_at.is_null())
        .set(schools::starting_picture_asked_at.eq(now))
        .execute(conn)?;
    if asked == 0 {
        return Err(Error::Conflict(Message::new("starting-picture-asked")));
    }
    Ok(())
}
