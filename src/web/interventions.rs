//! The catalogue of interventions: what each is, and what is known of its effect, with who says so and when.

use actix_web::web;
use askama::Template;

use super::failure::Answer;
use super::page::{self, Page};
use super::plans::say::{self, Known};
use crate::door::{Person, State};
use crate::ground::scope::Role;

#[derive(Template)]
#[template(path = "interventions.html")]
struct InterventionsPage {
    page: Page,
    all: Vec<Known>,
    /// Whether the reader has plans: a leader reads the catalogue alone.
    plans: bool,
}

/// The catalogue. No pupil stands on it.
///
/// # Errors
/// When the template fails.
pub async fn show(state: web::Data<State>, person: Person) -> Answer {
    let page = Page::of(&person).at("/plannen");
    let all = state.interventions.all().map(|one| say::known(page.w, one, person.0.today)).collect();
    let plans = [Role::Mentor, Role::Coordinator].iter().any(|role| person.0.has(*role));
    page::html(&InterventionsPage { page, all, plans })
}
