//! The code that opens a link: its fingerprint, and a new one for a link that was locked.

use chrono::NaiveDateTime;

use super::store;
use crate::ground::audit::{self, Entry};
use crate::ground::secret::{self, Secret};
use crate::ground::{Conn, Error, Message, ReferralId, Result, Scope};

/// The keyed fingerprint of a code for one referral: six digits alone would be quickly tried out.
pub(super) fn fingerprint(secret: &Secret, id: &ReferralId, code: &str) -> String {
    secret.fingerprint("handover-code", &format!("{id}:{code}"))
}

/// Gives a new code and opens a locked link again; the old code no longer works.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` when the referral has ended or was not sent.
pub fn new_code(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    secret: &Secret,
    id: &ReferralId,
) -> Result<String> {
    let mut referral = store::referral(conn, scope, id)?;
    if !referral.state.is_live() {
        return Err(Error::Conflict(Message::new("referral-not-live")));
    }
    let code = secret::code()?;
    referral.code_hash = Some(fingerprint(secret, id, &code));
    referral.code_misses = 0;
    store::save(conn, &referral, referral.state)?;
    audit::record(conn, now, &Entry::by(scope, "new-handover-code", "referral", id))?;
    Ok(code)
}
