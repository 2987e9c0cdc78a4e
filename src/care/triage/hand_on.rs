//! Nothing open is left with nobody: work of an account that was shut, or that may no longer see it, goes on to the
//! stand-in, to who gave it, or to the school's coordinator; a plan of an account that was shut the same way; a row that waits
//! for a mentor whom the group has no more goes to the coordinator at once. Looked at with all that falls due.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime};

use super::assign::Assignment;
use super::{assignment_store as store, plan_owner_store};
use crate::care::plans::model::Plan;
use crate::care::plans::owners;
use crate::care::plans::state::State as PlanState;
use crate::care::plans::store as plans;
use crate::ground::audit::{self, Entry};
use crate::ground::outbox::{self, Task};
use crate::ground::scope::Role;
use crate::ground::{AccountId, Conn, Error, GroupId, PupilId, Result, SchoolId, Scope};
use crate::school::accounts::{stand_ins, store as accounts};
use crate::school::store as people;
use crate::signals::due;
use crate::signals::model::Signal;
use crate::signals::state::State;
use crate::signals::store as signals;

/// What somebody sees: the scope, and the subjects about which something is open.
struct Sees {
    scope: Scope,
    subjects: HashSet<String>,
}

/// What people see, by account; none for who works here no more.
type Known = HashMap<AccountId, Option<Sees>>;

/// Hands on what is with nobody; returns how much.
///
/// # Errors
/// When the database refuses.
pub fn hand_on(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate) -> Result<usize> {
    let mut count = 0;
    let mut known = Known::new();
    for held in store::all(conn)? {
        let sees = sees_of(conn, &mut known, &held.account_id, today)?;
        if sees.is_some_and(|sees| sees.subjects.contains(&held.subject)) {
            continue;
        }
        if !signals::is_open_about(conn, &held.subject)? {
            // Ended, and known to somebody: that stays, unless the account is gone.
            if sees.is_none() {
                store::end(conn, now, &held.subject)?;
            }
            continue;
        }
        count += 1;
        to_another(conn, &mut known, now, today, &held)?;
    }
    for plan in plan_owner_store::left_behind(conn)? {
        count += usize::from(plan_to_another(conn, &mut known, now, today, &plan)?);
    }
    for school in people::all_schools(conn)? {
        count += without_mentor(conn, now, today, &school.id)?;
    }
    Ok(count)
}

/// The first who works and sees it: a stand-in, who gave it, a coordinator. With none of them the row has no owner, as
/// before it was given.
fn to_another(
    conn: &mut Conn,
    known: &mut Known,
    now: NaiveDateTime,
    today: NaiveDate,
    held: &Assignment,
) -> Result<()> {
    let mut next =
        stand_ins::for_today(conn, &held.school_id, std::slice::from_ref(&held.account_id), today)?;
    next.extend(held.by_account.clone().filter(|by| *by != held.account_id));
    next.extend(accounts::with_role(conn, Role::Coordinator, &held.school_id)?);
    let mut to = None;
    for account in next {
        if let Some(signal) = open_to(conn, known, &account, today, &held.subject)? {
            to = Some((account, signal));
            break;
        }
    }
    let detail = if let Some((account, signal)) = to {
        let handed = Assignment { note: held.note.clone(), ..Assignment::new(&signal, &account, None, now) };
        store::replace(conn, &handed)?;
        outbox::enqueue(conn, now, &Task::NewSignals { account: account.clone() })?;
        format!("from={} to={account}", held.account_id)
    } else {
        store::end(conn, now, &held.subject)?;
        format!("from={}", held.account_id)
    };
    audit::record(conn, now, &Entry::of("system", "hand-on-row", "assignment", &held.id).detail(detail))
}

