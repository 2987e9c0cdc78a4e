//! What is pressed: a step, who is named, the end of that, and moving an observation in.

use actix_web::web;

use super::file::render;
use crate::care::meldcode::{self, Asked, MeldcodeScope};
use crate::door::{Person, State};
use crate::ground::{AccountId, Conn, Error, Result};
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page;
use crate::web::subject::Subject;

/// Writes a step in a file.
///
/// # Errors
/// `NotFound` for who does not keep it; what can be mended comes back as a page.
pub async fn take_step(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: Posted,
) -> Answer {
    let (scope, now, file) = (MeldcodeScope::of(&person.0), state.clock.now(), id.clone());
    let sent = form.0.clone();
    let work = move |conn: &mut Conn| meldcode::take(conn, &scope, now, &file, &asked(Fields(&sent))?);
    let outcome = state.db.write(work).await;
    told(&state, &person, &id, form.0, outcome).await
}

fn asked(fields: Fields<'_>) -> Result<Asked> {
    let text = |name| fields.text(name).to_owned();
    let answer = |name| match fields.text(name) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    Ok(Asked {
        step: text("step"),
        on: fields.date("on")?,
        facts: text("facts"),
        opinion: text("opinion"),
        consulted: text("consulted"),
        report: answer("report"),
        report_reason: text("report_reason"),
        help: answer("help"),
        help_reason: text("help_reason"),
    })
}

/// Names somebody who may read a file.
///
/// # Errors
/// As there.
pub async fn name_person(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: Posted,
) -> Answer {
    let (scope, now, file) = (MeldcodeScope::of(&person.0), state.clock.now(), id.clone());
    let sent = form.0.clone();
    let work = move |conn: &mut Conn| {
        let fields = Fields(&sent);
        let (who, days) =
            (AccountId(fields.text("who").to_owned()), (fields.date("from")?, fields.date("until")?));
        meldcode::name_person(conn, &scope, now, &file, &who, days)
    };
    let outcome = state.db.write(work).await;
    told(&state, &person, &id, form.0, outcome).await
}

/// Ends that.
///
/// # Errors
/// `NotFound` for who does not keep the file, and for what has ended.
pub async fn end_naming(
    state: web::Data<State>,
    person: Person,
    path: web::Path<(String, String)>,
) -> Answer {
    let (scope, now, (id, named)) = (MeldcodeScope::of(&person.0), state.clock.now(), path.into_inner());
    let file = id.clone();
    let work = move |conn: &mut Conn| meldcode::end_naming(conn, &scope, now, &file, &named);
    let outcome = state.db.write(work).await;
    told(&state, &person, &id, Vec::new(), outcome).await
}

async fn told(
    state: &State,
    person: &Person,
    id: &str,
    typed: Vec<(String, String)>,
    outcome: Result<()>,
) -> Answer {
    match outcome {
        Ok(()) => Ok(page::to(&format!("/meldcode/{id}"))),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(state, person, id, typed, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Moves an observation into the pupil's file; leads back to the pupil's page, on which it is no more.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn move_in(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let (scope, now) = (person.0.clone(), state.clock.now());
    let pupil = state.db.write(move |conn| meldcode::move_in(conn, &scope, now, &id)).await?;
    Ok(page::to(&Subject::Pupil(pupil).done()))
}
