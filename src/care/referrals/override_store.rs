//! What is asked of the database about sending without consent. Who may agree: `second`.

use diesel::prelude::*;

use super::model::Override;
use crate::ground::db::schema::overrides;
use crate::ground::{Conn, ReferralId, Result};

/// The request to send without consent that stands or was agreed to, if any.
///
/// # Errors
/// When the database refuses.
pub fn override_of(conn: &mut Conn, id: &ReferralId) -> Result<Option<Override>> {
    Ok(overrides::table
        .filter(overrides::referral_id.eq(id))
        .filter(overrides::ended_at.is_null())
        .order(overrides::asked_at.desc())
        .select(Override::as_select())
        .first(conn)
        .optional()?)
}

pub(super) fn insert_override(conn: &mut Conn, asked: &Override) -> Result<()> {
    diesel::insert_into(overrides::table).values(asked).execute(conn)?;
    Ok(())
}

pub(super) fn save_override(conn: &mut Conn, asked: &Override) -> Result<()> {
    diesel::update(overrides::table.find(&asked.id)).set(asked).execute(conn)?;
    Ok(())
}
