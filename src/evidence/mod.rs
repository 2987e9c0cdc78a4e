//! What is known about pupils: instruments, files, imports, results, observations, conversations.

pub mod files;
pub mod informant;
pub mod instruments;
pub mod score_type;
