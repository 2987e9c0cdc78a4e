//! What the administration of a school does with its accounts, ties and settings, on screen: who may, and that nobody
//! gives anything to himself or herself. The doing: `manage`, `ties`, `settings`.

use chrono::{NaiveDate, NaiveDateTime};

use super::manage::{self, NewAccount};
use super::store;
use super::ties::{self, NewTie};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, Message, Result, SchoolId, Scope};
use crate::school::settings::{self, Settings};

/// Passes for the administration of a school and the board's admin.
///
/// # Errors
/// `NotFound` for everybody else: a school that is not yours is not there.
pub fn may_keep(scope: &Scope, school: &SchoolId) -> Result<()> {
    if scope.has_at(Role::Administration, school) || scope.has_at(Role::Admin, school) {
        return Ok(());
    }
    Err(Error::NotFound("school"))
}

/// Somebody who comes to work at a school.
#[derive(Debug)]
pub struct Joins<'a> {
    /// The e-mail address.
    pub email: &'a str,
    /// The name; not needed for who has an account of another school.
    pub name: &'a str,
    /// The password; as the name.
    pub password: &'a str,
    /// What the person is at this school.
    pub roles: &'a [Role],
}

/// Makes an account with roles at a school, or gives them to the account that has this address.
///
/// # Errors
/// As `manage::add` and `manage::set_roles`; `Refused` without a role.
pub fn join(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    joins: &Joins<'_>,
) -> Result<()> {
    may_keep(scope, school)?;
    if joins.roles.is_empty() {
        return Err(Error::Refused(Message::new("account-no-role")));
    }
    if let Some(known) = store::by_email(conn, joins.email)?.filter(|one| one.disabled_at.is_none()) {
        let here = store::roles_at(conn, &known.id, school)?;
        if !here.is_empty() {
            return Err(Error::Refused(Message::new("account-exists").with("value", known.email)));
        }
        return give(conn, scope, now, school, &known.id, joins.roles);
    }
    if joins.roles.iter().any(|role| role.is_for_the_board()) {
        return Err(Error::Refused(Message::new("account-board-role").with("role", Role::Admin.as_str())));
    }
    if joins.name.trim().is_empty() {
        return Err(Error::Refused(Message::new("account-no-name")));
    }
    let roles: Vec<(Role, Option<SchoolId>)> =
        joins.roles.iter().map(|role| (*role, Some(school.clone()))).collect();
    let new =
        NewAccount { email: joins.email, name: joins.name.trim(), password: joins.password, roles: &roles };
    let words: Vec<&str> = joins.roles.iter().map(|role| role.as_str()).collect();
    let by = Entry::by(scope, "add-account", "account", "");
    let by = by.detail(format!("school={school} roles={}", words.join(",")));
    manage::add(conn, now, &by, &new).map(|_id| ())
}

/// Sets what a person of the school is there.
///
/// # Errors
/// `NotFound` for who has no role there, `Refused` for oneself, and as `manage::set_roles`.
pub fn set_roles(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    account: &AccountId,
    roles: &[Role],
) -> Result<()> {
    of_school(conn, scope, school, account)?;
    give(conn, scope, now, school, account, roles)
}

fn give(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    account: &AccountId,
    roles: &[Role],
) -> Result<()> {
    not_oneself(scope, account)?;
    let by = Entry::by(scope, "set-roles", "account", account);
    manage::set_roles(conn, now, scope.today, &by, account, school, roles)
}

/// Shuts the account of a person who works at this school alone.
///
/// # Errors
/// `NotFound` for who has no role there; `Refused` for oneself, and for who works elsewhere too.
pub fn shut(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    account: &AccountId,
) -> Result<()> {
    of_school(conn, scope, school, account)?;
    not_oneself(scope, account)?;
    if store::is_elsewhere(conn, account, school)? {
        return Err(Error::Refused(Message::new("account-elsewhere")));
    }
    let email = store::of_school(conn, school)?.into_iter().find(|(one, _)| one.id == *account);
    let (account, _) = email.ok_or(Error::NotFound("account"))?;
    manage::disable(conn, now, &Entry::by(scope, "disable-account", "account", ""), &account.email)
}

/// Ties a person of the school to one of its groups or pupils.
///
/// # Errors
/// `NotFound` for who has no role there, `Refused` for oneself, and as `ties::tie`.
pub fn tie(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, new: &NewTie) -> Result<()> {
    of_school(conn, scope, &new.school, &new.account)?;
    not_oneself(scope, &new.account)?;
    ties::tie(conn, now, &Entry::by(scope, "tie", "account", ""), new)
}

/// Ends a tie to a group or pupil of the school.
///
/// # Errors
/// As `ties::untie`.
pub fn untie(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    tie: &str,
    until: Option<NaiveDate>,
) -> Result<()> {
    may_keep(scope, school)?;
    ties::untie(conn, now, scope.today, &Entry::by(scope, "untie", "account", ""), school, tie, until)
}

/// Changes what the school sets for itself.
///
/// # Errors
/// As `settings::change`.
pub fn set_school(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    school: &SchoolId,
    to: &Settings,
) -> Result<()> {
    may_keep(scope, school)?;
    settings::change(conn, now, &Entry::by(scope, "set-school", "school", school), school, to)
}

fn of_school(conn: &mut Conn, scope: &Scope, school: &SchoolId, account: &AccountId) -> Result<()> {
    may_keep(scope, school)?;
    if store::roles_at(conn, account, school)?.is_empty() {
        return Err(Error::NotFound("account"));
    }
    Ok(())
}

/// Four eyes: whoever keeps the accounts does not let himself or herself in.
pub(super) fn not_oneself(scope: &Scope, account: &AccountId) -> Result<()> {
    if scope.account == *account {
        return Err(Error::Refused(Message::new("account-own")));
    }
    Ok(())
}
