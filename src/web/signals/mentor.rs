//! What a mentor answers on a row.

use actix_web::web;
use serde::Deserialize;

use super::back::back;
use super::rows::Typed;
use crate::care::triage::mentor::{self, Choice, View};
use crate::door::{Person, State};
use crate::ground::{Error, Message, PupilId};
use crate::web::failure::Answer;

/// A mentor's answer as the form sends it.
#[derive(Debug, Clone, Deserialize)]
pub struct MentorForm {
    #[serde(default)]
    view: String,
    #[serde(default)]
    choice: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    back: String,
}

/// Takes the mentor's answer for a pupil.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn answer_as_mentor(
    state: web::Data<State>,
    person: Person,
    pupil: web::Path<String>,
    form: web::Form<MentorForm>,
) -> Answer {
    let (pupil, form) = (PupilId(pupil.into_inner()), form.into_inner());
    let now = state.clock.now();
    let given = View::from_word(&form.view)
        .map(|view| mentor::Answer { view, choice: Choice::from_word(&form.choice), note: form.note.clone() })
        .ok_or_else(|| Error::Refused(Message::new("mentor-no-view")));
    let (scope, about) = (person.0.clone(), pupil.clone());
    let outcome = state.db.write(move |conn| mentor::answer(conn, &scope, now, &about, &given?)).await;
    let typed = Typed { about: pupil.0, event: "mentor".to_owned(), look_on: String::new(), note: form.note };
    back(&state, &person, outcome.map(|_| ()), typed, &form.back, "mentor").await
}
