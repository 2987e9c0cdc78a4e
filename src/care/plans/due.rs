//! Plans whose day of evaluation has come: they wait for whoever answers for them, who is told.

use chrono::{NaiveDate, NaiveDateTime};

use super::moves::step;
use super::state::{Actor, Event};
use super::store;
use crate::ground::audit::{self, Entry};
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, PlanId, Result};

pub use super::step_store::by_id;

/// Moves what is to be looked back on today; returns how many plans.
///
/// # Errors
/// When the database refuses.
pub fn fall_due(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<usize> {
    let due = store::due(conn, today)?;
    let count = due.len();
    for mut plan in due {
        step(conn, None, now, &mut plan, Event::FallsDue, Actor::System, "")?;
        tell(conn, now, plan.id)?;
    }
    Ok(count)
}

/// Writes the line in the log and has the owner told.
fn tell(conn: &mut Conn, now: NaiveDateTime, plan: PlanId) -> Result<()> {
    let entry = Entry::of("system", "move-plan", "plan", &plan).detail(Event::FallsDue.as_str());
    audit::record(conn, now, &entry)?;
    outbox::enqueue(conn, now, &Task::PlanDue { plan })
}
