//! What pupils of a group say of each other, as stored: kept to compute sociograms from and for nothing else. No screen,
//! answer, file, packet or line of the log says who judged whom. What follows from ratings: `analytics::sociogram`.

mod model;
pub mod store;

pub use model::Rating;

/// What stands where a score names its list and who filled it in; the round of a sociogram is its day.
pub const SOCIOGRAM: &str = "sociogram/leerling";
