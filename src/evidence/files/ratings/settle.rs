//! One pair of pupils, one rating: what happens to rows about the same pair, and to ratings beyond the scale.

use std::collections::BTreeMap;

use super::{Opinion, Points, RatingRow, columns::Names};
use crate::{evidence::files::parsed::Refusal, ground::Message};

/// Rows that say the same count once, rows that contradict each other are all refused, and so is what the scale does
/// not have.
pub(super) fn settle(rows: Vec<RatingRow>, points: Points, names: &Names) -> (Vec<RatingRow>, Vec<Refusal>) {
    let mut refused = Vec::new();
    let within = |row: &RatingRow| !matches!(row.opinion, Opinion::Rated(given) if given > points.highest());
    let (rows, beyond): (Vec<_>, Vec<_>) = rows.into_iter().partition(within);
    let highest = u32::from(points.highest());
    refused.extend(beyond.iter().map(|row| Refusal {
        row: row.row,
        line: row.line,
        column: names.opinion.clone(),
        value: row.opinion.written(),
        reason: Message::new("row-rating-outside").with("highest", highest),
    }));
    let mut pairs: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        pairs.entry((&row.group, row.date, &row.rater, &row.rated)).or_default().push(at);
    }
    let mut keep = vec![false; rows.len()];
    for same in pairs.into_values() {
        let said: Vec<&RatingRow> = same.iter().filter_map(|at| rows.get(*at)).collect();
        let agree = said.iter().all(|row| said.first().is_some_and(|first| first.opinion == row.opinion));
        if agree {
            if let Some(first) = same.first().and_then(|at| keep.get_mut(*at)) {
                *first = true;
            }
            continue;
        }
        refused.extend(said.iter().map(|row| {
            let other = said.iter().find(|other| other.opinion != row.opinion);
            Refusal {
                row: row.row,
                line: row.line,
                column: names.rated.clone(),
                value: row.rated.clone(),
                reason: Message::new("row-rating-twice")
                    .with("line", other.map_or(row.line, |other| other.line)),
            }
        }));
    }
    let kept = rows.into_iter().zip(keep).filter_map(|(row, keep)| keep.then_some(row));
    (kept.collect(), refused)
}

impl Opinion {
    /// As a file writes it.
    fn written(self) -> String {
        match self {
            Self::Rated(points) => points.to_string(),
            Self::Liked => "+".to_owned(),
            Self::Disliked => "-".to_owned(),
        }
    }
}
