//! Which reminder went to whom. When one goes: `remind`.

use chrono::{Days, NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use crate::ground::db::schema::reminders;
use crate::ground::{Conn, Result, ids};

/// Notes that a reminder goes, of this kind to this recipient, about this, for this day; `false` when it went before.
pub(super) fn once(
    conn: &mut Conn,
    now: NaiveDateTime,
    (recipient, kind): (&str, &str),
    about: &str,
    due_on: NaiveDate,
) -> Result<bool> {
    let same = reminders::table
        .filter(reminders::recipient.eq(recipient))
        .filter(reminders::kind.eq(kind))
        .filter(reminders::about_id.eq(about))
        .filter(reminders::due_on.eq(due_on));
    if diesel::select(diesel::dsl::exists(same)).get_result(conn)? {
        return Ok(false);
    }
    diesel::insert_into(reminders::table)
        .values((
            reminders::id.eq(ids::fresh()),
            reminders::recipient.eq(recipient),
            reminders::kind.eq(kind),
            reminders::about_id.eq(about),
            reminders::due_on.eq(due_on),
            reminders::sent_at.eq(now),
        ))
        .execute(conn)?;
    Ok(true)
}

/// Forgets reminders of long ago.
pub(super) fn sweep(conn: &mut Conn, today: NaiveDate) -> Result<()> {
    let old = reminders::table.filter(reminders::due_on.lt(today - Days::new(366)));
    diesel::delete(old).execute(conn)?;
    Ok(())
}
