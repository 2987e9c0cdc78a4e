//! What the rules could not say of a group or a school, in words: each rule with its reason once, and the lists it is about.

use std::collections::BTreeMap;

use super::finding::Rule;
use super::model::Level;
use super::rules::silence::Why;
use super::silence_store::Kept;
use crate::evidence::instruments::Catalogue;
use crate::evidence::ratings::SOCIOGRAM;
use crate::ground::{Message, Words};

/// What could not be said, and why: of pupils, a group or a school, by which rule, and how much it takes.
type Silent = (Level, Rule, Why, i32);

/// A sentence for each rule and reason.
#[must_use]
pub fn said<'k>(w: Words, catalogue: &Catalogue, kept: impl IntoIterator<Item = &'k Kept>) -> Vec<String> {
    let mut lists: BTreeMap<Silent, Vec<String>> = BTreeMap::new();
    for one in kept {
        let of = lists.entry((one.level, one.rule, one.why, one.least)).or_default();
        let list = list(w, catalogue, one);
        if !of.contains(&list) {
            of.push(list);
        }
    }
    let sentence = |((_, rule, why, least), lists): (Silent, Vec<String>)| {
        let message = Message::new("silence")
            .with("rule", w.t1("rule", "rule", rule.as_str()))
            .with("why", why.as_str())
            .with("least", least)
            .with("lists", lists.join("; "));
        w.say(&message)
    };
    lists.into_iter().map(sentence).collect()
}

fn list(w: Words, catalogue: &Catalogue, one: &Kept) -> String {
    if one.instrument == SOCIOGRAM {
        return w.say(&Message::new("silence-sociogram").with("day", one.round.as_str()));
    }
    list_by(w, catalogue, &one.instrument, &one.informant)
}

/// A list with who filled it in, by their codes.
#[must_use]
pub fn list_by(w: Words, catalogue: &Catalogue, instrument: &str, informant: &str) -> String {
    let name = catalogue.get(instrument).map_or(instrument, |known| known.name.as_str());
    format!("{name}, {}", w.t1("informant", "who", informant))
}
