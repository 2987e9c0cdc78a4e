//! The page of a plan that has begun: what was agreed, what the scale says, what was done, and what can be done now.

use askama::Template;

use super::effect::{self, Said};
use super::read::{Known, href};
use super::say;
use crate::care::plans::draft::PROPOSED;
use crate::care::plans::model::Outcome;
use crate::care::plans::state::{Actor, Event, MOVES};
use crate::door::{Person, State};
use crate::ground::scope::Role;
use crate::web::failure::Answer;
use crate::web::page::{self, Page};
use crate::web::timeline::{self, Item};

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage {
    page: Page,
    path: String,
    whom: String,
    href: String,
    why: String,
    stands: String,
    problem: String,
    facts: Vec<(String, String)>,
    /// What is known of the intervention.
    chosen: Option<say::Known>,
    effect: Option<Said>,
    signals: Vec<String>,
    items: Vec<Item>,
    /// The moves a person can make now.
    may: Vec<Event>,
    /// Whether this person may close the signals with the plan.
    may_close: bool,
    outcomes: Vec<(&'static str, String)>,
    evaluate_on: String,
}

pub(super) fn show(state: &State, person: &Person, known: &Known, problem: String) -> Answer {
    let page = Page::of(person).at("/plannen");
    let w = page.w;
    let today = person.0.today;
    let plan = &known.plan;
    let may = |event: Event| {
        MOVES
            .iter()
            .any(|(from, e, who, _)| from.contains(&plan.state) && *e == event && *who == Actor::Person)
    };
    let whom = known.subjects.name(&page, plan);
    let chosen = state.interventions.get(&plan.intervention).map(|one| say::known(w, one, today));
    let items = known.steps.iter().rev();
    let shown = PlanPage {
        path: format!("/plannen/{}", plan.id),
        href: href(plan),
        why: page.say(&known.why.as_ref().map_or_else(
            || crate::ground::Message::new("why-coordinator"),
            crate::ground::scope::Why::message,
        )),
        stands: page.t(&format!("plan-state-{}", plan.state)),
        facts: say::facts(&page, known, &state.interventions),
        chosen,
        effect: known.watching.as_ref().map(|watching| effect::said(&page, watching)),
        signals: known
            .signals
            .iter()
            .map(|signal| {
                let stands = page.t1("signal-state", "state", signal.state.as_str());
                format!("{}: {stands}", page.domain(&signal.domain))
            })
            .collect(),
        items: items
            .map(|step| timeline::plan(w, &known.names, &whom, (plan, &known.domains), step))
            .collect(),
        may: Event::ALL.iter().copied().filter(|event| may(*event)).collect(),
        may_close: person.0.has_at(Role::Coordinator, &plan.school_id) && !known.signals.is_empty(),
        outcomes: Outcome::ALL
            .iter()
            .map(|one| (one.as_str(), page.t1("plan-outcome", "outcome", one.as_str())))
            .collect(),
        evaluate_on: today.checked_add_days(PROPOSED).unwrap_or(today).to_string(),
        whom,
        problem,
        page,
    };
    if shown.problem.is_empty() { page::html(&shown) } else { page::again(&shown) }
}
