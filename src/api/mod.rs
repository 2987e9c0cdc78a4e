//! The door for programs: JSON under `/api/v1`, described by OpenAPI. A file per resource, each with the
//! shapes it takes and gives; the use cases behind them are the same as those of the pages.

mod adults;
mod answer;
mod conversations;
mod decisions;
mod health;
mod imports;
mod interventions;
mod observations;
mod openapi;
mod partners;
mod plans;
mod problem;
mod pupils;
mod referrals;
pub mod routes;
mod rules;
mod rulesets;
mod schools;
mod scores;
mod signals;
mod tokens;

pub use problem::{not_found, unreadable};
