//! The school's administration: its people, what they are and to whom they are tied, and what the school sets for itself.
//! Pupils stand here by number alone. The forms are done in `act`; the page is put together in `view`.

use actix_web::web;
use serde::Deserialize;

use self::view::{Typed, render};
use super::failure::Answer;
use super::page;
use crate::door::{Person, State};
use crate::ground::SchoolId;

pub mod act;
mod view;

/// Which school, and what was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    school: String,
    klaar: String,
}

/// The page of a school; without one, of the first this person keeps.
///
/// # Errors
/// `NotFound` for a school that this person does not keep.
pub async fn show(state: web::Data<State>, person: Person, query: web::Query<Query>) -> Answer {
    let query = query.into_inner();
    let school = (!query.school.is_empty()).then_some(SchoolId(query.school));
    let mut page = render(&state, &person, school, Typed::default(), String::new()).await?;
    page.done = !query.klaar.is_empty();
    page::html(&page)
}
