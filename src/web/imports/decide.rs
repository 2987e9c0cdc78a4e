//! Storing an import, leaving it or taking it back.

use actix_web::web;

use super::one::import_page;
use crate::door::{Person, State};
use crate::evidence::imports::{self, Actor, Consent};
use crate::ground::{Error, ImportId, Message};
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self};

/// Stores, leaves or takes back.
///
/// # Errors
/// `NotFound` outside the person's schools; what cannot be done shows the page again with the sentence.
pub async fn decide(state: web::Data<State>, person: Person, id: web::Path<String>, form: Posted) -> Answer {
    let id = ImportId(id.into_inner());
    let choice = Fields(&form).text("choice").to_owned();
    let changes = Fields(&form).ticked("changes");
    let (scope, import) = (person.0.clone(), id.clone());
    let (now, today) = (state.clock.now(), state.clock.today());
    let done = state
        .db
        .write(move |conn| {
            let actor = Actor::Person(&scope);
            imports::opened(conn, actor, &import)?;
            let consent = |all_or_nothing| Consent { all_or_nothing, changes };
            match choice.as_str() {
                "all" => imports::accept(conn, now, today, actor, &import, consent(true)),
                "good" => imports::accept(conn, now, today, actor, &import, consent(false)),
                "leave" => imports::leave(conn, now, actor, &import),
                "undo" => imports::undo(conn, now, actor, &import),
                _ => Err(Error::Refused(Message::new("import-no-choice"))),
            }
        })
        .await;
    match done {
        Ok(()) => Ok(page::to(&format!("/invoer/{id}"))),
        Err(Error::Refused(message) | Error::Conflict(message)) => {
            let problem = Some(person.words().say(&message));
            page::again(&import_page(&state, &person, id, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}
