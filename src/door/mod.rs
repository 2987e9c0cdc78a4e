//! What both doors share: the service's state, the table of routes, the gate, the headers.
//! Pages are `web`'s, JSON is `api`'s; neither knows the other.

pub mod address;
pub mod doc;
pub mod gate;
pub mod headers;
pub mod person;
pub mod route;
pub mod state;
pub mod status;
pub mod typed;
mod who;

pub use person::Person;
pub use route::{Access, Door, Route};
pub use state::State;
