//! The science: norms, expectation, smoothing, groups. Pure functions over frames; all of polars, no database.
//!
//! Scores go in as a `ScoreTable` (columns of whole numbers for names), `run` gives an `Assessed`: plain rows of
//! pupils, groups and schools per round, each judged with what was known in that round. One pass over the frame per
//! round: `rounds` orders them, `norms` ranks every score on the pool up to that round, `expectation` compares with the
//! pupil's earlier rounds, `patterns` judges the scales of one list together, `smoothing` adds up over rounds, `units`
//! and `shrinkage` do the same for groups and schools. What deserves attention is for `signals`.
//! Sign throughout: z above 0 is worse, whatever the scale's direction.

mod assess;
pub mod assessed;
pub mod expectation;
mod frame;
pub mod intervals;
mod layout;
pub mod normal;
pub mod norms;
pub mod patterns;
mod pool;
mod rounds;
mod run;
pub mod shrinkage;
pub mod smoothing;
pub mod table;
mod units;

pub use assessed::{Assessed, Assessment, Expected, Round, Unit, YearChange};
pub use layout::{Layout, Series};
pub use run::{Span, run};
pub use table::{ScoreLine, ScoreTable, SeriesKey};

#[cfg(test)]
mod tests;
