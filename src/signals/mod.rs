//! From findings to signals: the rules, what is new, raising, and the life of a signal.
//! What people do with a signal is `care`'s; this room never reads it.

pub mod again;
pub mod finding;
pub mod fresh;
pub mod kept;
pub mod model;
pub mod raise;
pub mod rules;
pub mod ruleset;
pub mod run;
pub mod state;
pub mod store;
mod table_store;
