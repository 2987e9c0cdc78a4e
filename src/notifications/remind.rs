//! Nobody waits in silence: on school days, in the morning, mentors are reminded two school days before their term ends and
//! on the day itself, partners the same; once a week everybody with open work hears so, and on the last school day before a
//! while without school. Each reminder once. Who may be mailed at all: `recipients`; in which words: `compose`.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike};

use super::followers::with_stand_ins;
use super::recipients::{evidence_of, may_be_mailed};
use super::reminder_store as store;
use crate::care::referrals::due as referrals;
use crate::ground::calendar::Calendar;
use crate::ground::clock::local;
use crate::ground::outbox::{self, Reminder, Task};
use crate::ground::{AccountId, Conn, GroupId, PupilId, Result, SchoolId};
use crate::school::accounts::store as accounts;
use crate::school::{closed_weeks, store as people};
use crate::signals::state::State;
use crate::signals::store as signals;

/// How many school days before the end of a term a reminder goes.
const BEFORE: u32 = 2;

/// The hour, in Amsterdam, from which reminders go.
const MORNING: u32 = 7;

/// Asks for the reminders of today; each is asked for once.
///
/// # Errors
/// When the database refuses.
pub fn remind(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<()> {
    store::sweep(conn, today)?;
    if local(now).hour() < MORNING {
        return Ok(());
    }
    let schools = people::all_schools(conn)?;
    for (school, calendar) in closed_weeks::calendars(conn, &schools)? {
        if calendar.is_school_day(today) {
            mentors(conn, now, today, &school, &calendar)?;
            partners(conn, now, today, &school, &calendar)?;
            everybody(conn, now, today, &school, &calendar)?;
        }
    }
    Ok(())
}

/// Whether a term asks for a reminder today: it ends today, or in two school days.
fn asks(calendar: &Calendar, until: NaiveDate, today: NaiveDate) -> Option<bool> {
    match until {
        until if until == today => Some(true),
        until if until > today && calendar.days_between(today, until) == BEFORE => Some(false),
        _ => None,
    }
}

fn mentors(
    conn: &mut Conn,
    now: NaiveDateTime,
    today: NaiveDate,
    school: &SchoolId,
    calendar: &Calendar,
) -> Result<()> {
    let mut open = signals::open_at(conn, school)?;
    open.retain(|signal| {
        let until = signal.mentor_until.filter(|_| signal.state == State::WithMentor);
        until.is_some_and(|until| asks(calendar, until, today).is_some())
    });
    if open.is_empty() {
        return Ok(());
    }
    let evidence = evidence_of(conn, &open)?;
    let places: HashMap<PupilId, GroupId> =
        people::places(conn, school, today)?.into_iter().map(|(pupil, group)| (pupil, group.id)).collect();
    let mut told: BTreeMap<AccountId, Reminder> = BTreeMap::new();
    for signal in &open {
        let Some(until) = signal.mentor_until else { continue };
        let Some(is_due) = asks(calendar, until, today) else { continue };
        let Some(group) = signal.pupil_id.as_ref().and_then(|pupil| places.get(pupil)) else { continue };
        if !evidence.get(&signal.id).is_none_or(|own| may_be_mailed(own)) {
            continue;
        }
        let of = if is_due { Reminder::MentorDue } else { Reminder::MentorSoon };
        let whom = people::mentors(conn, group, today)?.into_iter().map(|(id, _)| id).collect();
        for account in with_stand_ins(conn, whom, (school, today))? {
            if store::once(conn, now, (&account.0, of.as_str()), &signal.id.0, until)? {
                // One mail a person: what ends today goes before what ends soon.
                let told = told.entry(account).or_insert(of);
                if is_due {
                    *told = of;
                }
            }
        }
    }
    for (account, of) in told {
        outbox::enqueue(conn, now, &Task::Reminder { account, of })?;
    }
    Ok(())
}

fn partners(
    conn: &mut Conn,
    now: NaiveDateTime,
    today: NaiveDate,
    school: &SchoolId,
    calendar: &Calendar,
) -> Result<()> {
    for (referral, partner, until) in referrals::awaited(conn, school)? {
        let kind = match asks(calendar, until, today) {
            Some(true) => "partner-due",
            Some(false) => "partner-soon",
            None => continue,
        };
        if store::once(conn, now, (&partner.0, kind), &referral.0, until)? {
            outbox::enqueue(conn, now, &Task::PartnerReminder { referral })?;
        }
    }
    Ok(())
}

/// Once a week, on its first school day, or on the first after it that anybody looked; and on the last school day before a
/// while without. Whether something waits for somebody is looked up when the mail goes.
fn everybody(
    conn: &mut Conn,
    now: NaiveDateTime,
    today: NaiveDate,
    school: &SchoolId,
    calendar: &Calendar,
) -> Result<()> {
    let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
    // Who came in the course of the week hears the next.
    to_all(conn, now, school, Reminder::Digest, (monday, calendar.next_school_day(monday)))?;
    if calendar.is_last_school_day(today) {
        to_all(conn, now, school, Reminder::LastDay, (today, today))?;
    }
    Ok(())
}

/// Asks once for a reminder to all who work at a school, and worked there on a day.
fn to_all(
    conn: &mut Conn,
    now: NaiveDateTime,
    school: &SchoolId,
    of: Reminder,
    (due_on, worked_on): (NaiveDate, NaiveDate),
) -> Result<()> {
    if !store::once(conn, now, (&school.0, of.as_str()), "", due_on)? {
        return Ok(());
    }
    for account in accounts::working_at(conn, school, worked_on)? {
        // Who works at two schools hears it once.
        if store::once(conn, now, (&account.0, of.as_str()), "", due_on)? {
            outbox::enqueue(conn, now, &Task::Reminder { account, of })?;
        }
    }
    Ok(())
}
