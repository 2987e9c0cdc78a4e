//! Bringing in: a file is staged, shown as a difference, made visible by one short transaction, and can be
//! taken back as one act. Reading the file itself is the work of `files`.
//!
//! `stage` (several short transactions) → preview → `accept` or `leave` → later perhaps `undo`.

mod accept;
mod actor;
mod aliases;
mod aliases_store;
mod apply_attendance;
mod apply_items;
mod apply_ratings;
mod apply_roster;
mod apply_scores;
mod attendance_diff;
mod built_on;
mod changes_store;
mod compare;
mod counts;
mod diff;
mod facts;
mod file;
mod groups_store;
mod hand_in;
mod handback;
mod hold_store;
mod item_diff;
mod known;
mod leave;
mod log;
mod look;
mod mentors;
pub mod merge;
mod model;
mod patience;
mod people_store;
mod rating_diff;
mod report;
pub mod rollover;
mod rollover_store;
mod rows_store;
mod schools_store;
mod score_diff;
mod sort;
mod stage;
mod staged;
pub mod store;
mod suspicion;
mod undo;
mod upload;
mod waiting;
mod waiting_store;

pub use accept::{Consent, accept};
pub use actor::Actor;
pub use counts::{Counts, counts};
pub use hand_in::{ClassList, HandedIn, TypedCell, hand_in};
pub use handback::refused_file;
pub use leave::{forget, leave, sweep};
pub use look::{latest, opened};
pub use model::{Import, State, Waiting};
pub use patience::patiently;
pub use report::{Report, RowReport};
pub use sort::{Offer, Unsorted, sort_out};
pub use stage::stage;
pub use suspicion::{Likeness, Suspicion};
pub use undo::undo;
pub use upload::{Upload, check, kind_of};
pub use waiting::{go_on, offer, waiting};
