//! Scores as stored: one per pupil, series and round. What they mean is the work of `analytics`;
//! how they come in is the work of `imports`.

mod model;
pub mod origins_store;
pub mod store;

pub use model::{Origin, Row, Score};
