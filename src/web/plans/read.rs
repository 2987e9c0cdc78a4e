//! All that a plan's page needs, read in one go; and the names of whom plans are for.

use std::collections::HashMap;

use crate::care::plans::model::{Plan, Step};
use crate::care::plans::state::State;
use crate::care::plans::{owners, start, store, why};
use crate::evidence::instruments::Catalogue;
use crate::ground::audit::Entry;
use crate::ground::scope::Why;
use crate::ground::{AccountId, Conn, Error, GroupId, Message, PlanId, PupilId, Result, SchoolId, Scope};
use crate::insight::effect::{self, Watching};
use crate::school::accounts::store as accounts;
use crate::school::store as people;
use crate::signals::model::Signal;
use crate::signals::store as signals;
use crate::web::page::Page;
use crate::web::timeline::Names;

use super::choices::{self, Choosable};

/// What is known of a plan.
pub(super) struct Known {
    pub plan: Plan,
    pub why: Option<Why>,
    pub subjects: Subjects,
    pub domains: Vec<String>,
    pub steps: Vec<Step>,
    pub names: Names,
    /// The scale it is watched on, as far as this person may see it.
    pub watching: Option<Watching>,
    /// What stands in the way of beginning, while it is a draft.
    pub obstacles: Vec<Message>,
    /// Who can answer for it, while it is a draft.
    pub owners: Vec<(AccountId, String)>,
    /// The scales it may be watched on, while it is a draft.
    pub scales: Vec<Choosable>,
    /// The signals it keeps quiet, as far as this person may see them.
    pub signals: Vec<Signal>,
}

pub(super) fn read(
    conn: &mut Conn,
    scope: &Scope,
    instruments: &Catalogue,
    id: &PlanId,
    smallest: u32,
) -> Result<(Known, Entry)> {
    let plan = store::plan(conn, scope, id)?;
    let why = why::why(conn, scope, &plan)?;
    let is_draft = plan.state == State::Draft;
    let steps = store::steps(conn, std::slice::from_ref(id))?;
    let mut people: Vec<AccountId> = steps.iter().filter_map(|step| step.account_id.clone()).collect();
    people.push(plan.owner_id.clone());
    let mut quieted = Vec::new();
    for signal in store::signals(conn, &plan)? {
        match signals::signal(conn, scope, &signal) {
            Ok(signal) => quieted.push(signal),
            Err(Error::NotFound(_)) => {}
            Err(other) => return Err(other),
        }
    }
    let entry = why::entry(scope, "view-plan", &plan, why.as_ref());
    let known = Known {
        subjects: Subjects::of(conn, scope, std::slice::from_ref(&plan))?,
        domains: store::domains(conn, std::slice::from_ref(id))?.remove(id).unwrap_or_default(),
        names: accounts::names(conn, &people)?,
        watching: effect::of_plan(conn, scope, instruments, &plan, why.as_ref(), smallest)?,
        obstacles: if is_draft { start::obstacles(conn, scope, &plan)? } else { Vec::new() },
        owners: if is_draft { owners(conn, &plan, scope.today)? } else { Vec::new() },
        scales: if is_draft { choices::scales(conn, scope, instruments, &plan)? } else { Vec::new() },
        signals: quieted,
        steps,
        why,
        plan,
    };
    Ok((known, entry))
}

/// The names of whom plans are for.
pub(super) struct Subjects {
    pupils: HashMap<PupilId, String>,
    groups: HashMap<GroupId, String>,
    schools: HashMap<SchoolId, String>,
}

impl Subjects {
    pub(super) fn of(conn: &mut Conn, scope: &Scope, plans: &[Plan]) -> Result<Self> {
        let pupils: Vec<PupilId> = plans.iter().filter_map(|plan| plan.pupil_id.clone()).collect();
        let groups: Vec<GroupId> = plans.iter().filter_map(|plan| plan.group_id.clone()).collect();
        let pupils = people::pupils_by_id(conn, scope, &pupils)?;
        let groups = people::groups_by_id(conn, &groups)?;
        let schools = people::schools_of(conn, scope)?;
        Ok(Self {
            pupils: pupils.into_iter().map(|one| (one.id.clone(), one.full_name())).collect(),
            groups: groups.into_iter().map(|one| (one.id, one.name)).collect(),
            schools: schools.into_iter().map(|one| (one.id, one.name)).collect(),
        })
    }

    /// Whom a plan is for.
    pub(super) fn name(&self, page: &Page, plan: &Plan) -> String {
        match (&plan.pupil_id, &plan.group_id) {
            (Some(pupil), _) => self.pupils.get(pupil).cloned().unwrap_or_default(),
            (None, Some(group)) => {
                page.t1("group-name", "name", self.groups.get(group).map_or("", String::as_str))
            }
            (None, None) => self.schools.get(&plan.school_id).cloned().unwrap_or_default(),
        }
    }
}

/// The page of whom a plan is for.
pub(super) fn href(plan: &Plan) -> String {
    match (&plan.pupil_id, &plan.group_id) {
        (Some(pupil), _) => format!("/leerlingen/{pupil}"),
        (None, Some(group)) => format!("/groepen/{group}"),
        (None, None) => format!("/school?school={}", plan.school_id),
    }
}
