//! What is pressed on a row: a decision, a mentor's answer. A refusal comes back on
//! the page it was tried on, with what was typed.

use actix_web::HttpResponse;
use actix_web::web;
use serde::Deserialize;

use super::rows::Typed;
use super::{Problem, Query, render};
use crate::care::triage::decide::{self as decisions, Decision};
use crate::care::triage::mentor::{self, Choice, View};
use crate::door::{Person, State};
use crate::ground::{Error, Message, PupilId, SignalId};
use crate::signals::state::Event;
use crate::web::account::safe_way_back;
use crate::web::failure::{Answer, Failure};
use crate::web::page;

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
    })
}

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

/// Back to where the person was, or the list again with what is wrong.
async fn back(
    state: &State,
    person: &Person,
    outcome: Result<(), Error>,
    typed: Typed,
    way: &str,
    done: &str,
) -> Result<HttpResponse, Failure> {
    let message = match outcome {
        Ok(()) => return Ok(page::to(&with_done(safe_way_back(way), done))),
        Err(Error::Refused(message) | Error::Conflict(message)) => message,
        Err(other) => return Err(other.into()),
    };
    let problem = Problem { text: person.words().say(&message), typed };
    let query = way.split_once('?').map_or("", |(_, query)| query);
    let query = web::Query::<Query>::from_query(query).map(web::Query::into_inner).unwrap_or_default();
    page::again(&render(state, person, query, Some(problem)).await?)
}

fn with_done(way: &str, done: &str) -> String {
    let way = if way == "/" { "/signalen" } else { way };
    let (way, place) = way.split_once('#').unwrap_or((way, ""));
    let joint = if way.contains('?') { '&' } else { '?' };
    let place = if place.is_empty() { String::new() } else { format!("#{place}") };
    format!("{way}{joint}klaar={done}{place}")
}

#[cfg(test)]
mod tests {
    use super::with_done;

    #[test]
    fn the_way_back_says_what_was_done() {
        assert_eq!(with_done("/", "watching"), "/signalen?klaar=watching");
        assert_eq!(with_done("/signalen?groep=1", "no_action"), "/signalen?groep=1&klaar=no_action");
        assert_eq!(with_done("/leerlingen/7#lijn", "x"), "/leerlingen/7?klaar=x#lijn");
    }
}
