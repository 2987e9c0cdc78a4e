//! Opening a file: by full name, or for a pupil to whose id the address leads.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::care::meldcode::{self, MeldcodeScope, note, store};
use crate::door::{Person, State};
use crate::ground::{Conn, Error, PupilId, Result};
use crate::web::failure::{Answer, Failure};
use crate::web::page::{self, Page};

/// The pupil, as the address or the form has it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// A pupil's id.
    #[serde(default)]
    leerling: String,
    /// A pupil's full name.
    #[serde(default)]
    naam: String,
}

#[derive(Template)]
#[template(path = "meldcode_new.html")]
struct NewPage {
    page: Page,
    asked: Asked,
    /// The name of the pupil to whose id the address leads.
    name: String,
    problem: String,
}

/// The form.
///
/// # Errors
/// `NotFound` for who is no officer, and for a pupil of another school.
pub async fn show(state: web::Data<State>, person: Person, asked: web::Query<Asked>) -> Answer {
    page::html(&render(&state, &person, asked.into_inner(), String::new()).await?)
}

/// Opens it.
pub async fn open(state: web::Data<State>, person: Person, form: web::Form<Asked>) -> Answer {
    let (scope, now, asked) = (MeldcodeScope::of(&person.0), state.clock.now(), form.into_inner());
    let of = asked.clone();
    let work = move |conn: &mut Conn| {
        let id = PupilId(of.leerling);
        meldcode::open(conn, &scope, now, Some(&id).filter(|id| !id.0.is_empty()), &of.naam)
    };
    match state.db.write(work).await {
        Ok(id) => Ok(page::to(&format!("/meldcode/{id}"))),
        Err(Error::Refused(message)) => {
            let problem = person.words().say(&message);
            page::again(&render(&state, &person, asked, problem).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn render(state: &State, person: &Person, asked: Asked, problem: String) -> Result<NewPage, Failure> {
    let scope = MeldcodeScope::of(&person.0);
    if scope.officer_at.is_empty() {
        return Err(Error::NotFound("meldcode").into());
    }
    let name = if asked.leerling.is_empty() {
        String::new()
    } else {
        let (id, now) = (PupilId(asked.leerling.clone()), state.clock.now());
        let look = move |conn: &mut Conn| {
            let pupil = store::pupil(conn, &scope, &id)?;
            note(conn, now, Some(&scope.account), "look-up", "", &pupil.id.0)?;
            Ok(pupil.full_name())
        };
        state.db.write(look).await?
    };
    Ok(NewPage { page: Page::of(person).at("/meldcode"), asked, name, problem })
}
