//! What still waits, as the admin sees it. Doing it is `worker`'s work.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::ground::db::schema::outbox;
use crate::ground::{Conn, Result};

/// A row as the admin sees it.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = outbox)]
pub struct Waiting {
    /// The row's id.
    pub id: String,
    /// The kind of task.
    pub kind: String,
    /// When it was asked for.
    pub created_at: NaiveDateTime,
    /// When it is tried next.
    pub run_after: NaiveDateTime,
    /// How often it was tried.
    pub attempts: i32,
    /// What went wrong last.
    pub last_error: Option<String>,
}

/// What still waits, oldest first: for the admin's page.
///
/// # Errors
/// When the database refuses.
pub fn waiting(conn: &mut Conn) -> Result<Vec<Waiting>> {
    Ok(outbox::table
        .filter(outbox::done_at.is_null())
        .order(outbox::created_at)
        .limit(100)
        .select(Waiting::as_select())
        .load(conn)?)
}
