//! What a person had typed in a form and not yet sent. A form of its own page keeps it as JSON under a word; any other as it
//! would be sent, under the address it is sent to.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use crate::ground::db::schema::drafts;
use crate::ground::{AccountId, Conn, Result};

/// How long what was typed is kept.
const KEPT: Duration = Duration::days(30);

/// The five pupils somebody wrote about last stand among the drafts, and are none.
const NO_DRAFT: &str = "observed";

/// What was typed in a form that is not of a page of its own: the address it is sent to, its fields as they are sent, when.
pub type Draft = (String, String, NaiveDateTime);

/// All that a person typed in such forms and did not send, the latest first.
///
/// # Errors
/// When the database refuses.
pub fn drafts_of(conn: &mut Conn, account: &AccountId) -> Result<Vec<Draft>> {
    Ok(drafts::table
        .filter(drafts::account_id.eq(account))
        .filter(drafts::form.like("/%"))
        .order(drafts::saved_at.desc())
        .select((drafts::form, drafts::body, drafts::saved_at))
        .load(conn)?)
}

/// Forgets what was typed and never sent.
///
/// # Errors
/// When the database refuses.
pub fn sweep_drafts(conn: &mut Conn, now: NaiveDateTime) -> Result<()> {
    let old = drafts::table.filter(drafts::saved_at.lt(now - KEPT)).filter(drafts::form.ne(NO_DRAFT));
    diesel::delete(old).execute(conn)?;
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
