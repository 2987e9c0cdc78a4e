//! Accounts: how people get in, what they may, and how they are made.
//! Which pupils a person sees follows from the `Scope` that `store::scope` fills.

mod draft_store;
pub mod keep;
pub mod login;
pub mod manage;
mod manage_store;
mod password;
mod scope_store;
mod session;
mod session_store;
mod stand_in_store;
pub mod stand_ins;
pub mod store;
mod tie_store;
pub mod ties;
pub mod tokens;
