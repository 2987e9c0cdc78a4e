//! What falls due: a partner that has not answered in time puts the referral back on the list, one that never answers lets
//! it expire, and consent that ran out ends what rests on it.

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::follow::sent_on;
use super::model::Referral;
use super::state::Event;
use super::{ground, moves, second, store};
use crate::ground::audit::{self, Entry};
use crate::ground::calendar::Calendar;
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, PartnerId, ReferralId, Result, SchoolId};
use crate::school::{adults, closed_weeks, store as people};
use crate::signals::due as signals;

/// How long after the day of answer a referral without one still waits.
const PATIENCE: Duration = Duration::days(60);

/// Marks what is overdue, lets go what was never answered, and ends what has no consent any more; returns how many
/// referrals changed.
///
/// # Errors
/// When the database refuses.
pub fn fall_due(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<usize> {
    let mut changed = 0;
    let schools = people::all_schools(conn)?;
    let calendars = closed_weeks::calendars(conn, &schools)?;
    let rests = |referral: &Referral| {
        calendars.get(&referral.school_id).is_some_and(|calendar| calendar.rests(today))
    };
    for mut referral in store::newly_overdue(conn, today)?.into_iter().filter(|one| !rests(one)) {
        referral.overdue = true;
        store::save(conn, &referral, referral.state)?;
        tell(conn, now, referral.id, "overdue")?;
        changed += 1;
    }
    for referral in store::long_overdue(conn, today - PATIENCE)?.into_iter().filter(|one| !rests(one)) {
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
    let adults = adults::of_pupil(conn, &pupil.id)?;
    let obstacles = ground::left_of_consent(conn, referral, &adults, ground::needed(age), today)?;
    Ok(obstacles.iter().any(|message| message.key == "consent-expired"))
}

fn end(
    conn: &mut Conn,
    now: NaiveDateTime,
    mut referral: Referral,
    event: Event,
    reason: &str,
) -> Result<()> {
    moves::go(conn, None, now, &mut referral, event, reason)?;
    tell(conn, now, referral.id, event.as_str())
}

/// Writes the line in the log and has the school told.
fn tell(conn: &mut Conn, now: NaiveDateTime, referral: ReferralId, what: &str) -> Result<()> {
    let entry = Entry::of("system", "move-referral", "referral", &referral).detail(what);
    audit::record(conn, now, &entry)?;
    outbox::enqueue(conn, now, &Task::ReferralMoved { referral })
}

/// Moves the days of answer that run at a school from one calendar to another, and with them the day on which the pupil's
/// signals are looked back on; returns how many.
///
/// # Errors
/// When the database refuses.
pub fn move_terms(
    conn: &mut Conn,
    school: &SchoolId,
    calendars: (&Calendar, &Calendar),
    today: NaiveDate,
) -> Result<usize> {
    let mut count = 0;
    for mut referral in store::awaited(conn, school)? {
        let (Some(sent), Some(until)) = (sent_on(conn, &referral)?, referral.answer_until) else { continue };
        let new = signals::moved((sent, until), calendars, today);
        if new != until {
            referral.answer_until = Some(new);
            store::save(conn, &referral, referral.state)?;
            signals::move_look(conn, &referral.pupil_id, until, new)?;
            count += 1;
        }
    }
    Ok(count)
}

/// What partners still have to answer at a school: the referral, the partner, and until when.
///
/// # Errors
/// When the database refuses.
pub fn awaited(conn: &mut Conn, school: &SchoolId) -> Result<Vec<(ReferralId, PartnerId, NaiveDate)>> {
    let waiting = store::awaited(conn, school)?;
    Ok(waiting.into_iter().filter_map(|one| Some((one.id, one.partner_id, one.answer_until?))).collect())
}
