//! The door for people: screens in HTML, on top of the same use cases as `api`.
//! A file per screen; templates in `templates/`, the one stylesheet and script in `assets/`.

pub mod account;
pub mod admin;
mod administration;
mod agreements;
pub mod assets;
pub mod charts;
pub mod class_list;
pub mod explain;
pub mod failure;
pub mod fields;
pub mod groups;
pub mod handover;
pub mod home;
pub mod imports;
pub mod instruments;
pub mod letter;
pub mod merging;
pub mod observe;
pub mod outcomes;
pub mod page;
mod partners;
pub mod profiles;
pub mod pupils;
pub mod referrals;
pub mod rollover;
pub mod routes;
pub mod rules;
pub mod scales;
pub mod school;
pub mod signals;
pub mod subject;
pub mod talk;
pub mod timeline;
pub mod told;
pub mod transfer;
mod upload;
