//! Taking a task by a lease, marking it as done, putting it back with a pause that grows. Asking for one: `outbox`.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use super::task::Task;
use crate::ground::db::schema::outbox;
use crate::ground::{Conn, Result};

/// A task that a worker holds for a while.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// The row's id; also the stem of the message id of a mail, so that a receiver can drop a double.
    pub id: String,
    /// What to do.
    pub task: Task,
    /// Which try this is, from 1.
    pub attempt: i32,
}

/// How long a worker may hold a task before another may take it.
const LEASE: Duration = Duration::minutes(5);

/// Takes the oldest task that is due, if any: the guarded update lets one worker win. A row whose payload cannot be
/// read is put back like a task that failed, so that it stays visible and stands in nobody's way.
///
/// # Errors
/// When the database refuses.
pub fn claim(conn: &mut Conn, now: NaiveDateTime) -> Result<Option<Claimed>> {
    while let Some((id, payload, attempt)) = lease(conn, now)? {
        if let Ok(task) = serde_json::from_str(&payload) {
            return Ok(Some(Claimed { id, task, attempt }));
        }
        // What the parser says may quote the payload.
        put_back(conn, now, &id, attempt, "the payload cannot be read")?;
    }
    Ok(None)
}

/// Leases the oldest row that is due: its id, its payload and which try this is.
fn lease(conn: &mut Conn, now: NaiveDateTime) -> Result<Option<(String, String, i32)>> {
    let free = outbox::leased_until.is_null().or(outbox::leased_until.lt(now));
    let due: Option<(String, String, i32)> = outbox::table
        .filter(outbox::done_at.is_null())
        .filter(outbox::run_after.le(now))
        .filter(free)
        .order((outbox::run_after, outbox::id))
        .select((outbox::id, outbox::payload, outbox::attempts))
        .first(conn)
        .optional()?;
    let Some((id, payload, attempts)) = due else {
        return Ok(None);
    };
    let won = diesel::update(outbox::table.find(&id))
        .filter(outbox::done_at.is_null())
        .filter(outbox::attempts.eq(attempts))
        .set((outbox::leased_until.eq(now + LEASE), outbox::attempts.eq(attempts + 1)))
        .execute(conn)?;
    if won == 0 {
        return Ok(None);
    }
    Ok(Some((id, payload, attempts + 1)))
}

/// Marks a task as done and forgets its payload, which may hold a token; `false` when it was done already, or when
/// the lease ran out and another took the task over.
///
/// # Errors
/// When the database refuses.
pub fn finish(conn: &mut Conn, now: NaiveDateTime, claimed: &Claimed) -> Result<bool> {
    let finished = diesel::update(outbox::table.find(&claimed.id))
        .filter(outbox::attempts.eq(claimed.attempt))
        .filter(outbox::done_at.is_null())
        .set((
            outbox::done_at.eq(now),
            outbox::payload.eq("{}"),
            outbox::leased_until.eq(None::<NaiveDateTime>),
        ))
        .execute(conn)?;
    Ok(finished > 0)
}

/// Puts a task back with a pause that doubles: 1, 2, 4 … minutes, at most a day. Whoever's lease ran out and was
/// taken over changes nothing.
///
/// # Errors
/// When the database refuses.
pub fn retry(conn: &mut Conn, now: NaiveDateTime, claimed: &Claimed, error: &str) -> Result<()> {
    put_back(conn, now, &claimed.id, claimed.attempt, error)
}

fn put_back(conn: &mut Conn, now: NaiveDateTime, id: &str, attempt: i32, error: &str) -> Result<()> {
    let minutes = 2_i64.pow(attempt.clamp(1, 11).cast_unsigned() - 1);
    diesel::update(outbox::table.find(id))
        .filter(outbox::done_at.is_null())
        .filter(outbox::attempts.eq(attempt))
        .set((
            outbox::run_after.eq(now + Duration::minutes(minutes.min(24 * 60))),
            outbox::leased_until.eq(None::<NaiveDateTime>),
            outbox::last_error.eq(error),
        ))
        .execute(conn)?;
    Ok(())
}
