//! Plans on screen: what is to be looked back on, what runs, what is being drawn up. Beginning one stands in `new`, its
//! draft in `draft`, one that runs in `follow`.

use actix_web::web;
use askama::Template;

pub use self::beside::Beside;
use self::read::Subjects;
use super::failure::Answer;
use super::page::{self, Page};
use crate::care::plans::model::Plan;
use crate::care::plans::state::State as Stands;
use crate::care::plans::store;
use crate::door::{Person, State};
use crate::ground::PlanId;
use crate::ground::audit::Entry;
use crate::school::accounts::store as accounts;

mod beside;
mod choices;
pub mod draft;
mod effect;
mod follow;
mod form;
pub mod moves;
pub mod new;
mod read;
pub mod say;

/// One plan in the list.
struct Line {
    id: PlanId,
    whom: String,
    domains: String,
    goal: String,
    owner: String,
    state: String,
    evaluate_on: Option<chrono::NaiveDate>,
}

#[derive(Template)]
#[template(path = "plans.html")]
struct ListPage {
    page: Page,
    parts: Vec<(String, Vec<Line>)>,
    is_empty: bool,
}

/// The list of plans.
///
/// # Errors
/// When the database refuses.
pub async fn list(state: web::Data<State>, person: Person) -> Answer {
    let scope = person.0.clone();
    let (found, domains, subjects, owners) = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let found = store::all(conn, &scope)?;
            let ids: Vec<PlanId> = found.iter().map(|plan| plan.id.clone()).collect();
            let domains = store::domains(conn, &ids)?;
            let subjects = Subjects::of(conn, &scope, &found)?;
            let owners: Vec<_> = found.iter().map(|plan| plan.owner_id.clone()).collect();
            let owners = accounts::names(conn, &owners)?;
            Ok(((found, domains, subjects, owners), Entry::by(&scope, "list-plans", "list", "plans")))
        })
        .await?;
    let page = Page::of(&person).at("/plannen");
    let line = |plan: &Plan| Line {
        id: plan.id.clone(),
        whom: subjects.name(&page, plan),
        domains: say::domains(page.w, domains.get(&plan.id)),
        goal: plan.goal.clone(),
        owner: owners.iter().find(|(id, _)| *id == plan.owner_id).map_or_else(String::new, |o| o.1.clone()),
        state: page.t(&format!("plan-state-{}", plan.state)),
        evaluate_on: plan.evaluate_on.filter(|_| plan.state.is_under_way()),
    };
    let part = |key: &str, stands: &[Stands]| {
        let own = found.iter().filter(|plan| stands.contains(&plan.state));
        (page.t(key), own.map(line).collect::<Vec<_>>())
    };
    let parts = vec![
        part("plans-evaluating", &[Stands::Evaluating]),
        part("plans-running", &[Stands::Running]),
        part("plans-draft", &[Stands::Draft]),
        part("plans-over", &[Stands::Ended, Stands::Stopped]),
    ];
    page::html(&ListPage { parts, is_empty: found.is_empty(), page })
}
