//! Making and shutting accounts, giving roles. A person may hold several. Ties to groups and pupils: `ties`.

use chrono::{NaiveDate, NaiveDateTime};

use super::{password, store, ties};
use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, Message, Result, SchoolId};

/// An account to be made.
#[derive(Debug)]
pub struct NewAccount<'a> {
    /// The e-mail address; kept in lower case.
    pub email: &'a str,
    /// The person's name.
    pub name: &'a str,
    /// The password, at least twelve characters.
    pub password: &'a str,
    /// Roles, each at a school; the admin's alone may be for the whole board.
    pub roles: &'a [(Role, Option<SchoolId>)],
}

/// Makes an account with its roles.
///
/// # Errors
/// `Refused` when the address is taken or no address, the password is too short, or a role needs a school.
pub fn add(conn: &mut Conn, now: NaiveDateTime, by: &Entry, new: &NewAccount<'_>) -> Result<AccountId> {
    let email = new.email.trim().to_lowercase();
    if !email.contains('@') {
        return Err(Error::Refused(Message::new("account-no-address").with("value", email)));
    }
    if new.password.chars().count() < 12 {
        return Err(Error::Refused(Message::new("account-short-password")));
    }
    if store::by_email(conn, &email)?.is_some() {
        return Err(Error::Refused(Message::new("account-exists").with("value", email)));
    }
    let nowhere = |(role, school): &&(Role, Option<SchoolId>)| school.is_none() && !role.is_for_the_board();
    if let Some((role, _)) = new.roles.iter().find(nowhere) {
        return Err(Error::Refused(Message::new("account-role-no-school").with("role", role.as_str())));
    }
    let id = AccountId::fresh();
    store::insert(conn, now, &id, &email, new.name, &password::hash(new.password)?)?;
    for (role, school) in new.roles {
        store::insert_role(conn, &id, *role, school.as_ref())?;
    }
    let entry = Entry { subject_id: id.to_string(), ..by.clone() };
    audit::record(conn, now, &entry)?;
    Ok(id)
}

/// Sets what a person is at a school, in place of what the person was there. Whoever is nothing there any more loses the
/// ties to the school's groups and pupils with the day before today.
///
/// # Errors
/// `NotFound` for an account that is not there or was shut, `Refused` for the admin's role, which is the board's to give.
pub fn set_roles(
    conn: &mut Conn,
    now: NaiveDateTime,
    today: NaiveDate,
    by: &Entry,
    account: &AccountId,
    school: &SchoolId,
    roles: &[Role],
) -> Result<()> {
    if let Some(role) = roles.iter().find(|role| role.is_for_the_board()) {
        return Err(Error::Refused(Message::new("account-board-role").with("role", role.as_str())));
    }
    if !store::works(conn, account)? {
        return Err(Error::NotFound("account"));
    }
    store::delete_roles(conn, account, school)?;
    for role in roles {
        store::insert_role(conn, account, *role, Some(school))?;
    }
    let words: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    let entry = Entry { subject_id: account.to_string(), ..by.clone() };
    audit::record(conn, now, &entry.detail(format!("school={school} roles={}", words.join(","))))?;
    if !roles.contains(&Role::Mentor) {
        let ends = Entry { action: "untie", ..by.clone() };
        ties::end_all(conn, now, today, &ends, account, school)?;
    }
    Ok(())
}

/// Shuts an account and ends its sessions.
///
/// # Errors
/// `NotFound` when there is none with this address.
pub fn disable(conn: &mut Conn, now: NaiveDateTime, by: &Entry, email: &str) -> Result<()> {
    let account = store::by_email(conn, email)?.ok_or(Error::NotFound("account"))?;
    store::disable(conn, now, &account.id)?;
    let entry = Entry { subject_id: account.id.to_string(), ..by.clone() };
    audit::record(conn, now, &entry)
}
