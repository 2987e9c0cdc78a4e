//! What is known about pupils: instruments, files, imports, results, observations, conversations
//! and what was prepared for them.

pub mod attendance;
pub mod conversations;
pub mod critical;
pub mod files;
pub mod imports;
pub mod informant;
pub mod instruments;
pub mod list_consents;
pub mod objections;
pub mod observations;
pub mod preparations;
pub mod ratings;
pub mod results;
pub mod score_type;
pub mod totals;
