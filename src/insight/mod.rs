//! Figures for the pages of a pupil, a group and the school, and what may be shown to whom (smallest group size).

pub mod absence;
mod came_store;
pub mod care_figures;
mod care_store;
pub mod disclosure;
pub mod effect;
mod effect_store;
pub mod load;
pub mod means;
pub mod on_the_table;
pub mod rules;
pub mod school;
pub mod series;
mod store;
pub mod totals;

/// Fewest pupils of whom a mean or a mean change is told, whoever asks: of fewer it says little of the others
/// (`docs/signals.md` 4.1).
pub const FEWEST: usize = 8;
