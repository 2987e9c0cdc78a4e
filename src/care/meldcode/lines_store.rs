//! The log of the meldcode: who saw and did what, apart from the log of all else and in a chain of its own.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::ground::db::schema::meldcode_reads;
use crate::ground::{AccountId, Conn, Result, ids};

/// A line.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = meldcode_reads)]
pub struct Line {
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub account_id: Option<AccountId>,
    /// `list`, `view`, `open`, `step`, `name`, `end-name`, `move-in`, `inspection`.
    pub action: String,
}

/// Writes a line, in whatever transaction the connection is in: without it nothing is shown or done. Ids and words of ours
/// alone.
///
/// # Errors
/// When the database refuses.
pub fn note(
    conn: &mut Conn,
    now: NaiveDateTime,
    who: Option<&AccountId>,
    action: &str,
    file: &str,
    detail: &str,
) -> Result<()> {
    note_as(conn, &ids::fresh(), now, who, (action, file, detail))
}

/// The same under an id that other rows point to.
pub(super) fn note_as(
    conn: &mut Conn,
    id: &str,
    now: NaiveDateTime,
    who: Option<&AccountId>,
    (action, file, detail): (&str, &str, &str),
) -> Result<()> {
    diesel::insert_into(meldcode_reads::table)
        .values((
            meldcode_reads::id.eq(id),
            meldcode_reads::at.eq(now),
            meldcode_reads::account_id.eq(who),
            meldcode_reads::action.eq(action),
            meldcode_reads::file_id.eq(file),
            meldcode_reads::reason.eq(""),
            meldcode_reads::detail.eq(detail),
        ))
        .execute(conn)?;
    Ok(())
}

/// The last lines about a file that the caller may see, newest first.
pub(super) fn of_file(conn: &mut Conn, file: &str, limit: i64) -> Result<Vec<Line>> {
    Ok(meldcode_reads::table
        .filter(meldcode_reads::file_id.eq(file))
        .order((meldcode_reads::at.desc(), meldcode_reads::id.desc()))
        .limit(limit)
        .select(Line::as_select())
        .load(conn)?)
}
