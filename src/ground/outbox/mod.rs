//! What must still happen: rows written in the same transaction as the change that asks for them.
//! Claimed by a lease, retried with growing pauses, kept visible when they fail.
//! Doing them is `worker`'s work; a task holds ids only.

mod claim;
mod task;
mod waiting;

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use diesel::prelude::*;

use super::db::schema::outbox;
use super::{Conn, Error, Result, ids};

pub use self::claim::{Claimed, claim, finish, retry};
pub use self::task::{Reminder, Task};
pub use self::waiting::{Waiting, waiting};

/// Asks for a task, in the transaction of the change.
///
/// # Errors
/// When the database refuses.
pub fn enqueue(conn: &mut Conn, now: NaiveDateTime, task: &Task) -> Result<()> {
    put(conn, now, now, task)
}

/// Asks for a task that is done on a later day, in the morning.
///
/// # Errors
/// When the database refuses.
pub fn enqueue_for(conn: &mut Conn, now: NaiveDateTime, on: NaiveDate, task: &Task) -> Result<()> {
    put(conn, now, on.and_time(NaiveTime::MIN) + MORNING, task)
}

/// Six in the morning by the clock of the database: seven or eight in Amsterdam, before school begins.
const MORNING: Duration = Duration::hours(6);

fn put(conn: &mut Conn, now: NaiveDateTime, run_after: NaiveDateTime, task: &Task) -> Result<()> {
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(ids::fresh()),
            outbox::kind.eq(task.kind()),
            outbox::payload.eq(serde_json::to_string(task).map_err(Error::internal)?),
            outbox::created_at.eq(now),
            outbox::run_after.eq(run_after),
        ))
        .execute(conn)?;
    Ok(())
}

/// How long a task that was done stays, for whoever looks why a mail went.
const KEPT: Duration = Duration::days(30);

/// Forgets tasks that were done long ago.
///
/// # Errors
/// When the database refuses.
pub fn sweep(conn: &mut Conn, now: NaiveDateTime) -> Result<()> {
    diesel::delete(outbox::table.filter(outbox::done_at.lt(now - KEPT))).execute(conn)?;
    Ok(())
}
