//! What is asked of the database about accounts: who there is, with which roles, under which address.
//! Scopes, sessions, managing and drafts have a store of their own and are reached from here.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use diesel::prelude::*;

use crate::ground::db::schema::{accounts, roles};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Language, Result, SchoolId};

pub use super::draft_store::{Draft, draft, drafts_of, save_draft, sweep_drafts};
pub(super) use super::manage_store::{delete_roles, disable, insert, insert_role, works};
pub use super::scope_store::{scope, scope_at};
pub use super::session_store::{end_session, sweep, touch_session, whose_session};
pub(super) use super::session_store::{failures, for_login, insert_session, note_failure, session};
pub(super) use super::tie_store::{
    delete_relation, end_relation, group_named, insert_relation, relation, roles_at,
};
pub use super::tie_store::{groups_of, pupil_numbered, relations_of, tied_names};

/// An account as the admin sees it.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = accounts)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The e-mail address, in lower case.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// When it was shut; none while it works.
    pub disabled_at: Option<NaiveDateTime>,
}

/// The account with this e-mail address, working or not.
///
/// # Errors
/// When the database refuses.
pub fn by_email(conn: &mut Conn, email: &str) -> Result<Option<Account>> {
    Ok(accounts::table
        .filter(accounts::email.eq(email.trim().to_lowercase()))
        .select(Account::as_select())
        .first(conn)
        .optional()?)
}

/// All accounts by name, each with its roles.
///
/// # Errors
/// When the database refuses.
pub fn all(conn: &mut Conn) -> Result<Vec<(Account, Vec<Role>)>> {
    let everyone: Vec<Account> =
        accounts::table.order(accounts::name).select(Account::as_select()).load(conn)?;
    let held: Vec<(AccountId, Role)> =
        roles::table.order(roles::role).select((roles::account_id, roles::role)).load(conn)?;
    Ok(everyone
        .into_iter()
        .map(|account| {
            let mut own: Vec<Role> =
                held.iter().filter(|(id, _)| *id == account.id).map(|(_, role)| *role).collect();
            own.dedup();
            (account, own)
        })
        .collect())
}

/// The accounts with any role at a school, by name, each with its roles there.
///
/// # Errors
/// When the database refuses.
pub fn of_school(conn: &mut Conn, school: &SchoolId) -> Result<Vec<(Account, Vec<Role>)>> {
    let held: Vec<(AccountId, Role)> = roles::table
        .filter(roles::school_id.eq(school))
        .order(roles::role)
        .select((roles::account_id, roles::role))
        .load(conn)?;
    let here: Vec<&AccountId> = held.iter().map(|(id, _)| id).collect();
    let everyone: Vec<Account> = accounts::table
        .filter(accounts::id.eq_any(here))
        .order(accounts::name)
        .select(Account::as_select())
        .load(conn)?;
    let roles_of = |id: &AccountId| held.iter().filter(|(of, _)| of == id).map(|(_, role)| *role).collect();
    Ok(everyone.into_iter().map(|account| (account.clone(), roles_of(&account.id))).collect())
}

/// Whether an account has a role at another school, or for the board.
///
/// # Errors
/// When the database refuses.
pub fn is_elsewhere(conn: &mut Conn, account: &AccountId, school: &SchoolId) -> Result<bool> {
    let elsewhere = roles::table
        .filter(roles::account_id.eq(account))
        .filter(roles::school_id.is_null().or(roles::school_id.ne(school)));
    Ok(diesel::select(diesel::dsl::exists(elsewhere)).get_result(conn)?)
}

/// The working accounts with a role at a school.
///
/// # Errors
/// When the database refuses.
pub fn with_role(conn: &mut Conn, role: Role, school: &SchoolId) -> Result<Vec<AccountId>> {
    Ok(roles::table
        .inner_join(accounts::table)
        .filter(roles::role.eq(role))
        .filter(roles::school_id.eq(school))
        .filter(accounts::disabled_at.is_null())
        .select(accounts::id)
        .load(conn)?)
}

/// The working accounts with any role at a school that were there on a day.
///
/// # Errors
/// When the database refuses.
pub fn working_at(conn: &mut Conn, school: &SchoolId, on: NaiveDate) -> Result<Vec<AccountId>> {
    let next = on.succ_opt().unwrap_or(on).and_time(NaiveTime::MIN);
    Ok(roles::table
        .inner_join(accounts::table)
        .filter(roles::school_id.eq(school))
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::created_at.lt(next))
        .select(accounts::id)
        .distinct()
        .order(accounts::id)
        .load(conn)?)
}

/// E-mail address and language of one working account.
///
/// # Errors
/// When the database refuses.
pub fn mail_address(conn: &mut Conn, account: &AccountId) -> Result<Option<(String, String)>> {
    Ok(accounts::table
        .find(account)
        .filter(accounts::disabled_at.is_null())
        .select((accounts::email, accounts::language))
        .first(conn)
        .optional()?)
}

/// The name of an account, for "by whom"; empty when it is not there.
///
/// # Errors
/// When the database refuses.
pub fn names(conn: &mut Conn, ids: &[AccountId]) -> Result<Vec<(AccountId, String)>> {
    Ok(accounts::table.filter(accounts::id.eq_any(ids)).select((accounts::id, accounts::name)).load(conn)?)
}

/// Sets the language of a person's screens (`nl` or `en`).
///
/// # Errors
/// When the database refuses.
pub fn set_language(conn: &mut Conn, account: &AccountId, language: Language) -> Result<()> {
    diesel::update(accounts::table.find(account))
        .set(accounts::language.eq(language.code()))
        .execute(conn)?;
    Ok(())
}
