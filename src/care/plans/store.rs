//! All that is asked of the database about plans. Whoever looks is held to a scope: the coordinator's schools; pupils
//! and groups of one's own, but for plans that rest on what is for the coordinator alone.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::Plan;
use super::state::State;
use crate::ground::db::schema::{memberships, plan_domains, plan_signals, plans};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, GroupId, PlanId, PupilId, Result, SchoolId, Scope, SignalId};
use crate::school::store::placed_on;
use crate::signals::model::Level;

pub(super) use super::step_store::{due, insert, insert_step, link, save, set_domains};
pub use super::step_store::{mark_transferred, steps};

type Backend = <Conn as Connection>::Backend;

fn visible(scope: &Scope) -> plans::BoxedQuery<'static, Backend> {
    let groups: Vec<GroupId> = scope.groups.iter().map(|(id, _)| id.clone()).collect();
    let named: Vec<Option<PupilId>> = scope.named_pupils().into_iter().map(Some).collect();
    let in_own_group = memberships::table
        .filter(memberships::group_id.eq_any(groups.clone()))
        .filter(placed_on(scope.today))
        .select(memberships::pupil_id.nullable());
    let own_groups: Vec<Option<GroupId>> = groups.into_iter().map(Some).collect();
    let own_pupil = plans::pupil_id.eq_any(in_own_group).or(plans::pupil_id.eq_any(named)).assume_not_null();
    let own = plans::pupil_id
        .is_not_null()
        .and(own_pupil)
        .or(plans::group_id.is_not_null().and(plans::group_id.eq_any(own_groups).assume_not_null()));
    plans::table.into_boxed().filter(
        plans::school_id.eq_any(scope.schools_as(Role::Coordinator)).or(plans::restricted.eq(false).and(own)),
    )
}

/// A plan this person may see.
///
/// # Errors
/// `NotFound` also outside the scope.
pub fn plan(conn: &mut Conn, scope: &Scope, id: &PlanId) -> Result<Plan> {
    visible(scope)
        .filter(plans::id.eq(id.clone()))
        .select(Plan::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("plan"))
}

/// The plans this person may see, what is to be looked back on first, then by the day of evaluation.
///
/// # Errors
/// When the database refuses.
pub fn all(conn: &mut Conn, scope: &Scope) -> Result<Vec<Plan>> {
    Ok(visible(&scope.without_opened())
        .order((plans::evaluate_on, plans::changed_at.desc(), plans::id))
        .select(Plan::as_select())
        .load(conn)?)
}

/// A page of the plans this person may see, by id: for the API.
///
/// # Errors
/// When the database refuses.
pub fn page(
    conn: &mut Conn,
    scope: &Scope,
    school: Option<&SchoolId>,
    pupil: Option<&PupilId>,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<Plan>> {
    // What was opened is there for who asks for that pupil, and stands in no list.
    let without = scope.without_opened();
    let scope = if pupil.is_some() { scope } else { &without };
    let mut query = visible(scope).filter(plans::id.gt(PlanId(after.unwrap_or_default().to_owned())));
    if let Some(school) = school {
        query = query.filter(plans::school_id.eq(school.clone()));
    }
    if let Some(pupil) = pupil {
        query = query.filter(plans::pupil_id.eq(pupil.clone()));
    }
    Ok(query.order(plans::id).limit(limit).select(Plan::as_select()).load(conn)?)
}

/// The plans for one pupil, group or school (its id) that this person may see, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn of_subject(conn: &mut Conn, scope: &Scope, subject: &str) -> Result<Vec<Plan>> {
    let of_pupil = plans::pupil_id.eq(PupilId(subject.to_owned())).assume_not_null();
    let of_group = plans::group_id.eq(GroupId(subject.to_owned())).assume_not_null();
    let of_school = plans::level.eq(Level::School).and(plans::school_id.eq(SchoolId(subject.to_owned())));
    let about_pupil = plans::pupil_id.is_not_null().and(of_pupil);
    let about_group = plans::group_id.is_not_null().and(of_group);
    Ok(visible(scope)
        .filter(about_pupil.or(about_group).or(of_school))
        .order((plans::created_at, plans::id))
        .select(Plan::as_select())
        .load(conn)?)
}

/// The domains of some plans.
///
/// # Errors
/// When the database refuses.
pub fn domains(conn: &mut Conn, ids: &[PlanId]) -> Result<HashMap<PlanId, Vec<String>>> {
    let rows: Vec<(PlanId, String)> = plan_domains::table
        .filter(plan_domains::plan_id.eq_any(ids))
        .order((plan_domains::plan_id, plan_domains::domain))
        .load(conn)?;
    let mut found: HashMap<PlanId, Vec<String>> = HashMap::new();
    for (id, domain) in rows {
        found.entry(id).or_default().push(domain);
    }
    Ok(found)
}

/// The domains of a plan.
///
/// # Errors
/// When the database refuses.
pub fn domains_of(conn: &mut Conn, id: &PlanId) -> Result<Vec<String>> {
    Ok(domains(conn, std::slice::from_ref(id))?.remove(id).unwrap_or_default())
}

/// The signals that are quiet by a plan the caller may see.
///
/// # Errors
/// When the database refuses.
pub fn signals(conn: &mut Conn, plan: &Plan) -> Result<Vec<SignalId>> {
    Ok(plan_signals::table
        .filter(plan_signals::plan_id.eq(&plan.id))
        .order(plan_signals::signal_id)
        .select(plan_signals::signal_id)
        .load(conn)?)
}

/// The open plan, if there is one, that a signal is under: only for a signal that the caller may decide on.
///
/// # Errors
/// When the database refuses.
pub(super) fn open_over(conn: &mut Conn, signal: &SignalId) -> Result<Option<Plan>> {
    let open: Vec<State> = State::ALL.iter().copied().filter(|state| state.is_open()).collect();
    Ok(plans::table
        .inner_join(plan_signals::table)
        .filter(plan_signals::signal_id.eq(signal))
        .filter(plans::state.eq_any(open))
        .order(plans::created_at.desc())
        .select(Plan::as_select())
        .first(conn)
        .optional()?)
}
