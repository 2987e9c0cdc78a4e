//! What a person sees when something cannot be done: what is wrong, and what to do next.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use askama::Template;

use super::page::Page;
use crate::door::gate::LANGUAGE;
use crate::door::status;
use crate::ground::{Error, Language, Message, Words};

/// An error on its way to a page.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Failure(#[from] pub Error);

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Self(Error::internal(error))
    }
}

/// What handlers of pages return.
pub type Answer = Result<HttpResponse, Failure>;

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    page: Page,
    title: String,
    text: String,
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        status::of(&self.0)
    }

    fn error_response(&self) -> HttpResponse {
        let words = Words(LANGUAGE.try_with(|l| *l).unwrap_or_default());
        let (title, message) = match &self.0 {
            Error::NotFound(_) => ("failure-not-found-title", Message::new("failure-not-found")),
            Error::Forbidden(m) => ("failure-forbidden-title", m.clone()),
            Error::Conflict(m) => ("failure-conflict-title", m.clone()),
            Error::Refused(m) => ("failure-refused-title", m.clone()),
            Error::Busy => ("failure-busy-title", Message::new("failure-busy")),
            Error::Database(_) | Error::Internal(_) => {
                tracing::error!(error = %self.0, "a page failed");
                ("failure-ours-title", Message::new("failure-ours"))
            }
        };
        answer(self.status_code(), words, title, &message)
    }
}

fn answer(status: StatusCode, words: Words, title: &str, message: &Message) -> HttpResponse {
    let page =
        FailurePage { page: Page::without_person(words), title: words.t(title), text: words.say(message) };
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .body(page.render().unwrap_or_else(|_broken_template| words.say(message)))
}

/// The answer to whom the gate does not let in.
#[must_use]
pub fn refused(status: StatusCode, message: &Message, language: Language) -> HttpResponse {
    answer(status, Words(language), "failure-forbidden-title", message)
}

/// The answer to an address that does not exist.
#[must_use]
pub fn not_found() -> HttpResponse {
    Failure(Error::NotFound("page")).error_response()
}

/// The answer to an address whose question cannot be read.
pub fn unreadable() -> actix_web::Error {
    Failure(Error::Refused(Message::new("failure-address"))).into()
}
