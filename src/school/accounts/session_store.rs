//! What is asked of the database about getting in: passwords' hashes, wrong tries, sessions. Checking: `login`.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use crate::ground::db::schema::{accounts, login_failures, sessions};
use crate::ground::{AccountId, Conn, Result, ids};

/// How long it stays known whose session ended by not being used: a form that is sent after a long weekend is kept.
const LATE: Duration = Duration::days(4);

/// The working account with this e-mail address and its password's hash.
pub(super) fn for_login(conn: &mut Conn, email: &str) -> Result<Option<(AccountId, String)>> {
    Ok(accounts::table
        .filter(accounts::email.eq(email))
        .filter(accounts::disabled_at.is_null())
        .select((accounts::id, accounts::password_hash))
        .first(conn)
        .optional()?)
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

/// The working account whose session this was, used or not: what is sent with it is kept for that account, no more.
///
/// # Errors
/// When the database refuses.
pub fn whose_session(conn: &mut Conn, token: &str) -> Result<Option<AccountId>> {
    Ok(sessions::table
        .inner_join(accounts::table)
        .filter(sessions::token_hash.eq(crate::ground::secret::hash(token)))
        .filter(accounts::disabled_at.is_null())
        .select(sessions::account_id)
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

/// Forgets wrong tries of before yesterday, and sessions that ended longer ago than somebody may come back with a form.
///
/// # Errors
/// When the database refuses.
pub fn sweep(conn: &mut Conn, now: NaiveDateTime, session_hours: i64) -> Result<()> {
    let (a_day_ago, unused) = (now - Duration::days(1), now - Duration::hours(session_hours) - LATE);
    diesel::delete(login_failures::table.filter(login_failures::at.lt(a_day_ago))).execute(conn)?;
    diesel::delete(sessions::table.filter(sessions::last_seen_at.lt(unused))).execute(conn)?;
    Ok(())
}
