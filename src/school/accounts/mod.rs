//! Accounts: how people get in, what they may, and how they are made.
//! Which pupils a person sees follows from the `Scope` that `store::scope` fills.

pub mod login;
pub mod manage;
mod password;
pub mod store;
pub mod tokens;
