//! A reader presses that a critical answer was read.

use actix_web::web;
use serde::Deserialize;

use super::back::back;
use super::rows::Typed;
use crate::care::critical;
use crate::door::{Person, State};
use crate::ground::SignalId;
use crate::web::failure::Answer;

/// Where the person came from.
#[derive(Debug, Deserialize)]
pub struct ReadForm {
    #[serde(default)]
    back: String,
}

/// Notes that it was read.
///
/// # Errors
/// `NotFound` for who is no reader at that school; what can be mended comes back as a page.
pub async fn read(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<ReadForm>,
) -> Answer {
    let (id, now, scope) = (SignalId(id.into_inner()), state.clock.now(), person.0.clone());
    let outcome = state.db.write(move |conn| critical::read(conn, &scope, now, &id)).await;
    back(&state, &person, outcome, Typed::default(), &form.back, "read").await
}
