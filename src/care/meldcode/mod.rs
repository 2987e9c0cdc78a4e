//! The meldcode: files apart from everything else, with the five steps, seen by the attention officer of the school and by
//! whom the officer named, for as long as that lasts. Nothing of it stands in a list, count, log or time line of others.
//!
//! Nobody looks through `Scope` here but through [`MeldcodeScope`], and what is looked at goes into a log of its own.
//! Nothing is reported to anyone by itself. Why it is like this: docs/adr/0054.

mod inspection;
mod lines_store;
mod model;
mod move_in;
mod move_in_store;
mod open;
mod packets;
mod people;
mod readers;
mod scope;
pub mod state;
mod steps;
pub mod store;

pub use self::inspection::flags_inspection;
pub use self::lines_store::{Line, note};
pub use self::model::{File, Named, Paper, State, Step, Taken};
pub use self::move_in::{Content, Decided, Raised, move_in};
pub use self::open::open;
pub use self::packets::without_moved;
pub use self::people::{end_naming, name_person};
pub use self::readers::Reader;
pub use self::scope::MeldcodeScope;
pub use self::steps::{Asked, take};
