//! What pupils of a group say of each other, as stored: kept to compute sociograms from and for nothing else. No screen,
//! answer, file, packet or line of the log says who judged whom. What follows from ratings: `analytics::sociogram`.

mod model;
pub mod store;

pub use model::Rating;

/// What stands where scores have the code of their instrument.
pub const SOCIOGRAM: &str = "sociogram";

/// What stands where scores name their list and who filled it in; the round of a sociogram is its day.
pub const SERIES: &str = "sociogram/leerling";
