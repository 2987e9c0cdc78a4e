//! Consultation without a name: what was asked and advised, and writing one down. No pupil stands here.

use actix_web::web;
use askama::Template;

use super::failure::{Answer, Failure};
use super::fields::{Fields, Posted};
use super::page::{self, Page};
use crate::care::consult::{self, Consultation, Held};
use crate::door::{Person, State};
use crate::ground::scope::Role;
use crate::ground::{Error, Message, Result, SchoolId};
use crate::school::School;
use crate::school::store as people;

#[derive(Template)]
#[template(path = "consult.html")]
struct ConsultPage {
    page: Page,
    held: Vec<Consultation>,
    schools: Vec<School>,
    /// The school that was chosen, and the day as typed or proposed.
    school: String,
    on: String,
    with_whom: String,
    question: String,
    advice: String,
    problem: String,
}

/// The page.
///
/// # Errors
/// When the database refuses.
pub async fn show(state: web::Data<State>, person: Person) -> Answer {
    page::html(&render(&state, &person, &[], String::new()).await?)
}

/// Writes one down.
///
/// # Errors
/// As `consult::note`; what can be mended comes back as a page, with all that was typed.
pub async fn note(state: web::Data<State>, person: Person, posted: Posted) -> Answer {
    let (held, now, scope) = (held(Fields(&posted)), state.clock.now(), person.0.clone());
    match state.db.write(move |conn| consult::note(conn, &scope, now, held?)).await {
        Ok(()) => Ok(page::to("/overleg")),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(&state, &person, &posted, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

fn held(fields: Fields<'_>) -> Result<Held> {
    let text = |name: &str| fields.text(name).to_owned();
    let missing = || Error::Refused(Message::new("consult-incomplete"));
    Ok(Held {
        school: SchoolId(text("school")),
        with_whom: text("with_whom"),
        on: fields.date("on")?.ok_or_else(missing)?,
        question: text("question"),
        advice: text("advice"),
    })
}

async fn render(
    state: &State,
    person: &Person,
    typed: &[(String, String)],
    problem: String,
) -> std::result::Result<ConsultPage, Failure> {
    let scope = person.0.clone();
    let (held, schools) = state
        .db
        .read(move |conn| {
            let own = scope.schools_as(Role::Coordinator);
            let mut schools = people::schools_of(conn, &scope)?;
            schools.retain(|school| own.contains(&school.id));
            Ok((consult::of_schools(conn, &scope)?, schools))
        })
        .await?;
    let text = |name: &str| Fields(typed).text(name).to_owned();
    Ok(ConsultPage {
        page: Page::of(person).at("/verwijzingen"),
        held,
        schools,
        school: text("school"),
        on: if typed.is_empty() { person.0.today.to_string() } else { text("on") },
        with_whom: text("with_whom"),
        question: text("question"),
        advice: text("advice"),
        problem,
    })
}
