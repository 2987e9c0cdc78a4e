//! What falls due by date: mentors' terms that passed, signals watched until today. When a school closes in between, the
//! terms that run move along.

use chrono::{NaiveDate, NaiveDateTime};

use super::model::Signal;
use super::moves::move_in_sight;
use super::state::{Event, State};
use super::store;
use crate::ground::calendar::Calendar;
use crate::ground::clock::local;
use crate::ground::{Conn, PupilId, Result, SchoolId};
use crate::school::{closed_weeks, store as people};

/// What falls due by date: mentors' terms that passed, signals watched until today. Returns how many moved.
///
/// # Errors
/// When the database refuses.
pub fn fall_due(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<usize> {
    let mut due = store::due(conn, today)?;
    let schools = people::all_schools(conn)?;
    let calendars = closed_weeks::calendars(conn, &schools)?;
    // In closed weeks no term ends; what ended meanwhile does on the first school day after.
    due.retain(|signal| calendars.get(&signal.school_id).is_none_or(|calendar| !calendar.rests(today)));
    let count = due.len();
    for mut signal in due {
        let event = match signal.state {
            State::Watching => Event::Wakes,
            _ => Event::TermPassed,
        };
        move_in_sight(conn, now, &mut signal, event)?;
    }
    Ok(count)
}

/// Passes a signal on to the coordinator before the term: there is no mentor any more.
///
/// # Errors
/// `Conflict` when it is not with the mentor.
pub fn pass_on(conn: &mut Conn, now: NaiveDateTime, signal: &mut Signal) -> Result<()> {
    move_in_sight(conn, now, signal, Event::TermPassed)
}

/// A term that began on a day and is as many school days long by another calendar; one that becomes shorter ends today at
/// the earliest.
#[must_use]
pub fn moved(
    (from, until): (NaiveDate, NaiveDate),
    (before, after): (&Calendar, &Calendar),
    today: NaiveDate,
) -> NaiveDate {
    let new = after.after(from, before.days_between(from, until));
    if new < until { new.max(today).min(until) } else { new }
}

/// Moves the mentors' terms that run at a school from one calendar to another; returns how many.
///
/// # Errors
/// When the database refuses.
pub fn move_terms(
    conn: &mut Conn,
    school: &SchoolId,
    calendars: (&Calendar, &Calendar),
    today: NaiveDate,
) -> Result<usize> {
    let running: Vec<Signal> = store::open_at(conn, school)?
        .into_iter()
        .filter(|signal| signal.state == State::WithMentor)
        .collect();
    let ids: Vec<_> = running.iter().map(|signal| signal.id.clone()).collect();
    let began = store::last_moves(conn, &ids)?;
    let mut count = 0;
    for mut signal in running {
        let (Some(at), Some(until)) = (began.get(&signal.id), signal.mentor_until) else { continue };
        let new = moved((local(*at).date(), until), calendars, today);
        if new != until {
            signal.mentor_until = Some(new);
            store::save(conn, &signal, State::WithMentor)?;
            count += 1;
        }
    }
    Ok(count)
}

/// Signals of a pupil that are looked back on when the partner must have answered: that day has moved.
///
/// # Errors
/// When the database refuses.
pub fn move_look(conn: &mut Conn, pupil: &PupilId, from: NaiveDate, to: NaiveDate) -> Result<()> {
    store::move_look(conn, pupil, from, to)
}
