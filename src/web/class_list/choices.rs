//! Which lists can be filled in on the screen, and which of their scales.

use crate::evidence::instruments::{Audience, Catalogue, Instrument};

/// A list to choose.
pub(super) struct Choice {
    pub code: String,
    pub name: String,
    pub chosen: bool,
}

/// A column of the list.
pub(super) struct Column {
    pub code: String,
    pub name: String,
    /// The lowest and the highest score.
    pub range: String,
}

/// The lists, by name.
pub(super) fn lists(catalogue: &Catalogue, chosen: &str) -> Vec<Choice> {
    let open = catalogue.all().filter(|list| list.scales.iter().any(|scale| !scale.is_total()));
    let mut lists: Vec<Choice> = open
        .map(|list| Choice {
            code: list.code.clone(),
            name: list.name.clone(),
            chosen: list.code.eq_ignore_ascii_case(chosen),
        })
        .collect();
    lists.sort_by(|a, b| a.name.cmp(&b.name));
    lists
}

/// The scales to fill in: those that may raise signals, or all; totals are sums, and some are for the coordinator alone.
pub(super) fn columns(list: &Instrument, coordinates: bool, all: bool) -> Vec<Column> {
    let asked = list.scales.iter().filter(|scale| {
        !scale.is_total() && (all || scale.signals) && (coordinates || scale.audience == Audience::Mentor)
    });
    let column = |scale: &crate::evidence::instruments::Scale| Column {
        code: scale.code.clone(),
        name: scale.name.clone(),
        range: format!("{} – {}", scale.min, scale.max),
    };
    asked.map(column).collect()
}
