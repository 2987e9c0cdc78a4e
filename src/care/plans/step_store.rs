//! What making and moving a plan writes, and which plans fall due. Nobody looks here, so there is no scope.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{Plan, Step};
use super::state::State;
use crate::ground::db::schema::{plan_domains, plan_signals, plan_steps, plans};
use crate::ground::{Conn, Error, Message, PlanId, Result, SignalId};

pub(super) fn insert(conn: &mut Conn, plan: &Plan) -> Result<()> {
    diesel::insert_into(plans::table).values(plan).execute(conn)?;
    Ok(())
}

/// Saves a plan that stood in `from` when it was read.
///
/// # Errors
/// `Conflict` when it was moved meanwhile.
pub(super) fn save(conn: &mut Conn, plan: &Plan, from: State) -> Result<()> {
    let saved =
        diesel::update(plans::table.find(&plan.id)).filter(plans::state.eq(from)).set(plan).execute(conn)?;
    if saved == 0 {
        return Err(Error::Conflict(Message::new("plan-moved-meanwhile")));
    }
    Ok(())
}

pub(super) fn insert_step(conn: &mut Conn, step: &Step) -> Result<()> {
    diesel::insert_into(plan_steps::table).values(step).execute(conn)?;
    Ok(())
}

/// The steps of some plans the caller may see, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn steps(conn: &mut Conn, ids: &[PlanId]) -> Result<Vec<Step>> {
    Ok(plan_steps::table
        .filter(plan_steps::plan_id.eq_any(ids))
        .order((plan_steps::at, plan_steps::id))
        .select(Step::as_select())
        .load(conn)?)
}

/// Marks a step as copied to the official file; only for a plan the caller has looked up.
///
/// # Errors
/// `NotFound` when the step is not of that plan.
pub fn mark_transferred(conn: &mut Conn, plan: &Plan, step: &str, on: NaiveDate) -> Result<()> {
    let marked = diesel::update(plan_steps::table.find(step))
        .filter(plan_steps::plan_id.eq(&plan.id))
        .set(plan_steps::transferred_on.eq(on))
        .execute(conn)?;
    if marked == 0 {
        return Err(Error::NotFound("plan step"));
    }
    Ok(())
}

/// Puts these domains in the place of those there were.
pub(super) fn set_domains(conn: &mut Conn, id: &PlanId, domains: &[String]) -> Result<()> {
    diesel::delete(plan_domains::table.filter(plan_domains::plan_id.eq(id))).execute(conn)?;
    for domain in domains {
        diesel::insert_into(plan_domains::table)
            .values((plan_domains::plan_id.eq(id), plan_domains::domain.eq(domain)))
            .execute(conn)?;
    }
    Ok(())
}

/// Notes that a signal is under a plan; once is enough.
pub(super) fn link(conn: &mut Conn, id: &PlanId, signal: &SignalId) -> Result<()> {
    let known: i64 = plan_signals::table.find((id, signal)).count().get_result(conn)?;
    if known == 0 {
        diesel::insert_into(plan_signals::table)
            .values((plan_signals::plan_id.eq(id), plan_signals::signal_id.eq(signal)))
            .execute(conn)?;
    }
    Ok(())
}

/// Running plans whose day of evaluation has come.
pub(super) fn due(conn: &mut Conn, today: NaiveDate) -> Result<Vec<Plan>> {
    Ok(plans::table
        .filter(plans::state.eq(State::Running))
        .filter(plans::evaluate_on.le(today))
        .order(plans::id)
        .select(Plan::as_select())
        .load(conn)?)
}

/// A plan by id, for work that nobody asks for.
///
/// # Errors
/// `NotFound`.
pub fn by_id(conn: &mut Conn, id: &PlanId) -> Result<Plan> {
    plans::table.find(id).select(Plan::as_select()).first(conn).optional()?.ok_or(Error::NotFound("plan"))
}
