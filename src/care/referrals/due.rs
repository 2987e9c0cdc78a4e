//! What falls due: a partner that has not answered in time puts the referral back on the list,
//! and one that never answers lets it expire.

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::model::Step;
use super::state::{self, Actor, Event};
use super::store;
use crate::ground::audit::{self, Entry};
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, ReferralId, Result};

/// How long after the day of answer a referral without one still waits.
const PATIENCE: Duration = Duration::days(60);

/// Marks what is overdue and lets go what was never answered; returns how many referrals changed.
///
/// # Errors
/// When the database refuses.
pub fn fall_due(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<usize> {
    let mut changed = 0;
    for mut referral in store::newly_overdue(conn, today)? {
        referral.overdue = true;
        store::save(conn, &referral, referral.state)?;
        tell(conn, now, referral.id, "overdue")?;
        changed += 1;
    }
    for mut referral in store::long_overdue(conn, today - PATIENCE)? {
        let from = referral.state;
        referral.state = state::next(from, Event::Expired, Actor::System)?;
        referral.changed_at = now;
        store::save(conn, &referral, from)?;
        let step = Step::of(&referral, from, Event::Expired.as_str(), Actor::System, now);
        store::insert_step(conn, &step)?;
        tell(conn, now, referral.id, Event::Expired.as_str())?;
        changed += 1;
    }
    Ok(changed)
}

/// Writes the line in the log and has the school told.
fn tell(conn: &mut Conn, now: NaiveDateTime, referral: ReferralId, what: &str) -> Result<()> {
    let entry = Entry::of("system", "move-referral", "referral", &referral).detail(what);
    audit::record(conn, now, &entry)?;
    outbox::enqueue(conn, now, &Task::ReferralMoved { referral })
}
