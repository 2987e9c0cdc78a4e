//! Who hears of what happened, in which words; the mailer. Mail says that something waits and where,
//! never a pupil, a class or a reason.

mod compose;
mod followers;
pub mod mailer;
mod recipients;
pub mod remind;
mod reminder_store;
mod waits;

pub use compose::letters_for;
pub use followers::{fan_out, followers};
pub use recipients::recipients;
