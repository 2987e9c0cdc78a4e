//! Writing an observation down, and keeping what is typed so far.

use actix_web::{HttpResponse, web};

use super::form::{ObservationForm, read};
use super::{DRAFT, render};
use crate::care::observe::{self};
use crate::door::{Person, State};
use crate::ground::clock;
use crate::ground::{Error, Result};
use crate::school::accounts::store as drafts;
use crate::web::failure::{Answer, Failure};
use crate::web::page::{self};

/// Writes the observation down, or gives the form back with everything typed.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn write(state: web::Data<State>, person: Person, form: web::Form<ObservationForm>) -> Answer {
    let form = form.into_inner();
    let (scope, now, seen) = (person.0.clone(), state.clock.now(), read(&form));
    let about = form.leerling.clone();
    let outcome = state
        .db
        .write(move |conn| {
            observe::observe(conn, &scope, now, &seen?)?;
            if !about.is_empty() {
                let before = drafts::draft(conn, &scope.account, "observed")?.unwrap_or_default();
                let mut last = vec![about.as_str()];
                last.extend(before.split(' ').filter(|id| *id != about).take(4));
                drafts::save_draft(conn, now, &scope.account, "observed", &last.join(" "))?;
            }
            drafts::save_draft(conn, now, &scope.account, DRAFT, "")
        })
        .await;
    match outcome {
        Ok(()) => Ok(page::to("/observaties/nieuw?klaar=1")),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(&state, &person, form, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Keeps what is typed so far; answers with the sentence "bewaard 14:02".
///
/// # Errors
/// When the database refuses.
pub async fn keep(
    state: web::Data<State>,
    person: Person,
    form: web::Form<ObservationForm>,
) -> Result<HttpResponse, Failure> {
    let now = state.clock.now();
    let body = serde_json::to_string(&form.into_inner()).map_err(Error::internal)?;
    let account = person.0.account.clone();
    state.db.write(move |conn| drafts::save_draft(conn, now, &account, DRAFT, &body)).await?;
    let time = clock::local(now).format("%H:%M").to_string();
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(person.words().t1(
        "observe-kept",
        "time",
        time,
    )))
}
