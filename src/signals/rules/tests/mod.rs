//! Each rule: where it must speak, the nearest case where it must not, how grave it is, and how rules bear on each other.

mod world;

mod bad;
mod decline;
mod folding;
mod group;
mod informants;
mod newness;
mod pupil;
mod school;
mod sentences;
