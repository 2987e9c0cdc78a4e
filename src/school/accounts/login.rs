//! Getting in: a password for a session, with a limit on wrong tries per account and per address.

use chrono::{Duration, NaiveDateTime};

use super::{password, store};
use crate::ground::{AccountId, Conn, Db, Message, Result, secret};

pub use super::session::{of_session, start_session, start_token};

/// Wrong tries on one account in a quarter of an hour before it must wait.
const TRIES_PER_ACCOUNT: i64 = 5;
/// Wrong tries from one address in a quarter of an hour before it must wait.
const TRIES_PER_ADDRESS: i64 = 30;

/// What someone who wants in gives.
#[derive(Debug)]
pub struct Attempt {
    /// The e-mail address, in any case.
    pub email: String,
    /// The password.
    pub password: String,
    /// The network address it comes from.
    pub address: String,
}

/// Checks a password. A wrong one is written down: the outer `Result` is the machine's, the inner one the
/// person's. Blocks for the time a verification takes, without holding the database meanwhile.
///
/// # Errors
/// When the database refuses.
pub fn check(db: &Db, now: NaiveDateTime, attempt: &Attempt) -> Result<Result<AccountId, Message>> {
    let email = attempt.email.trim().to_lowercase();
    // The address people typed is not kept: wrong ones may be somebody's password.
    let account_key = secret::hash(&email);
    let found = db.read_blocking(|conn| {
        let waits = must_wait(conn, now, &account_key, &attempt.address)?;
        Ok((waits, store::for_login(conn, &email)?))
    })?;
    let (false, found) = found else {
        return Ok(Err(Message::new("login-wait")));
    };
    let stored = found.as_ref().map(|(_, hash)| hash.as_str());
    let fits = password::verify(&attempt.password, stored);
    db.write_blocking(|conn| match found {
        // Tries that came in meanwhile count too.
        _ if must_wait(conn, now, &account_key, &attempt.address)? => Ok(Err(Message::new("login-wait"))),
        Some((account, _)) if fits => Ok(Ok(account)),
        _ => {
            store::note_failure(conn, now, &account_key, &attempt.address)?;
            Ok(Err(Message::new("login-wrong")))
        }
    })
}

fn must_wait(conn: &mut Conn, now: NaiveDateTime, account: &str, address: &str) -> Result<bool> {
    let since = now - Duration::minutes(15);
    let (by_account, by_address) = store::failures(conn, account, address, since)?;
    Ok(by_account >= TRIES_PER_ACCOUNT || by_address >= TRIES_PER_ADDRESS)
}
