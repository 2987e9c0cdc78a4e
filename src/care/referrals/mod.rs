//! Leading to help: choose a partner, judge the ground, choose what goes along, send, hear back.
//! A newcomer begins with `state` (the table of moves) and `send`.

mod answer;
mod begin;
mod code;
mod consent_store;
pub mod due;
mod due_store;
pub mod follow;
pub mod ground;
pub mod model;
mod moves;
mod note_consent;
mod offer_store;
pub mod offers;
mod override_store;
pub mod packet;
mod partner_store;
pub mod partners;
pub mod prepare;
pub mod readers;
mod reply;
pub mod second;
pub mod send;
pub mod state;
mod step_store;
pub mod store;
mod told;
pub mod visit;
mod visit_store;
mod who_agrees;
