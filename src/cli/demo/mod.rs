//! `baken demo`: a fictitious board of three schools, ready to try.
//! Drawing it is pure (`world` and what it uses); what stands here brings it in and serves it.

mod calendar;
mod names;
mod plan;
mod scores;
mod truth;
mod world;
