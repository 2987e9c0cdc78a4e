//! What managing accounts writes: accounts, roles, ties, and the end of one. Who may: `manage`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use crate::ground::db::schema::{accounts, relations, roles, sessions};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, GroupId, Result, SchoolId, ids};
use crate::school::model::Relation;

pub(super) fn insert(
    conn: &mut Conn,
    now: NaiveDateTime,
    id: &AccountId,
    email: &str,
    name: &str,
    password_hash: &str,
) -> Result<()> {
    diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(id),
            accounts::email.eq(email),
            accounts::name.eq(name),
            accounts::password_hash.eq(password_hash),
            accounts::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

pub(super) fn insert_role(
    conn: &mut Conn,
    account: &AccountId,
    role: Role,
    school: Option<&SchoolId>,
) -> Result<()> {
    diesel::insert_into(roles::table)
        .values((
            roles::id.eq(ids::fresh()),
            roles::account_id.eq(account),
            roles::role.eq(role),
            roles::school_id.eq(school),
        ))
        .execute(conn)?;
    Ok(())
}

pub(super) fn insert_relation(conn: &mut Conn, relation: &Relation) -> Result<()> {
    diesel::insert_into(relations::table).values(relation).execute(conn)?;
    Ok(())
}

/// The tie of an account to a group on a day, if there is one.
pub(super) fn is_tied(conn: &mut Conn, account: &AccountId, group: &GroupId, on: NaiveDate) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(
        relations::table
            .filter(relations::account_id.eq(account))
            .filter(relations::group_id.eq(group))
            .filter(relations::ends_on.is_null().or(relations::ends_on.ge(on))),
    ))
    .get_result(conn)?)
}

pub(super) fn disable(conn: &mut Conn, now: NaiveDateTime, id: &AccountId) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::disabled_at.eq(now)).execute(conn)?;
    diesel::delete(sessions::table.filter(sessions::account_id.eq(id))).execute(conn)?;
    Ok(())
}
