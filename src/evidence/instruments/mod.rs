//! Instruments as data: what a list measures, in which scales, against which norms. Figures and thresholds of others'
//! lists live in `config/instruments`, with source and date; scores of pupils do not live here.

pub mod bands;
pub mod catalogue;
pub mod definition;
pub mod domain;
pub mod norm;
pub mod parse;
pub mod scale;
pub mod scoring;
pub mod served;

pub use bands::Placed;
pub use catalogue::Catalogue;
pub use definition::{Ground, Instrument, Stability};
pub use domain::Domain;
pub use norm::{Fineness, Norm, Reach, Sex};
pub use scale::{Audience, Direction, Scale};
pub use scoring::{Item, Missing, Rounding, Scored, Scoring};

#[cfg(test)]
mod tests;
