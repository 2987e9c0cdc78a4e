//! The door for people: screens in HTML, on top of the same use cases as `api`.
//! A file per screen; templates in `templates/`, the one stylesheet and script in `assets/`.

pub mod account;
pub mod assets;
pub mod charts;
pub mod failure;
pub mod fields;
pub mod handover;
pub mod imports;
pub mod page;
pub mod referrals;
pub mod routes;
pub mod signals;
mod upload;
