//! Triage: the list, the mentor's answer, the decision. One row per subject, one decision for the row.

pub mod decide;
pub mod list;
pub mod mentor;
pub mod starting_picture;
