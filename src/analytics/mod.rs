//! The science: norms, expectation, smoothing, groups. Pure functions over frames; all of polars, no database.
//!
//! Scores go in as a `ScoreTable` (whole numbers for names), `Analysis` puts them in order (`settle`, `forms`), and `assess`
//! judges a round of it with what was known then: `reference` gives every value its z, `surprise` compares each score with
//! the pupil's earlier rounds (`expectation`), `trend` judges the scales of one list together (`patterns`) and adds up over
//! rounds (`smoothing`), `units` and `shrinkage` do the same for groups and schools. What was judged of each pupil is given
//! as rows, some at a time (`rows`). Scores are read as slices of columns; what is counted per group and school is polars.
//! What deserves attention is for `signals`.
//! Sign throughout: z above 0 is worse, whatever the scale's direction.

mod ages;
mod analysis;
mod assess;
pub mod assessed;
mod before;
pub mod change;
mod column;
pub mod expectation;
mod filled;
mod forms;
mod frame;
pub mod funnel;
mod informants;
mod interned;
pub mod intervals;
mod join;
mod layout;
mod near;
pub mod normal;
pub mod norms;
mod other_norm;
pub mod patterns;
mod people;
mod pool;
mod recentre;
mod reference;
mod rounds;
mod rows;
mod settle;
pub mod shrinkage;
pub mod smoothing;
pub mod sociogram;
mod split;
mod stability;
pub mod standing;
mod surprise;
pub mod table;
mod theil_sen;
mod totals;
mod tracks;
mod trend;
mod turning;
mod twins;
mod unit;
mod units;
mod unmeasured;
mod usual;
mod whole_list;
mod yearly;

pub use analysis::{Analysis, Span};
pub use assessed::{Assessed, Assessment, Expected, ExpectedScore, Hands, OnList, Round, Unmeasured};
pub use layout::{Layout, Series};
pub use pool::in_pool;
pub use rows::{Maker, Measured};
pub use table::{Numbering, Roster, Row, ScoreLine, ScoreTable, SeriesKey};
pub use theil_sen::theil_sen;
pub use totals::OddTotal;
pub use turning::Under;
pub use twins::{Contradiction, Settled};
pub use unit::{Before, Unit, YearChange};
pub use units::shrink;

#[cfg(test)]
mod tests;
