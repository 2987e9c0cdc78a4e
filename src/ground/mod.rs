//! What every room stands on: ids, errors, words, clock, settings, database, scope, audit, outbox.
//! Nothing here knows a pupil's story.

pub mod error;
pub mod message;
pub mod words;
