//! Leading to help: choose a partner, judge the ground, choose what goes along, send, hear back.
//! A newcomer begins with `state` (the table of moves) and `send`.

pub mod due;
pub mod follow;
pub mod ground;
pub mod model;
pub mod packet;
pub mod partners;
pub mod prepare;
pub mod send;
pub mod state;
pub mod store;
pub mod visit;
