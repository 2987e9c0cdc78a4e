//! Steps of plans for pupils and groups, on their way to the official file.

use super::{Kind, People, Waiting};
use crate::care::plans::model::{Plan, Step};
use crate::care::plans::store as plans;
use crate::ground::{AccountId, Conn, Error, GroupId, PlanId, PupilId, Result, Scope, Words};
use crate::school::accounts::store as accounts;
use crate::web::timeline;

pub(super) const KIND: Kind = Kind { word: "plan", waiting, find, mark };

fn waiting(conn: &mut Conn, scope: &Scope, w: Words) -> Result<Vec<Waiting>> {
    within(conn, scope, w, |step| step.account_id.is_some() && step.transferred_on.is_none())
}

fn find(conn: &mut Conn, scope: &Scope, w: Words, id: &str) -> Result<Waiting> {
    within(conn, scope, w, |step| step.id == id)?.pop().ok_or(Error::NotFound("plan step"))
}

fn mark(conn: &mut Conn, scope: &Scope, subject: &str, id: &str) -> Result<()> {
    for plan in plans::of_subject(conn, scope, subject)? {
        match plans::mark_transferred(conn, &plan, id, scope.today) {
            Err(Error::NotFound(_)) => {}
            done => return done,
        }
    }
    Err(Error::NotFound("plan step"))
}

fn within(conn: &mut Conn, scope: &Scope, w: Words, wanted: impl Fn(&Step) -> bool) -> Result<Vec<Waiting>> {
    let own: Vec<Plan> = plans::all(conn, scope)?;
    let ids: Vec<PlanId> = own.iter().map(|plan| plan.id.clone()).collect();
    let domains = plans::domains(conn, &ids)?;
    let steps: Vec<Step> = plans::steps(conn, &ids)?.into_iter().filter(wanted).collect();
    let pupils: Vec<PupilId> = own.iter().filter_map(|plan| plan.pupil_id.clone()).collect();
    let groups: Vec<GroupId> = own.iter().filter_map(|plan| plan.group_id.clone()).collect();
    let people = People::of(conn, scope, w, &pupils, &groups)?;
    let writers: Vec<AccountId> = steps.iter().filter_map(|step| step.account_id.clone()).collect();
    let names = accounts::names(conn, &writers)?;
    let row = |step: &Step| {
        let plan = own.iter().find(|plan| plan.id == step.plan_id)?;
        let (about, name) = people.about(plan.pupil_id.as_ref(), plan.group_id.as_ref())?;
        let about_it = domains.get(&plan.id).map_or(&[][..], Vec::as_slice);
        let item = timeline::plan(w, &names, &name, (plan, about_it), step);
        Some(Waiting { about, name, item })
    };
    Ok(steps.iter().filter_map(row).collect())
}
