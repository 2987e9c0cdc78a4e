//! What every room stands on: ids, errors, words, clock, settings, database, scope, audit, outbox.
//! Nothing here knows a pupil's story.

pub mod append;
pub mod audit;
pub mod calendar;
pub mod chain;
pub mod clock;
pub mod config;
pub mod db;
pub mod error;
pub mod ids;
mod language;
pub mod message;
pub mod outbox;
pub mod parents;
pub mod scope;
pub mod secret;
pub mod words;
pub mod working_days;

pub use clock::Clock;
pub use config::Config;
pub use db::{Conn, Db};
pub use error::{Error, Result};
pub use ids::{
    AccountId, AdultId, AskedId, GroupId, ImportId, LetterId, OfferId, PartnerId, PlanId, ProfileId, PupilId,
    ReferralId, SchoolId, SignalId,
};
pub use message::{Arg, Message};
pub use scope::{Role, Scope};
pub use words::{Language, Words};
