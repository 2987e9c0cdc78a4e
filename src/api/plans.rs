//! Plans: the list, and one with its steps and what its scale says. Beginning and moving one have a file each.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use self::shape::{Plan, plan_of};
use super::answer::{Answer, PAGE, list};
use crate::care::plans::{seen_scale, store, why};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{PlanId, PupilId, SchoolId};
use crate::insight::effect;
use crate::school::accounts::store as accounts;
use crate::school::store as people;

pub mod begin;
pub mod moves;
pub mod shape;

/// Which plans.
#[derive(Debug, Deserialize)]
pub struct Asked {
    school: Option<String>,
    pupil: Option<String>,
    cursor: Option<String>,
}

/// The plans the caller may see.
///
/// # Errors
/// `NotFound` for a pupil outside the scope.
pub async fn all(state: web::Data<State>, person: Person, query: web::Query<Asked>) -> Answer {
    let asked = query.into_inner();
    let instruments = state.instruments.clone();
    let items: Vec<Plan> = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let scope = &person.0;
            let (school, pupil) = (asked.school.map(SchoolId), asked.pupil.map(PupilId));
            let entry = match &pupil {
                Some(id) => {
                    let (_, why) = people::pupil(conn, scope, id)?;
                    Entry::by(scope, "view-pupil", "pupil", id).because_of(&why)
                }
                None => Entry::by(scope, "list-plans", "list", "plans"),
            };
            let cursor = asked.cursor.as_deref();
            let rows = store::page(conn, scope, school.as_ref(), pupil.as_ref(), cursor, PAGE)?;
            let ids: Vec<PlanId> = rows.iter().map(|row| row.id.clone()).collect();
            let mut domains = store::domains(conn, &ids)?;
            let owners: Vec<_> = rows.iter().map(|row| row.owner_id.clone()).collect();
            let names = accounts::names(conn, &owners)?;
            let items = rows.iter().map(|row| {
                let own = domains.remove(&row.id).unwrap_or_default();
                plan_of(row, own, seen_scale(scope, &instruments, row), &names)
            });
            Ok((items.collect(), entry))
        })
        .await?;
    Ok(list(items, |plan: &Plan| plan.id.clone()))
}

/// One plan with its steps and what its scale says.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn one(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let id = PlanId(path.into_inner());
    let (instruments, smallest) = (state.instruments.clone(), state.config.smallest_group);
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let scope = &person.0;
            let row = store::plan(conn, scope, &id)?;
            let why = why::why(conn, scope, &row)?;
            let domains = store::domains(conn, std::slice::from_ref(&id))?.remove(&id).unwrap_or_default();
            let names = accounts::names(conn, std::slice::from_ref(&row.owner_id))?;
            let watching = effect::of_plan(conn, scope, &instruments, &row, why.as_ref(), smallest)?;
            let steps = store::steps(conn, std::slice::from_ref(&id))?;
            let mut plan = plan_of(&row, domains, seen_scale(scope, &instruments, &row), &names);
            plan.steps = steps.iter().map(shape::step_of).collect();
            plan.effect = watching.as_ref().and_then(shape::effect_of);
            Ok((plan, why::entry(scope, "view-plan", &row, why.as_ref())))
        })
        .await?;
    Ok(HttpResponse::Ok().json(found))
}
