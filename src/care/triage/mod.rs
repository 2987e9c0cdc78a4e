//! Triage: the list, the mentor's answer, the decision. One row per subject, one decision for the row.

pub mod assign;
mod assignment_store;
mod check;
pub mod decide;
pub mod hand_on;
pub mod list;
pub mod mentor;
mod plan_owner_store;
mod refer_on;
pub mod spoken;
pub mod starting_picture;
pub mod work;
