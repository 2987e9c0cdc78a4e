//! The plans of a pupil or a group on its own page: as bars under the charts, as steps on the time line, and as links.

use super::say;
use crate::care::plans::model::{Plan, Step};
use crate::care::plans::state::State;
use crate::care::plans::store;
use crate::ground::{AccountId, Conn, PlanId, Result, Scope, Words, clock};
use crate::web::charts::Bar;
use crate::web::timeline::{self, Item, Names};

/// The plans of a pupil or a group, as far as this person may see them: each with its domains and steps, oldest first.
#[derive(Debug)]
pub struct Beside(Vec<(Plan, Vec<String>, Vec<Step>)>);

impl Beside {
    /// Reads the plans for a pupil or group (its id).
    ///
    /// # Errors
    /// When the database refuses.
    pub fn read(conn: &mut Conn, scope: &Scope, subject: &str) -> Result<Self> {
        let plans = store::of_subject(conn, scope, subject)?;
        let ids: Vec<PlanId> = plans.iter().map(|plan| plan.id.clone()).collect();
        let mut domains = store::domains(conn, &ids)?;
        let steps = store::steps(conn, &ids)?;
        let own = |plan: Plan| {
            let about = domains.remove(&plan.id).unwrap_or_default();
            let steps = steps.iter().filter(|step| step.plan_id == plan.id).cloned().collect();
            (plan, about, steps)
        };
        Ok(Self(plans.into_iter().map(own).collect()))
    }

    /// Who made the steps.
    pub fn movers(&self) -> impl Iterator<Item = AccountId> {
        self.0.iter().flat_map(|(_, _, steps)| steps).filter_map(|step| step.account_id.clone())
    }

    /// The steps on the time line, the newest first.
    pub fn items<'a>(
        &'a self,
        w: Words,
        names: &'a Names,
        about: &'a str,
    ) -> impl Iterator<Item = Item> + 'a {
        self.0.iter().flat_map(move |(plan, domains, steps)| {
            steps.iter().rev().map(move |step| timeline::plan(w, names, about, (plan, domains), step))
        })
    }

    /// What was carried out, as bars.
    #[must_use]
    pub fn bars(&self, w: Words) -> Vec<Bar> {
        let bar = |(plan, domains, steps): &(Plan, Vec<String>, Vec<Step>)| {
            // A draft that was given up was never carried out.
            let begun = steps.iter().find(|step| step.to_state == State::Running)?;
            let last = steps.last().map(|step| clock::local(step.at).date());
            Some(Bar {
                from: plan.starts_on.unwrap_or_else(|| clock::local(begun.at).date()),
                to: last.filter(|_| !plan.state.is_open()),
                name: w.t1("plan-bar", "domains", say::domains(w, Some(domains))),
            })
        };
        self.0.iter().filter_map(bar).collect()
    }

    /// The plans that are open: the address of each, and what it says.
    #[must_use]
    pub fn open(&self, w: Words) -> Vec<(String, String)> {
        let open = self.0.iter().filter(|(plan, ..)| plan.state.is_open());
        open.map(|(plan, domains, _)| {
            let stands = w.t(&format!("plan-state-{}", plan.state));
            (format!("/plannen/{}", plan.id), format!("{} · {stands}", say::domains(w, Some(domains))))
        })
        .collect()
    }
}
