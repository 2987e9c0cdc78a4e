//! Schools, groups, pupils, dated memberships and relations; accounts, roles and tokens.
//! What is known about a pupil beyond name and group lives in `evidence`.

pub mod accounts;
mod board_store;
pub mod model;
pub mod store;

pub use model::{Group, Pupil, School};
