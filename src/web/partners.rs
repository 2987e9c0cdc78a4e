//! The directory of partners, kept by the board's admin: the list, and adding one. The form stands in `form`.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use self::form::PartnerForm;
use super::failure::{Answer, Failure};
use super::page::{self, Page};
use crate::care::referrals::model::{AccessRoute, Partner};
use crate::care::referrals::{partners, store};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Error, Result};

mod form;
pub mod one;

#[derive(Template)]
#[template(path = "partners.html")]
struct PartnersPage {
    page: Page,
    partners: Vec<Partner>,
    kinds: Vec<(&'static str, String)>,
    routes: Vec<(&'static str, String)>,
    form: PartnerForm,
    problem: String,
    done: bool,
    is_admin: bool,
}

/// What was just done.
#[derive(Debug, Default, Deserialize)]
pub struct Query {
    #[serde(default)]
    klaar: String,
}

/// The directory.
///
/// # Errors
/// When the database refuses.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let mut page = render(&state, &person, PartnerForm::default(), String::new()).await?;
    page.done = !query.klaar.is_empty();
    page::html(&page)
}

/// Puts a partner in the directory.
///
/// # Errors
/// What can be mended comes back as a page, with all that was typed.
pub async fn add(state: web::Data<State>, person: Person, form: web::Form<PartnerForm>) -> Answer {
    let form = form.into_inner();
    let by = Entry::by(&person.0, "add-partner", "partner", "");
    let (now, partner) = (state.clock.now(), form.partner(person.0.today));
    let outcome = state.db.write(move |conn| partners::add(conn, now, &by, partner?)).await;
    match outcome {
        Ok(_) => Ok(page::to("/beheer/partners?klaar=1")),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(&state, &person, form, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(
    state: &State,
    person: &Person,
    form: PartnerForm,
    problem: String,
) -> Result<PartnersPage, Failure> {
    let partners = state.db.read(store::partners).await?;
    let page = Page::of(person).at("/beheer");
    Ok(PartnersPage {
        kinds: kinds(&page),
        routes: routes(&page),
        partners,
        form,
        problem,
        done: false,
        is_admin: person.0.has(Role::Admin),
        page,
    })
}

/// The kinds of partners, each with its name.
fn kinds(page: &Page) -> Vec<(&'static str, String)> {
    partners::KINDS.into_iter().map(|kind| (kind, page.t(&format!("partner-kind-{kind}")))).collect()
}

/// The ways in, each with its name.
fn routes(page: &Page) -> Vec<(&'static str, String)> {
    let named = |route: &AccessRoute| (route.as_str(), page.t(&format!("route-{route}-word")));
    AccessRoute::ALL.iter().map(named).collect()
}