/// A plan whose owner's account was shut goes to the first who works, sees it and can answer for it: a stand-in, who made it, a
/// coordinator. With none of them it stays as it is, and is told to whoever coordinates then. Gives whether it went.
fn plan_to_another(
    conn: &mut Conn,
    known: &mut Known,
    now: NaiveDateTime,
    today: NaiveDate,
    plan: &Plan,
) -> Result<bool> {
    let mut next = stand_ins::for_today(conn, &plan.school_id, std::slice::from_ref(&plan.owner_id), today)?;
    next.push(plan.account_id.clone());
    next.extend(accounts::with_role(conn, Role::Coordinator, &plan.school_id)?);
    let owners = owners(conn, plan, today)?;
    for account in next.into_iter().filter(|one| owners.iter().any(|(id, _)| id == one)) {
        let Some(sees) = sees_of(conn, known, &account, today)? else { continue };
        match plans::plan(conn, &sees.scope, &plan.id) {
            Ok(_) => {}
            Err(Error::NotFound(_)) => continue,
            Err(other) => return Err(other),
        }
        plan_owner_store::give(conn, &plan.id, &account)?;
        if plan.state == PlanState::Evaluating {
            outbox::enqueue(conn, now, &Task::PlanDue { plan: plan.id.clone() })?;
        }
        let detail = format!("from={} to={account}", plan.owner_id);
        audit::record(conn, now, &Entry::of("system", "hand-on-plan", "plan", &plan.id).detail(detail))?;
        return Ok(true);
    }
    Ok(false)
}

/// What somebody sees; none for who works here no more. Each is looked up once.
fn sees_of<'a>(
    conn: &mut Conn,
    known: &'a mut Known,
    account: &AccountId,
    today: NaiveDate,
) -> Result<Option<&'a Sees>> {
    if !known.contains_key(account) {
        let sees = match accounts::scope(conn, account, today) {
            Ok(scope) => Some(Sees { subjects: signals::open_subjects(conn, &scope)?, scope }),
            Err(Error::NotFound(_)) => None,
            Err(other) => return Err(other),
        };
        known.insert(account.clone(), sees);
    }
    Ok(known.get(account).and_then(Option::as_ref))
}

/// An open signal about a subject that somebody sees; none also for who works here no more.
fn open_to(
    conn: &mut Conn,
    known: &mut Known,
    account: &AccountId,
    today: NaiveDate,
    subject: &str,
) -> Result<Option<Signal>> {
    let Some(sees) = sees_of(conn, known, account, today)? else { return Ok(None) };
    Ok(signals::about(conn, &sees.scope, subject)?.into_iter().find(|signal| signal.state.is_open()))
}

/// Rows with the mentor of a group that has none any more.
fn without_mentor(conn: &mut Conn, now: NaiveDateTime, today: NaiveDate, school: &SchoolId) -> Result<usize> {
    let waiting: Vec<Signal> = signals::open_at(conn, school)?
        .into_iter()
        .filter(|signal| signal.state == State::WithMentor)
        .collect();
    if waiting.is_empty() {
        return Ok(0);
    }
    let places: HashMap<PupilId, GroupId> =
        people::places(conn, school, today)?.into_iter().map(|(pupil, group)| (pupil, group.id)).collect();
    let mut has_mentor: HashSet<GroupId> = HashSet::new();
    let mut lacks: HashSet<GroupId> = HashSet::new();
    let mut count = 0;
    for mut signal in waiting {
        let group = signal.pupil_id.as_ref().and_then(|pupil| places.get(pupil));
        if let Some(group) = group.filter(|group| !has_mentor.contains(*group) && !lacks.contains(*group)) {
            let known =
                if people::mentors(conn, group, today)?.is_empty() { &mut lacks } else { &mut has_mentor };
            known.insert(group.clone());
        }
        if group.is_none_or(|group| lacks.contains(group)) {
            due::pass_on(conn, now, &mut signal)?;
            count += 1;
        }
    }
    if count > 0 {
        outbox::enqueue(conn, now, &Task::SignalsRaised { school: school.clone() })?;
    }
    Ok(count)
}
