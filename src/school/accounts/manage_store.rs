//! What managing accounts writes: accounts, roles, and the end of one. Who may: `manage`.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::ground::db::schema::{accounts, roles, sessions};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Result, SchoolId, ids};

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

/// Takes a person's roles at a school away.
pub(super) fn delete_roles(conn: &mut Conn, account: &AccountId, school: &SchoolId) -> Result<()> {
    let own = roles::table.filter(roles::account_id.eq(account)).filter(roles::school_id.eq(school));
    diesel::delete(own).execute(conn)?;
    Ok(())
}

/// Whether an account is there and was not shut.
pub(super) fn works(conn: &mut Conn, account: &AccountId) -> Result<bool> {
    let open = accounts::table.find(account).filter(accounts::disabled_at.is_null());
    Ok(diesel::select(diesel::dsl::exists(open)).get_result(conn)?)
}

pub(super) fn disable(conn: &mut Conn, now: NaiveDateTime, id: &AccountId) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::disabled_at.eq(now)).execute(conn)?;
    diesel::delete(sessions::table.filter(sessions::account_id.eq(id))).execute(conn)?;
    Ok(())
}
