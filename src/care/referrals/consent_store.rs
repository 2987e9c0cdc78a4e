//! What is asked of the database about answers on consent. Whose are needed: `who_agrees`.

use diesel::prelude::*;

use super::model::Consent;
use crate::ground::db::schema::consents;
use crate::ground::{Conn, ReferralId, Result};

pub(super) fn insert_consent(conn: &mut Conn, consent: &Consent) -> Result<()> {
    diesel::insert_into(consents::table).values(consent).execute(conn)?;
    Ok(())
}

/// The answers about consent for a referral, oldest first; the last of each person counts.
///
/// # Errors
/// When the database refuses.
pub fn consents(conn: &mut Conn, id: &ReferralId) -> Result<Vec<Consent>> {
    Ok(consents::table
        .filter(consents::referral_id.eq(id))
        .order((consents::at, consents::id))
        .select(Consent::as_select())
        .load(conn)?)
}
