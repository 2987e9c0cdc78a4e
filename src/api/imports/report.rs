//! The report of one import, and taking that import back.

use actix_web::{HttpResponse, web};

use crate::api::answer::Answer;
use crate::door::{Person, State};
use crate::evidence::imports::{self, Actor, Report};
use crate::ground::ImportId;
use crate::ground::audit::Entry;

/// The report of one import.
///
/// # Errors
/// `NotFound` outside the caller's schools.
pub async fn one(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let id = ImportId(id.into_inner());
    let words = person.words();
    let report = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let scope = &person.0;
            imports::opened(conn, Actor::Person(scope), &id)?;
            let report = Report::of(conn, &id, words)?;
            Ok((report, Entry::by(scope, "view-import", "import", &id)))
        })
        .await?;
    Ok(HttpResponse::Ok().json(report))
}

/// Takes an import back.
///
/// # Errors
/// `NotFound` outside the caller's schools, `Conflict` when something builds on it.
pub async fn undo(state: web::Data<State>, person: Person, id: web::Path<String>) -> Answer {
    let id = ImportId(id.into_inner());
    let words = person.words();
    let now = state.clock.now();
    let report = state
        .db
        .write(move |conn| {
            let actor = Actor::Person(&person.0);
            imports::opened(conn, actor, &id)?;
            imports::undo(conn, now, actor, &id)?;
            Report::of(conn, &id, words)
        })
        .await?;
    Ok(HttpResponse::Ok().json(report))
}
