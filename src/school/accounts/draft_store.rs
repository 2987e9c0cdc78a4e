//! What a person had typed in a form and not yet sent.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::ground::db::schema::drafts;
use crate::ground::{AccountId, Conn, Result};

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
