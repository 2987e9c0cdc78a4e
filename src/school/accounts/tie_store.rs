//! What ties ask of and write to the database: a person's ties, and the group or pupil a tie names. Who may: `ties`.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::ground::db::schema::{groups, pupils, relations, roles};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, GroupId, PupilId, Result, SchoolId, clock};
use crate::school::model::Relation;

pub(super) fn insert_relation(conn: &mut Conn, relation: &Relation) -> Result<()> {
    diesel::insert_into(relations::table).values(relation).execute(conn)?;
    Ok(())
}

/// Writes the last day of a tie.
pub(super) fn end_relation(conn: &mut Conn, relation: &Relation) -> Result<()> {
    diesel::update(relations::table.find(&relation.id))
        .set(relations::ends_on.eq(relation.ends_on))
        .execute(conn)?;
    Ok(())
}

pub(super) fn delete_relation(conn: &mut Conn, id: &str) -> Result<()> {
    diesel::delete(relations::table.find(id)).execute(conn)?;
    Ok(())
}

pub(super) fn relation(conn: &mut Conn, id: &str) -> Result<Option<Relation>> {
    Ok(relations::table.find(id).select(Relation::as_select()).first(conn).optional()?)
}

/// All ties of these people, past ones too, by first day.
///
/// # Errors
/// When the database refuses.
pub fn relations_of(conn: &mut Conn, accounts: &[AccountId]) -> Result<Vec<Relation>> {
    Ok(relations::table
        .filter(relations::account_id.eq_any(accounts))
        .order((relations::starts_on, relations::id))
        .select(Relation::as_select())
        .load(conn)?)
}

/// What a person is at a school.
pub(super) fn roles_at(conn: &mut Conn, account: &AccountId, school: &SchoolId) -> Result<Vec<Role>> {
    Ok(roles::table
        .filter(roles::account_id.eq(account))
        .filter(roles::school_id.eq(school))
        .select(roles::role)
        .load(conn)?)
}

/// The group of this name at a school, in the school year of a day.
pub(super) fn group_named(
    conn: &mut Conn,
    school: &SchoolId,
    name: &str,
    on: NaiveDate,
) -> Result<Option<GroupId>> {
    Ok(groups::table
        .filter(groups::school_id.eq(school))
        .filter(groups::name.eq(name))
        .filter(groups::school_year.eq(clock::school_year(on)))
        .select(groups::id)
        .first(conn)
        .optional()?)
}

/// The pupil of this number at a school: an id, and nothing else of the pupil.
///
/// # Errors
/// When the database refuses.
pub fn pupil_numbered(conn: &mut Conn, school: &SchoolId, number: &str) -> Result<Option<PupilId>> {
    Ok(pupils::table
        .filter(pupils::school_id.eq(school))
        .filter(pupils::number.eq(number))
        .select(pupils::id)
        .first(conn)
        .optional()?)
}

/// The groups of a school in the school year of a day, by name: for who keeps the school's ties.
///
/// # Errors
/// When the database refuses.
pub fn groups_of(conn: &mut Conn, school: &SchoolId, on: NaiveDate) -> Result<Vec<(GroupId, String)>> {
    Ok(groups::table
        .filter(groups::school_id.eq(school))
        .filter(groups::school_year.eq(clock::school_year(on)))
        .order(groups::name)
        .select((groups::id, groups::name))
        .load(conn)?)
}

/// What ties are to: groups by name, pupils by number and no more.
pub type TiedNames = (Vec<(GroupId, String)>, Vec<(PupilId, String)>);

/// What ties are to, as far as it is of this school.
///
/// # Errors
/// When the database refuses.
pub fn tied_names(conn: &mut Conn, school: &SchoolId, ties: &[Relation]) -> Result<TiedNames> {
    let in_groups: Vec<&GroupId> = ties.iter().filter_map(|tie| tie.group_id.as_ref()).collect();
    let to_pupils: Vec<&PupilId> = ties.iter().filter_map(|tie| tie.pupil_id.as_ref()).collect();
    let named = groups::table
        .filter(groups::school_id.eq(school))
        .filter(groups::id.eq_any(in_groups))
        .select((groups::id, groups::name))
        .load(conn)?;
    let numbered = pupils::table
        .filter(pupils::school_id.eq(school))
        .filter(pupils::id.eq_any(to_pupils))
        .select((pupils::id, pupils::number))
        .load(conn)?;
    Ok((named, numbered))
}
