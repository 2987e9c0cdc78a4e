//! Bringing in: a file is staged, shown as a difference, made visible by one short transaction, and can be
//! taken back as one act. Reading the file itself is the work of `files`.
//!
//! `stage` (several short transactions) → preview → `accept` or `leave` → later perhaps `undo`.

mod accept;
mod apply_roster;
mod apply_scores;
mod compare;
mod diff;
mod hold_store;
mod known;
mod leave;
mod log;
mod look;
mod mentors;
mod model;
mod people_store;
mod report;
mod schools_store;
mod stage;
pub mod store;
mod undo;
mod upload;

pub use accept::{Consent, accept};
pub use leave::{forget, leave, sweep};
pub use look::{latest, opened};
pub use model::{Actor, Import, State};
pub use report::{Counts, Report, RowReport, counts, refused_file};
pub use stage::stage;
pub use undo::undo;
pub use upload::{Upload, check, kind_of};
