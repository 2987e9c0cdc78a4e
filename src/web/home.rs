//! The first page after logging in, by what a person does here, and the language of the screens.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::account::way_back::safe_way_back;
use super::failure::Answer;
use super::page::{self, Page};
use crate::door::{Person, State};
use crate::ground::Language;
use crate::ground::scope::Role;
use crate::school::accounts::store;

/// The language form.
#[derive(Debug, Deserialize)]
pub struct LanguageForm {
    language: String,
    #[serde(default)]
    back: String,
}

/// Sets the language of a person's screens.
///
/// # Errors
/// When the database refuses.
pub async fn set_language(state: web::Data<State>, person: Person, form: web::Form<LanguageForm>) -> Answer {
    let language = Language::from_code(&form.language);
    let account = person.0.account.clone();
    state.db.write(move |conn| store::set_language(conn, &account, language)).await?;
    Ok(page::to(safe_way_back(&form.back)))
}

/// The first page: where this person's work waits.
pub async fn home(person: Person) -> HttpResponse {
    let scope = &person.0;
    let first = [
        (Role::Coordinator, "/signalen"),
        (Role::Mentor, "/signalen"),
        (Role::Leader, "/school"),
        (Role::Administration, "/invoer"),
        (Role::Admin, "/beheer"),
        (Role::AttentionOfficer, "/meldcode"),
        (Role::Staff, "/observaties/nieuw"),
    ];
    let path = first.into_iter().find(|(role, _)| scope.has(*role)).map_or("/welkom", |(_, path)| path);
    page::to(path)
}

#[derive(Template)]
#[template(path = "welcome.html")]
struct WelcomePage {
    page: Page,
}

/// A page for who has an account and, so far, no work here.
///
/// # Errors
/// When the template fails.
pub async fn welcome(person: Person) -> Answer {
    page::html(&WelcomePage { page: Page::of(&person) })
}
