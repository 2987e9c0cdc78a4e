//! What must still happen: rows written in the same transaction as the change that asks for them.
//! Claimed by a lease, retried with growing pauses, kept visible when they fail.
//! Doing them is `worker`'s work; a task holds ids only.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::db::schema::outbox;
use super::{AccountId, Conn, Error, ReferralId, Result, SchoolId, ids};

/// Something to be done after the change that asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Task {
    /// New scores stand in the school's database: compute and raise.
    RaiseSignals {
        /// The school.
        school: SchoolId,
    },
    /// An import was taken back: mark what was raised on it.
    SourceWithdrawn {
        /// The school.
        school: SchoolId,
        /// What the import held: instrument and informant, joined by `/`, and the label of the round.
        lists: Vec<(String, String)>,
        /// When the import had been stored.
        since: NaiveDateTime,
    },
    /// Signals were raised: tell mentors and coordinators that something waits.
    SignalsRaised {
        /// The school.
        school: SchoolId,
    },
    /// Tell one person that new signals wait.
    NewSignals {
        /// The person.
        account: AccountId,
    },
    /// A referral was sent: mail the partner the link.
    ReferralOffered {
        /// The referral.
        referral: ReferralId,
        /// The link's token; only its hash stays in the database once this is done.
        token: String,
    },
    /// The partner took a step: tell the school.
    ReferralMoved {
        /// The referral.
        referral: ReferralId,
    },
}

impl Task {
    /// The word under which the task stands on the admin's page.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::RaiseSignals { .. } => "raise_signals",
            Self::SourceWithdrawn { .. } => "source_withdrawn",
            Self::SignalsRaised { .. } => "signals_raised",
            Self::NewSignals { .. } => "new_signals",
            Self::ReferralOffered { .. } => "referral_offered",
            Self::ReferralMoved { .. } => "referral_moved",
        }
    }
}

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

/// Asks for a task, in the transaction of the change.
///
/// # Errors
/// When the database refuses.
pub fn enqueue(conn: &mut Conn, now: NaiveDateTime, task: &Task) -> Result<()> {
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(ids::fresh()),
            outbox::kind.eq(task.kind()),
            outbox::payload.eq(serde_json::to_string(task).map_err(Error::internal)?),
            outbox::created_at.eq(now),
            outbox::run_after.eq(now),
        ))
        .execute(conn)?;
    Ok(())
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
