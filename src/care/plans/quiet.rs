//! What a plan keeps quiet: the open signals of its subject in its own domains, until two weeks past its day of
//! evaluation. `signals` knows no plans: it is told until when (`look_on`), and what breaks through is its own to say
//! (`signals::again`). Why: ADR 45.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::model::Plan;
use super::store;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Result, Scope};
use crate::signals::model::{Severity, Signal};
use crate::signals::moves::{self, Step};
use crate::signals::state::{Actor, Event, State};
use crate::signals::store as signals;

/// How long past its day of evaluation a plan still keeps quiet, and how long one that is being drawn up does.
const TWO_WEEKS: Days = Days::new(14);

/// Until when a plan that is looked back on at a day keeps quiet: the first day on which it no longer does.
pub(super) fn until(evaluate_on: NaiveDate) -> NaiveDate {
    evaluate_on.checked_add_days(TWO_WEEKS).unwrap_or(evaluate_on)
}

/// Quiets the open signals of the plan's subject in its domains, and those it is about already, that this person may
/// decide on; nothing while it has no day of evaluation.
pub(super) fn quiet(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, plan: &Plan) -> Result<()> {
    let Some(look_on) = plan.evaluate_on.map(until) else { return Ok(()) };
    let domains = store::domains_of(conn, &plan.id)?;
    let under = store::signals(conn, plan)?;
    for mut signal in signals::about(conn, scope, plan.subject())? {
        let is_own = domains.contains(&signal.domain) || under.contains(&signal.id);
        if !is_own || !may_quiet(scope, &signal) {
            continue;
        }
        let step = Step {
            account: Some(&scope.account),
            look_on: Some(look_on),
            ..Step::of(Event::Planned, Actor::Person)
        };
        moves::go(conn, now, &mut signal, &step)?;
        store::link(conn, &plan.id, &signal.id)?;
    }
    Ok(())
}

/// Never an answer that must be read, a note that is in no list, or what a partner was asked for. A mentor quiets what
/// waits for the mentor or was taken up; the rest is the coordinator's.
fn may_quiet(scope: &Scope, signal: &Signal) -> bool {
    let is_listed = signal.state.is_open() && signal.severity < Severity::C && !signal.is_critical();
    is_listed
        && signal.state != State::Referred
        && (scope.has_at(Role::Coordinator, &signal.school_id)
            || match signal.state {
                State::InConversation | State::Planned => true,
                State::WithMentor => !signal.human,
                _ => false,
            })
}

/// The plan is over: what it kept quiet and no other plan does asks for attention again.
pub(super) fn wake(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, plan: &Plan) -> Result<()> {
    for mut signal in quieted(conn, scope, plan)? {
        moves::move_in_sight(conn, now, &mut signal, Event::PlanEnds)?;
    }
    Ok(())
}

/// The plan is over and nothing more is needed: what it kept quiet and no other plan does ends with this outcome.
pub(super) fn close(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    plan: &Plan,
    outcome: &str,
) -> Result<()> {
    for mut signal in quieted(conn, scope, plan)? {
        let step =
            Step { account: Some(&scope.account), reason: outcome, ..Step::of(Event::Closed, Actor::Person) };
        moves::go(conn, now, &mut signal, &step)?;
    }
    Ok(())
}

/// What this plan alone keeps quiet.
fn quieted(conn: &mut Conn, scope: &Scope, plan: &Plan) -> Result<Vec<Signal>> {
    let mut found = Vec::new();
    for id in store::signals(conn, plan)? {
        let signal = match signals::signal(conn, scope, &id) {
            Ok(signal) => signal,
            // Meanwhile kept from this person: it comes back by its day.
            Err(Error::NotFound(_)) => continue,
            Err(other) => return Err(other),
        };
        let elsewhere = store::open_over(conn, &id)?.is_some_and(|other| other.id != plan.id);
        if signal.state == State::Planned && !elsewhere {
            found.push(signal);
        }
    }
    Ok(found)
}
