//! Instruments as data: what a list measures, in which scales, against which norms. Figures and thresholds of others'
//! lists live in `config/instruments`, with source and date; scores of pupils do not live here.

pub mod catalogue;
pub mod definition;
pub mod domain;
pub mod parse;

pub use catalogue::Catalogue;
pub use definition::{Audience, Direction, Ground, Instrument, Norm, Scale, Sex, Stability};
pub use domain::Domain;

#[cfg(test)]
mod tests;
