//! What somebody gets who is let in: a browser session, or a token for the API. Being let in: `login`.

use chrono::{Duration, NaiveDateTime};

use super::store;
use super::tokens::{self, Purpose};
use crate::ground::audit::{self, Entry};
use crate::ground::secret::Secret;
use crate::ground::{AccountId, Conn, Error, Result, secret};

/// Starts a browser session; returns the token for the cookie, of which only the hash is kept.
///
/// # Errors
/// When the database refuses.
pub fn start_session(conn: &mut Conn, now: NaiveDateTime, account: &AccountId) -> Result<String> {
    let token = secret::token()?;
    store::insert_session(conn, now, &secret::hash(&token), account)?;
    record(conn, now, account, "")?;
    Ok(token)
}

/// Starts work by the API; returns the token, which is kept nowhere, and when it ends.
///
/// # Errors
/// When the database refuses.
pub fn start_token(
    conn: &mut Conn,
    now: NaiveDateTime,
    secret: &Secret,
    account: &AccountId,
) -> Result<(String, NaiveDateTime)> {
    record(conn, now, account, "api")?;
    tokens::issue(secret, Purpose::Api, account, now)
}

fn record(conn: &mut Conn, now: NaiveDateTime, account: &AccountId, by: &str) -> Result<()> {
    let entry = Entry {
        account: Some(account.0.clone()),
        ..Entry::of("person", "log-in", "account", account).detail(by)
    };
    audit::record(conn, now, &entry)
}

/// The account behind a session's token, when the session was used in the last hours.
///
/// # Errors
/// `NotFound` when there is none.
pub fn of_session(conn: &mut Conn, now: NaiveDateTime, token: &str, hours: i64) -> Result<(AccountId, bool)> {
    let (account, seen) = store::session(conn, &secret::hash(token))?.ok_or(Error::NotFound("session"))?;
    if now - seen > Duration::hours(hours) {
        return Err(Error::NotFound("session"));
    }
    Ok((account, now - seen > Duration::minutes(5)))
}
