//! The starting picture: how many signals wait, and the button that asks for them.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::care::triage::starting_picture::{self, Terms};
use crate::door::{Person, State};
use crate::ground::{Error, Message, Result, SchoolId, Scope};
use crate::school::store as people;
use crate::web::failure::Answer;
use crate::web::page::{self, Page};

/// Which school's starting picture.
#[derive(Debug, Deserialize)]
pub struct Which {
    school: String,
}

#[derive(Template)]
#[template(path = "starting_picture.html")]
struct StartingPage {
    page: Page,
    school: SchoolId,
    text: String,
    none: bool,
}

/// The number that waits.
///
/// # Errors
/// `Forbidden` for who is not its coordinator, `Conflict` when it was asked for already.
pub async fn show(state: web::Data<State>, person: Person, which: web::Query<Which>) -> Answer {
    let school = SchoolId(which.into_inner().school);
    let count = run(&state, &person.0, &school, starting_picture::count).await?;
    let id = school.clone();
    let named = state.db.read(move |conn| people::school(conn, &id)).await?;
    let text = Message::new("starting-picture-count").with("school", &named.name).with("count", count);
    let page = Page::of(&person).at("/signalen");
    page::html(&StartingPage { text: page.say(&text), none: count == 0, school, page })
}

/// Asks for the signals.
///
/// # Errors
/// As [`show`].
pub async fn ask(state: web::Data<State>, person: Person, which: web::Form<Which>) -> Answer {
    let school = SchoolId(which.into_inner().school);
    run(&state, &person.0, &school, starting_picture::ask).await?;
    Ok(page::to("/signalen?klaar=starting_picture"))
}

type Run = fn(
    &crate::ground::Db,
    &crate::evidence::instruments::Catalogue,
    &Scope,
    Terms,
    &SchoolId,
) -> Result<usize>;

/// Off the async thread: a run computes for a while.
async fn run(state: &State, scope: &Scope, school: &SchoolId, what: Run) -> Result<usize> {
    let terms =
        Terms { mentor_days: state.config.mentor_days, now: state.clock.now(), today: state.clock.today() };
    let (state, scope, school) = (state.clone(), scope.clone(), school.clone());
    web::block(move || what(&state.db, &state.instruments, &scope, terms, &school))
        .await
        .map_err(Error::internal)?
}
