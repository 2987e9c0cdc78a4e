//! Logging in. The session and its end stand in `session`, the way back after it in `way_back`.

use actix_web::{HttpRequest, web};
use askama::Template;
use serde::Deserialize;

use self::session::session_cookie;
use self::way_back::safe_way_back;
use super::failure::Answer;
use super::page::{self, Page};
use crate::door::gate::LANGUAGE;
use crate::door::{State, address};
use crate::ground::{Conn, Words};
use crate::school::accounts::login;

pub mod session;
pub mod way_back;

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
