//! The rulesets a school can choose from. What one would have told: `preview`; choosing one and taking that back: `accept`.

use serde::Serialize;
use utoipa::ToSchema;

use super::answer::{Answer, list};
use crate::door::Person;
use crate::signals::ruleset::{self, Ruleset};

pub mod accept;
pub mod preview;

/// A ruleset.
#[derive(Debug, Serialize, ToSchema)]
pub struct Rules {
    name: String,
    date: String,
    source: String,
}

/// The rulesets that ship, and the board's own.
///
/// # Errors
/// When one cannot be read.
pub async fn rulesets(_person: Person) -> Answer {
    let mut items = Vec::new();
    for name in ruleset::names() {
        let (set, _) = Ruleset::listed(&name)?;
        items.push(Rules { name, date: set.date.to_string(), source: set.source });
    }
    Ok(list(items, |r: &Rules| r.name.clone()))
}
