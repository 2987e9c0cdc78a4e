//! Combination classes that arrive in parts: groups of one name but for a year level behind it, `5/6 (5)` and `5/6 (6)`.

use std::collections::{BTreeMap, BTreeSet};

use super::super::known::Known;

/// A group that arrived in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// The name of the whole.
    pub name: String,
    /// The names of the parts.
    pub parts: Vec<String>,
}

/// What may be one group, in a school year: names that are equal up to a bracket, each with pupils of one year level, and
/// no two of the same.
pub(super) fn wholes(known: &Known, year: i32) -> Vec<Whole> {
    let mut levels: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let groups: BTreeMap<_, _> = known
        .groups
        .iter()
        .filter(|one| one.school_year == year)
        .map(|one| (&one.id, one.name.as_str()))
        .collect();
    for place in known.memberships.values().flatten() {
        if let Some(name) = groups.get(&place.group_id) {
            levels.entry(name).or_default().insert(&place.year);
        }
    }
    let mut found: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (name, levels) in &levels {
        let level = levels.first().filter(|_| levels.len() == 1);
        if let Some((level, stem)) = level.zip(stem(name)) {
            found.entry(stem).or_default().push((name, level));
        }
    }
    let differ = |parts: &[(&str, &str)]| {
        let levels: BTreeSet<&str> = parts.iter().map(|(_, level)| *level).collect();
        parts.len() > 1 && levels.len() == parts.len()
    };
    found
        .into_iter()
        .filter(|(_, parts)| differ(parts))
        .map(|(stem, parts)| Whole {
            name: stem.to_owned(),
            parts: parts.into_iter().map(|(name, _)| name.to_owned()).collect(),
        })
        .collect()
}

/// The name before a last pair of brackets.
fn stem(name: &str) -> Option<&str> {
    let (stem, _) = name.strip_suffix(')')?.rsplit_once('(')?;
    Some(stem.trim()).filter(|stem| !stem.is_empty())
}
