//! Each rule: where it must speak, the nearest case where it must not, how grave it is, and how rules bear on each other.

mod circle;
mod world;

mod bad;
mod decline;
mod folding;
mod group;
mod group_structure;
mod informants;
mod newness;
mod pupil;
mod rejected_twice;
mod school;
mod sentences;
mod silence;
mod whole;
