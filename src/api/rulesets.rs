//! The rulesets that ship with the program.

use serde::Serialize;
use utoipa::ToSchema;

use super::answer::{Answer, list};
use crate::door::Person;
use crate::signals::ruleset::{Ruleset, SHIPPED};

/// A ruleset.
#[derive(Debug, Serialize, ToSchema)]
pub struct Rules {
    name: String,
    date: String,
    source: String,
}

/// The rulesets that ship.
///
/// # Errors
/// When one cannot be read.
pub async fn rulesets(_person: Person) -> Answer {
    let mut items = Vec::new();
    for (name, text) in SHIPPED {
        let set = Ruleset::parse(name, text)?;
        items.push(Rules { name: set.name, date: set.date.to_string(), source: set.source });
    }
    Ok(list(items, |r: &Rules| r.name.clone()))
}
