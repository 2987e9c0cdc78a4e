//! An error on its way out as a problem document (RFC 9457).

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;

use crate::door::gate::LANGUAGE;
use crate::door::status;
use crate::ground::{Error, Message, Words};

/// An error on its way to a problem document (RFC 9457).
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Failure(#[from] pub Error);

#[derive(Debug, Serialize)]
struct Problem {
    r#type: &'static str,
    title: String,
    status: u16,
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        status::of(&self.0)
    }

    fn error_response(&self) -> HttpResponse {
        let words = Words(LANGUAGE.try_with(|l| *l).unwrap_or_default());
        let message = match &self.0 {
            Error::NotFound(_) => Message::new("api-not-found"),
            Error::Forbidden(m) | Error::Conflict(m) | Error::Refused(m) => m.clone(),
            Error::Busy => Message::new("failure-busy"),
            Error::Database(_) | Error::Internal(_) => {
                tracing::error!(error = %self.0, "a request failed");
                Message::new("failure-ours")
            }
        };
        HttpResponse::build(self.status_code()).content_type("application/problem+json").json(Problem {
            r#type: "about:blank",
            title: words.say(&message),
            status: self.status_code().as_u16(),
        })
    }
}

/// A body or query that cannot be read, as a problem document that says where.
pub fn unreadable(error: &impl std::fmt::Display) -> actix_web::Error {
    let words = Words(LANGUAGE.try_with(|l| *l).unwrap_or_default());
    let title = words.t1("api-unreadable", "problem", error.to_string());
    let answer = HttpResponse::UnprocessableEntity().content_type("application/problem+json").json(Problem {
        r#type: "about:blank",
        title,
        status: 422,
    });
    actix_web::error::InternalError::from_response("unreadable body", answer).into()
}

/// The answer to a path under `/api` that does not exist.
#[must_use]
pub fn not_found() -> HttpResponse {
    Failure(Error::NotFound("path")).error_response()
}

/// A word that is none of those a field takes.
pub fn unknown_word(field: &'static str, value: &str) -> Failure {
    let message = Message::new("api-unknown-word").with("field", field).with("value", value);
    Failure(Error::Refused(message))
}
