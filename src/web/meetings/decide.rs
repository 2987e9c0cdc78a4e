//! What is decided in a meeting, and closing it.

use actix_web::web;
use serde::Deserialize;

use super::pack::{Typed, render};
use crate::care::meetings;
use crate::door::{Person, State};
use crate::ground::Error;
use crate::web::failure::Answer;
use crate::web::page;

/// A decision as the form sends it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DecisionForm {
    line: String,
    agreed: String,
}

/// Keeps what was decided about somebody on the agenda.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` when something else was decided; what can be mended comes back as a page.
pub async fn decide(
    state: web::Data<State>,
    person: Person,
    path: web::Path<(String, String)>,
    form: web::Form<DecisionForm>,
) -> Answer {
    let ((meeting, subject), DecisionForm { line, agreed }) = (path.into_inner(), form.into_inner());
    let (scope, now) = (person.0.clone(), state.clock.now());
    let asked = (meeting.clone(), subject.clone(), line.clone(), agreed.clone());
    let kept = state
        .db
        .write(move |conn| {
            let (meeting, subject, line, agreed) = asked;
            meetings::decide(conn, &scope, now, (&meeting, &subject), &line, &agreed)
        })
        .await;
    match kept {
        Ok(()) => Ok(page::to(&format!("/besprekingen/{meeting}?klaar=1#plek-{subject}"))),
        Err(Error::Refused(message)) => {
            let typed = Typed { subject, line, agreed, problem: person.words().say(&message) };
            page::again(&render(&state, &person, meeting, Some(typed)).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Closes a meeting.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` when it is closed already.
pub async fn close(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let (id, now) = (id.into_inner(), state.clock.now());
    let meeting = id.clone();
    state.db.write(move |conn| meetings::close(conn, &person.0, now, &meeting)).await?;
    Ok(page::to(&format!("/besprekingen/{id}?klaar=1")))
}
