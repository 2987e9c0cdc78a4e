//! A plan: its draft as a form, in which what was typed is kept with every press; once it has begun, the page to follow it.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::form::content;
use super::read::{self, Known, href};
use super::{follow, say};
use crate::care::plans::model::Watched;
use crate::care::plans::state::State as Stands;
use crate::care::plans::{draft, start};
use crate::door::{Person, State};
use crate::evidence::instruments::Domain;
use crate::ground::scope::Role;
use crate::ground::{Error, PlanId, clock};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self, Page};
use crate::web::scales;

/// A choice: value, words, whether it is chosen.
type Choice = (String, String, bool);

#[derive(Template)]
#[template(path = "plan_draft.html")]
struct DraftPage {
    page: Page,
    id: PlanId,
    whom: String,
    href: String,
    problem: String,
    domains: Vec<Choice>,
    goal: String,
    scales: Vec<Choice>,
    interventions: Vec<Choice>,
    /// What is known of the one that was chosen.
    chosen: Option<say::Known>,
    own_approach: String,
    arrangement: String,
    owners: Vec<Choice>,
    starts_on: String,
    evaluate_on: String,
    no_conversation: String,
    is_school: bool,
    coordinates: bool,
    restricted: bool,
    obstacles: Vec<String>,
}

/// A plan: the draft's page, or the page to follow it.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn open(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    show(&state, &person, PlanId(path.into_inner()), String::new()).await
}

/// The page of a plan, with what is wrong when something was refused.
pub(super) async fn show(state: &State, person: &Person, id: PlanId, problem: String) -> Answer {
    let (scope, instruments) = (person.0.clone(), state.instruments.clone());
    let smallest = state.config.smallest_group;
    let known = state
        .db
        .read_audited(state.clock.now(), move |conn| read::read(conn, &scope, &instruments, &id, smallest))
        .await?;
    if known.plan.state != Stands::Draft {
        return follow::show(state, person, &known, problem);
    }
    let is_refused = !problem.is_empty();
    let page = form(state, person, known, problem);
    if is_refused { page::again(&page) } else { page::html(&page) }
}

fn form(state: &State, person: &Person, known: Known, problem: String) -> DraftPage {
    let page = Page::of(person).at("/plannen");
    let today = person.0.today;
    let plan = known.plan;
    let watched = plan.watched().map(|one: Watched| {
        let Watched { instrument, informant, scale } = one;
        format!("{instrument}/{informant}/{scale}")
    });
    let day = |on: Option<chrono::NaiveDate>| on.map_or_else(String::new, |on| on.to_string());
    DraftPage {
        whom: known.subjects.name(&page, &plan),
        href: href(&plan),
        problem,
        domains: Domain::ALL
            .iter()
            .map(|one| one.code())
            // A signal without a domain gives its plan none either.
            .chain(known.domains.iter().filter(|own| own.is_empty()).map(String::as_str))
            .map(|code| (code.to_owned(), page.domain(code), known.domains.iter().any(|own| own == code)))
            .collect(),
        scales: known
            .scales
            .into_iter()
            .map(|one| {
                let who = scales::informant(page.w, one.informant);
                let said = format!("{} · {} ({who})", one.scale, one.instrument);
                (one.value.clone(), said, watched.as_ref() == Some(&one.value))
            })
            .collect(),
        interventions: state
            .interventions
            .all()
            .map(|one| (one.code.clone(), say::short(page.w, one), one.code == plan.intervention))
            .collect(),
        chosen: state.interventions.get(&plan.intervention).map(|one| say::known(page.w, one, today)),
        owners: known
            .owners
            .into_iter()
            .map(|(id, name)| {
                let is_now = id == plan.owner_id;
                (id.0, name, is_now)
            })
            .collect(),
        starts_on: day(plan.starts_on),
        evaluate_on: day(plan.evaluate_on),
        is_school: plan.pupil_id.is_none() && plan.group_id.is_none(),
        coordinates: person.0.has_at(Role::Coordinator, &plan.school_id),
        restricted: plan.restricted,
        obstacles: known.obstacles.iter().map(|message| page.say(message)).collect(),
        id: plan.id,
        goal: plan.goal,
        own_approach: plan.own_approach,
        arrangement: plan.arrangement,
        no_conversation: plan.no_conversation,
        page,
    }
}

/// Keeps what was typed so far, without leaving the page; answers with the time.
///
/// # Errors
/// As `draft::keep`.
pub async fn keep_typed(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let (w, now) = (person.words(), state.clock.now());
    keep_content(&state, &person, &PlanId(path.into_inner()), Fields(&posted)).await?;
    let time = clock::local(now).format("%H:%M").to_string();
    Ok(HttpResponse::Ok().body(w.t1("referral-saved", "time", time)))
}

async fn keep_content(
    state: &State,
    person: &Person,
    id: &PlanId,
    fields: Fields<'_>,
) -> crate::ground::Result<()> {
    let (content, scope, id, now) = (content(fields)?, person.0.clone(), id.clone(), state.clock.now());
    let (instruments, interventions) = (state.instruments.clone(), state.interventions.clone());
    state
        .db
        .write(move |conn| draft::keep(conn, &scope, now, &instruments, &interventions, &id, content))
        .await
}

/// Keeps what was typed, whichever button was pressed; then begins, if that was it.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn keep(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let id = PlanId(path.into_inner());
    let fields = Fields(&posted);
    if let Err(error) = keep_content(&state, &person, &id, fields).await {
        return refused(&state, &person, id, error).await;
    }
    if !fields.ticked("begin") {
        return Ok(page::to(&format!("/plannen/{id}#beginnen")));
    }
    let (scope, begun, now) = (person.0.clone(), id.clone(), state.clock.now());
    match state.db.write(move |conn| start::start(conn, &scope, now, &begun)).await {
        Ok(()) => Ok(page::to(&format!("/plannen/{id}"))),
        Err(error) => refused(&state, &person, id, error).await,
    }
}

/// The page again, with what is wrong; what cannot be mended there goes on as it is.
pub(super) async fn refused(state: &State, person: &Person, id: PlanId, error: Error) -> Answer {
    match error {
        Error::Refused(message) | Error::Conflict(message) => {
            show(state, person, id, person.words().say(&message)).await
        }
        other => Err(Failure(other)),
    }
}
