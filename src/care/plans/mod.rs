//! Plans for a pupil, a group or the school: a goal, an approach, an owner, a day to look back; what they keep quiet.
//! A newcomer begins with `state` (the table of moves) and `quiet`.

pub mod draft;
pub mod due;
pub mod model;
pub mod moves;
mod owner;
mod quiet;
mod scale;
pub mod start;
pub mod state;
mod step_store;
pub mod store;
pub mod why;

pub use self::owner::owners;
pub use self::scale::seen as seen_scale;
