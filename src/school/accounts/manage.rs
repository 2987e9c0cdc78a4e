//! Making and shutting accounts, giving roles and ties. A person may hold several roles.

use chrono::{NaiveDate, NaiveDateTime};

use super::{password, store};
use crate::ground::audit::{self, Entry};
use crate::ground::scope::{RelationKind, Role};
use crate::ground::{AccountId, Conn, Error, GroupId, Message, Result, SchoolId, ids};
use crate::school::model::Relation;

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

/// Ties a person to a group from a day on; a tie that is there already stays as it is.
///
/// # Errors
/// When the database refuses.
pub fn tie_to_group(
    conn: &mut Conn,
    account: &AccountId,
    kind: RelationKind,
    group: &GroupId,
    from: NaiveDate,
) -> Result<()> {
    if store::is_tied(conn, account, group, from)? {
        return Ok(());
    }
    store::insert_relation(
        conn,
        &Relation {
            id: ids::fresh(),
            account_id: account.clone(),
            kind,
            group_id: Some(group.clone()),
            pupil_id: None,
            starts_on: from,
            ends_on: None,
        },
    )
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
