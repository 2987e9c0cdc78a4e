//! One pupil, one row: what happens to rows about the same pupil.

use std::collections::HashMap;

use super::RosterRow;
use crate::evidence::files::parsed::Refusal;
use crate::ground::message::Message;

/// One pupil, one row: rows that say the same count once, rows that differ are all refused.
/// Gives the rows that stand, the refusals, and how many rows said what another had said.
#[must_use]
pub fn settle_roster(rows: Vec<RosterRow>) -> (Vec<RosterRow>, Vec<Refusal>, usize) {
    let mut by_number: HashMap<&str, Vec<&RosterRow>> = HashMap::new();
    for row in &rows {
        by_number.entry(&row.number).or_default().push(row);
    }
    let (mut refused, mut repeated) = (Vec::new(), 0);
    let mut out = std::collections::HashSet::new();
    for same in by_number.values().filter(|same| same.len() > 1) {
        let Some((first, others)) = same.split_first() else {
            continue;
        };
        if others.iter().all(|other| other.says_the_same(first)) {
            repeated += others.len();
            out.extend(others.iter().map(|other| other.row));
            continue;
        }
        for row in same {
            let other = same.iter().find(|other| other.row != row.row);
            out.insert(row.row);
            refused.push(Refusal {
                row: row.row,
                line: row.line,
                column: "leerlingnummer".to_owned(),
                value: row.number.clone(),
                reason: Message::new("row-pupil-twice")
                    .with("line", other.map_or(row.line, |other| other.line)),
            });
        }
    }
    refused.sort_by_key(|refusal| refusal.row);
    let rows = rows.into_iter().filter(|row| !out.contains(&row.row)).collect();
    (rows, refused, repeated)
}
