//! What a school sets for itself: its name, the region whose holidays it has, and whether pupils may say in a sociogram
//! whom they do not like. The ruleset is the coordinator's: `rulesets`.

use chrono::NaiveDateTime;

use super::board_store as store;
use super::model::School;
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, Result, SchoolId};

/// The regions of the school holidays.
pub const REGIONS: [&str; 3] = ["noord", "midden", "zuid"];

/// What a school sets for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Its name.
    pub name: String,
    /// One of [`REGIONS`].
    pub region: String,
    /// Whether pupils may say in a sociogram whom they do not like.
    pub negative_choices: bool,
}

impl Settings {
    /// Those of a school.
    #[must_use]
    pub fn of(school: &School) -> Self {
        let (name, region) = (school.name.clone(), school.region.clone());
        Self { name, region, negative_choices: school.negative_choices }
    }
}

impl std::fmt::Display for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} region={} negative_choices={}", self.name, self.region, self.negative_choices)
    }
}

/// Changes the settings of a school; the log says from what to what.
///
/// # Errors
/// `Refused` for an empty name or a region that is none.
pub fn change(
    conn: &mut Conn,
    now: NaiveDateTime,
    by: &Entry,
    id: &SchoolId,
    settings: &Settings,
) -> Result<()> {
    let before = Settings::of(&store::school(conn, id)?);
    let new = Settings { name: settings.name.trim().to_owned(), ..settings.clone() };
    if new.name.is_empty() {
        return Err(Error::Refused(Message::new("school-no-name")));
    }
    if !REGIONS.contains(&new.region.as_str()) {
        return Err(Error::Refused(Message::new("school-no-region").with("value", new.region)));
    }
    if new == before {
        return Ok(());
    }
    store::set(conn, id, &new)?;
    let entry = Entry { subject_id: id.to_string(), ..by.clone() }.detail(format!("{before} -> {new}"));
    audit::record(conn, now, &entry)
}
