//! Which HTTP status an error has, the same at both doors. How it is told is each door's own.

use actix_web::http::StatusCode;

use crate::ground::Error;

/// The status of an error.
#[must_use]
pub const fn of(error: &Error) -> StatusCode {
    match error {
        Error::NotFound(_) => StatusCode::NOT_FOUND,
        Error::Forbidden(_) => StatusCode::FORBIDDEN,
        Error::Conflict(_) => StatusCode::CONFLICT,
        Error::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Error::Database(_) | Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
