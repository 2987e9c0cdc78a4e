//! The one error of the domains. `Message` texts are for the person, the log gets `Display`.
//!
//! Which goes where: nothing there or not for you → `NotFound` (never says which) · a wrong move → `Conflict` ·
//! input that cannot be taken → `Refused` · not allowed in this role → `Forbidden` · the rest is ours: `Internal`.

use super::message::Message;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or not for this person: the two look the same from outside.
    #[error("not found: {0}")]
    NotFound(&'static str),
    /// Known, but this role may not do it.
    #[error("forbidden: {}", .0.key)]
    Forbidden(Message),
    /// The move does not fit the state things are in (409).
    #[error("conflict: {}", .0.key)]
    Conflict(Message),
    /// The input cannot be taken (422); the message says what is wrong and what to do.
    #[error("refused: {}", .0.key)]
    Refused(Message),
    /// No connection free in time (503).
    #[error("busy")]
    Busy,
    /// The database refused or broke.
    #[error("database: {0}")]
    Database(diesel::result::Error),
    /// A fault of ours or of the machine.
    #[error("internal: {0}")]
    Internal(String),
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        match &error {
            // SQLite's word for a lock that was not given in time: nothing is broken, it is only busy.
            diesel::result::Error::DatabaseError(_, info)
                if info.message().contains("database is locked") =>
            {
                Self::Busy
            }
            _ => Self::Database(error),
        }
    }
}

impl Error {
    /// A fault of ours, from any other error.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }
}

/// The result of nearly everything here.
pub type Result<T, E = Error> = std::result::Result<T, E>;
