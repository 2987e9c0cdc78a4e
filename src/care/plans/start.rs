//! A plan begins: judged once more, and from now on it keeps its own domains quiet.

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::model::Plan;
use super::moves::step;
use super::state::{Actor, Event};
use super::{quiet, store};
use crate::care::triage::spoken::spoken_first;
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, PlanId, Result, Scope};

/// The longest a plan runs before it is looked back on, in days.
const LONGEST: Duration = Duration::days(366);

/// What still stands in the way of beginning, as sentences; none: it may begin.
///
/// # Errors
/// When the database refuses.
pub fn obstacles(conn: &mut Conn, scope: &Scope, plan: &Plan) -> Result<Vec<Message>> {
    let mut found = Vec::new();
    if store::domains_of(conn, &plan.id)?.is_empty() {
        found.push(Message::new("plan-no-domain"));
    }
    if plan.goal.is_empty() {
        found.push(Message::new("plan-no-goal"));
    }
    if plan.intervention.is_empty() && plan.own_approach.is_empty() {
        found.push(Message::new("plan-no-approach"));
    }
    match (plan.starts_on, plan.evaluate_on) {
        (Some(from), Some(on)) => found.extend(wrong_day(scope.today, from, on)),
        _ => found.push(Message::new("plan-no-dates")),
    }
    let (pupil, group) = (plan.pupil_id.as_ref(), plan.group_id.as_ref());
    match spoken_first(conn, scope, pupil, group, &plan.no_conversation) {
        Ok(()) => {}
        Err(Error::Conflict(missing)) => found.push(missing),
        Err(other) => return Err(other),
    }
    Ok(found)
}

/// What is wrong with a day of evaluation.
pub(super) fn wrong_day(today: NaiveDate, from: NaiveDate, on: NaiveDate) -> Option<Message> {
    if on <= from || on <= today {
        return Some(Message::new("plan-evaluate-early"));
    }
    (on > from.max(today) + LONGEST).then(|| Message::new("plan-evaluate-far"))
}

/// Begins a plan.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a wrong move or when something stands in the way.
pub fn start(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, id: &PlanId) -> Result<()> {
    let mut plan = store::plan(conn, scope, id)?;
    step(conn, Some(scope), now, &mut plan, Event::Begin, Actor::Person, "")?;
    if let Some(first) = obstacles(conn, scope, &plan)?.into_iter().next() {
        return Err(Error::Conflict(first));
    }
    quiet::quiet(conn, scope, now, &plan)?;
    let entry = Entry::by(scope, "move-plan", "plan", id).at(scope, &plan.school_id);
    audit::record(conn, now, &entry.detail(Event::Begin.as_str()))
}
