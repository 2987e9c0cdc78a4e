//! What people do with a signal: observe, speak, triage, plan, refer to a partner, hand over.

pub mod catalogue;
pub mod closing;
pub mod consult;
mod consult_store;
pub mod critical;
pub mod forget;
pub mod letters;
mod letters_store;
pub mod list_consent;
pub mod log_release;
mod log_release_store;
pub mod meetings;
pub mod meldcode;
pub mod norms;
pub mod observe;
pub mod openings;
mod openings_store;
pub mod plans;
pub mod prepare_talk;
pub mod referrals;
pub mod ruleset;
pub mod set_aside;
pub mod speak;
pub mod triage;
pub mod year_end;
mod year_end_store;
