//! Nobody waits in silence: on school days, in the morning, mentors are reminded two school days before their term ends and
//! on the day itself, partners the same; once a week everybody with open work hears so, and on the last school day before a
//! while without school. Each reminder once. Who may be mailed at all: `recipients`; in which words: `compose`.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike};

use super::recipients::{evidence_of, may_be_mailed, recipients};
use super::reminder_store as store;
use crate::care::referrals::due as referrals;
use crate::care::triage::assign;
use crate::ground::calendar::Calendar;
use crate::ground::clock::local;
use crate::ground::outbox::{self, Reminder, Task};
use crate::ground::{AccountId, Conn, GroupId, PupilId, Result, SchoolId};
use crate::school::accounts::stand_ins;
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
    let open = signals::open_at(conn, school)?;
    let evidence = evidence_of(conn, &open)?;
    let places: HashMap<PupilId, GroupId> =
        people::places(conn, school, today)?.into_iter().map(|(pupil, group)| (pupil, group.id)).collect();
    let mut told: BTreeMap<AccountId, Reminder> = BTreeMap::new();
    for signal in open.iter().filter(|signal| signal.state == State::WithMentor) {
        let Some(until) = signal.mentor_until else { continue };
        let Some(is_due) = asks(calendar, until, today) else { continue };
        let Some(group) = signal.pupil_id.as_ref().and_then(|pupil| places.get(pupil)) else { continue };
        if !evidence.get(&signal.id).is_none_or(|own| may_be_mailed(own)) {
            continue;
        }
        let of = if is_due { Reminder::MentorDue } else { Reminder::MentorSoon };
        let mut whom: Vec<AccountId> =
            people::mentors(conn, group, today)?.into_iter().map(|(id, _)| id).collect();
        whom.extend(stand_ins::for_today(conn, school, &whom, today)?);
        for account in whom {
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

/// On the first school day of a week, and on the last school day before a while without.
fn everybody(
    conn: &mut Conn,
    now: NaiveDateTime,
    today: NaiveDate,
    school: &SchoolId,
    calendar: &Calendar,
) -> Result<()> {
    let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
    let begins_the_week = calendar.next_school_day(monday) == today;
    let is_last = calendar.is_last_school_day(today);
    if !begins_the_week && !is_last {
        return Ok(());
    }
    let mut whom = recipients(conn, school, today)?;
    whom.extend(assign::holders(conn, school)?);
    whom.sort();
    whom.dedup();
    for account in whom {
        if begins_the_week && store::once(conn, now, (&account.0, Reminder::Digest.as_str()), "", monday)? {
            outbox::enqueue(conn, now, &Task::Reminder { account: account.clone(), of: Reminder::Digest })?;
        }
        if is_last && store::once(conn, now, (&account.0, Reminder::LastDay.as_str()), "", today)? {
            outbox::enqueue(conn, now, &Task::Reminder { account, of: Reminder::LastDay })?;
        }
    }
    Ok(())
}
