//! Logging in and out, the language, and the first page after it.

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::failure::Answer;
use super::page::{self, Page};
use crate::door::gate::{LANGUAGE, cookie_name};
use crate::door::{Person, State, address};
use crate::ground::scope::Role;
use crate::ground::{Conn, Language, Words};
use crate::school::accounts::{login, store};

#[derive(Template)]
#[template(path = "login.html")]
struct LoginPage {
    page: Page,
    email: String,
    back: String,
    problem: Option<String>,
    expired: bool,
}

/// What the address of the login page may carry.
#[derive(Debug, Deserialize)]
pub struct LoginQuery {
    #[serde(default)]
    terug: String,
    #[serde(default)]
    verlopen: String,
}

/// The login page.
///
/// # Errors
/// When the template fails.
pub async fn show(query: web::Query<LoginQuery>) -> Answer {
    let words = Words(LANGUAGE.try_with(|l| *l).unwrap_or_default());
    page::html(&LoginPage {
        page: Page::without_person(words),
        email: String::new(),
        back: query.terug.clone(),
        problem: None,
        expired: !query.verlopen.is_empty(),
    })
}

/// The login form.
#[derive(Debug, Deserialize)]
pub struct LoginForm {
    email: String,
    password: String,
    #[serde(default)]
    back: String,
}

/// Checks the password and starts a session.
///
/// # Errors
/// When the database refuses.
pub async fn log_in(req: HttpRequest, state: web::Data<State>, form: web::Form<LoginForm>) -> Answer {
    let form = form.into_inner();
    let now = state.clock.now();
    let attempt = login::Attempt {
        email: form.email.clone(),
        password: form.password,
        address: address::of(&req, &state),
    };
    let db = state.db.clone();
    let checked = tokio::task::spawn_blocking(move || login::check(&db, now, &attempt))
        .await
        .map_err(crate::ground::Error::internal)??;
    let outcome = match checked {
        Ok(account) => {
            let start = move |conn: &mut Conn| login::start_session(conn, now, &account);
            Ok(state.db.write(start).await?)
        }
        Err(message) => Err(message),
    };
    match outcome {
        Ok(token) => {
            let cookie = session_cookie(&state, token);
            let mut answer = page::to(safe_way_back(&form.back));
            answer.add_cookie(&cookie).map_err(crate::ground::Error::internal)?;
            Ok(answer)
        }
        Err(message) => {
            let words = Words(LANGUAGE.try_with(|l| *l).unwrap_or_default());
            page::again(&LoginPage {
                page: Page::without_person(words),
                email: form.email,
                back: form.back,
                problem: Some(words.say(&message)),
                expired: false,
            })
        }
    }
}

fn session_cookie(state: &State, token: String) -> Cookie<'static> {
    let https = state.config.is_https();
    Cookie::build(cookie_name(https), token)
        .path("/")
        .http_only(true)
        .secure(https)
        .same_site(SameSite::Lax)
        .finish()
}

/// Only a path of our own: a link must not lead to another site after the login.
#[must_use]
pub fn safe_way_back(back: &str) -> &str {
    let own = back.starts_with('/')
        && !back.starts_with("//")
        && !back.contains('\\')
        && !back.chars().any(char::is_control);
    if own { back } else { "/" }
}

/// Ends the session.
///
/// # Errors
/// When the database refuses.
pub async fn log_out(req: HttpRequest, state: web::Data<State>) -> Answer {
    let name = cookie_name(state.config.is_https());
    if let Some(cookie) = req.cookie(name) {
        let token = cookie.value().to_owned();
        state.db.write(move |conn| store::end_session(conn, &token)).await?;
    }
    let mut gone = session_cookie(&state, String::new());
    gone.set_max_age(time::Duration::ZERO);
    let mut answer = page::to("/inloggen");
    answer.add_cookie(&gone).map_err(crate::ground::Error::internal)?;
    Ok(answer)
}

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

#[cfg(test)]
mod tests {
    use super::safe_way_back;

    #[test]
    fn the_way_back_stays_on_our_own_site() {
        assert_eq!(safe_way_back("/signalen?groep=1"), "/signalen?groep=1");
        for elsewhere in
            ["https://elders.example", "//elders.example", "/\\elders.example", "/\t/elders.example", ""]
        {
            assert_eq!(safe_way_back(elsewhere), "/");
        }
    }
}
