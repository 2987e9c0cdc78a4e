//! From findings to signals: the rules, what is new, raising, and the life of a signal.
//! What people do with a signal is `care`'s; this room never reads it.

pub mod again;
mod cause;
pub mod critical;
mod critical_store;
mod decision_store;
pub mod due;
mod evidence_store;
mod existing;
pub mod explain;
pub mod finding;
pub mod fresh;
pub mod kept;
mod keys_store;
pub mod lift_out;
mod lift_out_store;
pub mod model;
pub mod moves;
mod own_time;
pub mod power;
pub mod raise;
mod raise_store;
pub mod replay;
mod replay_store;
pub mod rules;
pub mod ruleset;
pub mod run;
pub mod silence_store;
pub mod silent;
mod sittings;
pub mod sociogram_store;
pub mod sociograms;
pub mod state;
pub mod store;
mod table_store;
pub mod withdraw;
mod worse;
