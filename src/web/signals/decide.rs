//! A decision that is pressed on a row. Where it leads to stands in `back`, what a mentor answers in `mentor`.

use actix_web::web;
use serde::Deserialize;

use super::back::back;
use super::rows::Typed;
use crate::care::triage::decide::{self as decisions, Decision};
use crate::door::{Person, State};
use crate::ground::{Error, Message, SignalId};
use crate::signals::state::Event;
use crate::web::failure::Answer;

/// A decision as the form sends it.
#[derive(Debug, Clone, Deserialize)]
pub struct DecisionForm {
    event: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    look_on: String,
    #[serde(default)]
    no_conversation: String,
    #[serde(default)]
    only_this: String,
    #[serde(default)]
    back: String,
}

/// Decides on the row of a signal.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn decide(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<DecisionForm>,
) -> Answer {
    let (id, form) = (SignalId(id.into_inner()), form.into_inner());
    let now = state.clock.now();
    let only_this = !form.only_this.is_empty();
    let asked = read(&form);
    let (scope, signal) = (person.0.clone(), id.clone());
    let outcome = state
        .db
        .write(move |conn| {
            let decision = asked?;
            decisions::decide(conn, &scope, now, &signal, &decision, only_this)
        })
        .await;
    let typed = Typed { about: id.0, event: form.event.clone(), look_on: form.look_on, note: form.note };
    back(&state, &person, outcome.map(|_| ()), typed, &form.back, &form.event).await
}

fn read(form: &DecisionForm) -> Result<Decision, Error> {
    let event = Event::from_word(&form.event)
        .ok_or_else(|| Error::Refused(Message::new("signal-not-a-decision").with("event", &form.event)))?;
    Ok(Decision {
        event,
        reason: form.reason.clone(),
        note: form.note.clone(),
        look_on: form.look_on.parse().ok(),
        no_conversation: form.no_conversation.clone(),
    })
}
