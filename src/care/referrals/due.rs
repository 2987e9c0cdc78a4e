//! What falls due: a partner that has not answered in time puts the referral back on the list, one that never answers lets
//! it expire, and consent that ran out ends what rests on it.

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::ground::Answers;
use super::model::{Referral, Step};
use super::state::{self, Actor, Event};
use super::who_agrees::consent_obstacles;
use super::{ground, second, store};
use crate::ground::audit::{self, Entry};
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, ReferralId, Result};
use crate::school::adults;
use crate::school::store as people;

/// How long after the day of answer a referral without one still waits.
const PATIENCE: Duration = Duration::days(60);

/// Marks what is overdue, lets go what was never answered, and ends what has no consent any more; returns how many
/// referrals changed.
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
    for referral in store::long_overdue(conn, today - PATIENCE)? {
        end(conn, now, referral, Event::Expired, "")?;
        changed += 1;
    }
    for referral in store::with_consent_until(conn, today)? {
        if consent_ran_out(conn, &referral, today)? {
            let event = if referral.state.awaits_answer() { Event::Expired } else { Event::Stopped };
            end(conn, now, referral, event, "consent-expired")?;
            changed += 1;
        }
    }
    Ok(changed)
}

/// Whether a consent that is needed today, and was given, held until a day that went by.
fn consent_ran_out(conn: &mut Conn, referral: &Referral, today: NaiveDate) -> Result<bool> {
    let pupil = people::pupil_unasked(conn, &referral.pupil_id)?;
    let Some(age) = pupil.age(today) else {
        return Ok(false);
    };
    if second::went_without(conn, &referral.id)? {
        return Ok(false);
    }
    let answers = Answers {
        adults: &adults::of_pupil(conn, &pupil.id)?,
        consents: &store::consents(conn, &referral.id)?,
        parts_hash: referral.agreed_hash.as_deref().unwrap_or_default(),
        choice: &referral.chosen(),
        today,
    };
    let obstacles = consent_obstacles(ground::needed(age), &answers);
    Ok(obstacles.iter().any(|message| message.key == "consent-expired"))
}

fn end(
    conn: &mut Conn,
    now: NaiveDateTime,
    mut referral: Referral,
    event: Event,
    reason: &str,
) -> Result<()> {
    let from = referral.state;
    referral.state = state::next(from, event, Actor::System)?;
    referral.changed_at = now;
    referral.asked = false;
    store::save(conn, &referral, from)?;
    let step =
        Step { reason: reason.to_owned(), ..Step::of(&referral, from, event.as_str(), Actor::System, now) };
    store::insert_step(conn, &step)?;
    tell(conn, now, referral.id, event.as_str())
}

/// Writes the line in the log and has the school told.
fn tell(conn: &mut Conn, now: NaiveDateTime, referral: ReferralId, what: &str) -> Result<()> {
    let entry = Entry::of("system", "move-referral", "referral", &referral).detail(what);
    audit::record(conn, now, &entry)?;
    outbox::enqueue(conn, now, &Task::ReferralMoved { referral })
}
