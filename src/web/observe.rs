//! Writing down what was seen: the page, phone first, with what was typed before. Saving it stands in `write`.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use self::choices::choices;
use self::form::ObservationForm;
use super::failure::{Answer, Failure};
use super::page::{self, Page};
use crate::door::{Person, State};
use crate::evidence::instruments::Domain;
use crate::ground::Result;
use crate::ground::scope::Role;
use crate::school::Pupil;
use crate::school::accounts::store as drafts;

mod choices;
pub mod form;
pub mod write;

/// The name under which what was typed is kept.
const DRAFT: &str = "observation";

#[derive(Template)]
#[template(path = "observe.html")]
struct ObservePage {
    page: Page,
    form: ObservationForm,
    problem: String,
    done: bool,
    restored: bool,
    reads: bool,
    subject: String,
    recent: Vec<Pupil>,
    others: Vec<Pupil>,
    domains: Vec<(&'static str, String)>,
}

/// What the address of the form carries.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Query {
    #[serde(default)]
    leerling: String,
    #[serde(default)]
    groep: String,
    #[serde(default)]
    klaar: String,
}

/// The form, with what was typed before and not sent.
///
/// # Errors
/// When the database refuses.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let (account, query) = (person.0.account.clone(), query.into_inner());
    let kept = state.db.read(move |conn| drafts::draft(conn, &account, DRAFT)).await?;
    let kept: Option<ObservationForm> = kept.and_then(|json| serde_json::from_str(&json).ok());
    let restored = kept.as_ref().is_some_and(|form| !form.text.is_empty());
    let mut form = kept.unwrap_or_default();
    if !query.leerling.is_empty() || !query.groep.is_empty() {
        form.leerling = query.leerling;
        form.groep = query.groep;
    }
    let page = render(&state, &person, form, String::new()).await?;
    page::html(&ObservePage { done: !query.klaar.is_empty(), restored, ..page })
}

async fn render(
    state: &State,
    person: &Person,
    form: ObservationForm,
    problem: String,
) -> Result<ObservePage, Failure> {
    let (scope, typed) = (person.0.clone(), form.clone());
    let choices = state.db.read_audited(state.clock.now(), move |conn| choices(conn, &scope, &typed)).await?;
    let page = Page::of(person).at("/observaties/nieuw");
    let domains = Domain::ALL.iter().map(|domain| (domain.code(), page.domain(domain.code()))).collect();
    let mut form = form;
    if form.seen_on.is_empty() {
        form.seen_on = person.0.today.to_string();
    }
    Ok(ObservePage {
        form,
        problem,
        done: false,
        restored: false,
        reads: person.0.has(Role::Mentor) || person.0.has(Role::Coordinator),
        subject: choices.subject,
        recent: choices.recent,
        others: choices.others,
        domains,
        page,
    })
}
