//! Baken: signals for pupils' social-emotional development, from a CSV of scores to a partner's answer.
//!
//! The rooms stand in the order the data flows; each may use only the rooms above it
//! (`ARCHITECTURE.md` has the table, `tests/suite/architecture.rs` holds it).
#![recursion_limit = "256"]

pub mod ground;
pub mod school;

pub mod evidence;

pub mod analytics;

pub mod signals;

pub mod care;

pub mod insight;

pub mod notifications;

pub mod paper;

pub mod door;

pub mod api;
pub mod web;

pub mod serve;
pub mod worker;

pub mod cli;
