//! One pair of pupils, one rating: what happens to rows about the same pair, and to ratings beyond the scale.

use std::collections::{BTreeMap, BTreeSet};

use super::{Opinion, Points, RatingRow, columns::Names};
use crate::{evidence::files::parsed::Refusal, ground::Message};

/// Rows that say the same count once, rows that contradict each other are all refused, and so is what the scale does
/// not have. A row is taken whole or not at all.
pub(super) fn settle(rows: Vec<RatingRow>, points: Points, names: &Names) -> (Vec<RatingRow>, Vec<Refusal>) {
    let mut refused: BTreeMap<usize, Refusal> = BTreeMap::new();
    for row in rows.iter().filter(|row| !within(row, points)) {
        let reason = Message::new("row-rating-outside").with("highest", u32::from(points.highest()));
        let refusal = Refusal::at((row.row, row.line), &names.opinion, row.opinion.written(), reason);
        refused.entry(row.row).or_insert(refusal);
    }
    let mut pairs: BTreeMap<_, Vec<&RatingRow>> = BTreeMap::new();
    for row in rows.iter().filter(|row| !refused.contains_key(&row.row)) {
        pairs.entry((&row.group, row.date, &row.rater, &row.rated)).or_default().push(row);
    }
    for said in pairs.values() {
        for row in said {
            let Some(other) = said.iter().find(|other| other.opinion != row.opinion) else { break };
            let reason = Message::new("row-rating-twice").with("line", other.line);
            let refusal = Refusal::at((row.row, row.line), &names.rated, row.rated.as_str(), reason);
            refused.entry(row.row).or_insert(refusal);
        }
    }
    let mut seen = BTreeSet::new();
    let keep: Vec<bool> = rows
        .iter()
        .map(|row| {
            !refused.contains_key(&row.row) && seen.insert((&row.group, row.date, &row.rater, &row.rated))
        })
        .collect();
    let kept = rows.into_iter().zip(keep).filter_map(|(row, keep)| keep.then_some(row));
    (kept.collect(), refused.into_values().collect())
}

/// Whether the scale has what is said.
fn within(row: &RatingRow, points: Points) -> bool {
    !matches!(row.opinion, Opinion::Rated(given) if given > points.highest())
}
