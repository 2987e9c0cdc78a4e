//! Schools, groups, pupils, dated memberships and relations; accounts, roles and tokens.
//! What is known about a pupil beyond name and group lives in `evidence`.

pub mod accounts;
pub mod adults;
mod adults_store;
mod board_store;
pub mod closed_weeks;
mod closed_weeks_store;
pub mod critical_readers;
mod critical_readers_store;
mod find_store;
mod group_store;
pub mod model;
mod place_store;
mod ruleset_store;
pub mod rulesets;
pub mod settings;
mod starting_picture_store;
pub mod store;
pub mod wishes;
mod wishes_store;

pub use model::{ALONE_FROM, Group, Pupil, School};
