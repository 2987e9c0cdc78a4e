//! All that is asked of the database about accounts, sessions, roles and relations.

use chrono::{Duration, NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use crate::ground::db::schema::{accounts, drafts, login_failures, relations, roles, sessions};
use crate::ground::scope::{RelationKind, Role};
use crate::ground::{AccountId, Conn, Error, GroupId, Language, PupilId, Result, SchoolId, Scope, ids};
use crate::school::model::Relation;

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

/// Who this is and what follows from roles and relations on a day.
///
/// # Errors
/// `NotFound` for an account that is not there or was shut.
pub fn scope(conn: &mut Conn, account: &AccountId, today: NaiveDate) -> Result<Scope> {
    let (name, language): (String, String) = accounts::table
        .find(account)
        .filter(accounts::disabled_at.is_null())
        .select((accounts::name, accounts::language))
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("account"))?;
    let roles: Vec<(Role, Option<SchoolId>)> = roles::table
        .filter(roles::account_id.eq(account))
        .order((roles::role, roles::school_id))
        .select((roles::role, roles::school_id))
        .load(conn)?;
    let ties: Vec<(RelationKind, Option<GroupId>, Option<PupilId>)> = relations::table
        .filter(relations::account_id.eq(account))
        .filter(relations::starts_on.le(today))
        .filter(relations::ends_on.is_null().or(relations::ends_on.ge(today)))
        .select((relations::kind, relations::group_id, relations::pupil_id))
        .load(conn)?;
    let mut scope = Scope {
        account: account.clone(),
        today,
        name,
        language: Language::from_code(&language),
        roles,
        groups: Vec::new(),
        pupils: Vec::new(),
    };
    for (kind, group, pupil) in ties {
        scope.groups.extend(group.map(|id| (id, kind)));
        scope.pupils.extend(pupil.map(|id| (id, kind)));
    }
    Ok(scope)
}

/// The working account with this e-mail address and its password's hash.
pub(super) fn for_login(conn: &mut Conn, email: &str) -> Result<Option<(AccountId, String)>> {
    Ok(accounts::table
        .filter(accounts::email.eq(email))
        .filter(accounts::disabled_at.is_null())
        .select((accounts::id, accounts::password_hash))
        .first(conn)
        .optional()?)
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

pub(super) fn failures(
    conn: &mut Conn,
    account: &str,
    address: &str,
    since: NaiveDateTime,
) -> Result<(i64, i64)> {
    let recent = login_failures::table.filter(login_failures::at.gt(since));
    let by_account = recent.filter(login_failures::account.eq(account)).count().get_result(conn)?;
    let by_address = recent.filter(login_failures::address.eq(address)).count().get_result(conn)?;
    Ok((by_account, by_address))
}

pub(super) fn note_failure(conn: &mut Conn, now: NaiveDateTime, account: &str, address: &str) -> Result<()> {
    diesel::insert_into(login_failures::table)
        .values((
            login_failures::id.eq(ids::fresh()),
            login_failures::account.eq(account),
            login_failures::address.eq(address),
            login_failures::at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

pub(super) fn insert_session(
    conn: &mut Conn,
    now: NaiveDateTime,
    token_hash: &str,
    account: &AccountId,
) -> Result<()> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(token_hash),
            sessions::account_id.eq(account),
            sessions::created_at.eq(now),
            sessions::last_seen_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

pub(super) fn session(conn: &mut Conn, token_hash: &str) -> Result<Option<(AccountId, NaiveDateTime)>> {
    Ok(sessions::table
        .find(token_hash)
        .select((sessions::account_id, sessions::last_seen_at))
        .first(conn)
        .optional()?)
}

/// Notes that a session was used.
///
/// # Errors
/// When the database refuses.
pub fn touch_session(conn: &mut Conn, now: NaiveDateTime, token: &str) -> Result<()> {
    diesel::update(sessions::table.find(crate::ground::secret::hash(token)))
        .set(sessions::last_seen_at.eq(now))
        .execute(conn)?;
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// When the database refuses.
pub fn end_session(conn: &mut Conn, token: &str) -> Result<()> {
    diesel::delete(sessions::table.find(crate::ground::secret::hash(token))).execute(conn)?;
    Ok(())
}

/// Forgets wrong tries of before yesterday and sessions that were not used for so many hours.
///
/// # Errors
/// When the database refuses.
pub fn sweep(conn: &mut Conn, now: NaiveDateTime, session_hours: i64) -> Result<()> {
    let (a_day_ago, unused) = (now - Duration::days(1), now - Duration::hours(session_hours));
    diesel::delete(login_failures::table.filter(login_failures::at.lt(a_day_ago))).execute(conn)?;
    diesel::delete(sessions::table.filter(sessions::last_seen_at.lt(unused))).execute(conn)?;
    Ok(())
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

/// What a person had typed in a form and not yet sent, as JSON.
///
/// # Errors
/// When the database refuses.
pub fn draft(conn: &mut Conn, account: &AccountId, form: &str) -> Result<Option<String>> {
    Ok(drafts::table.find((account, form)).select(drafts::body).first(conn).optional()?)
}

/// Keeps what a person has typed so far; an empty body forgets it.
///
/// # Errors
/// When the database refuses.
pub fn save_draft(
    conn: &mut Conn,
    now: NaiveDateTime,
    account: &AccountId,
    form: &str,
    body: &str,
) -> Result<()> {
    diesel::delete(drafts::table.find((account, form))).execute(conn)?;
    if !body.is_empty() {
        diesel::insert_into(drafts::table)
            .values((
                drafts::account_id.eq(account),
                drafts::form.eq(form),
                drafts::body.eq(body),
                drafts::saved_at.eq(now),
            ))
            .execute(conn)?;
    }
    Ok(())
}
