//! One pupil, one row: what happens to rows about the same pupil.

use std::collections::{HashMap, HashSet};

use super::{RosterRow, Stay};
use crate::evidence::files::parsed::Refusal;
use crate::ground::message::Message;

/// One pupil, one row: rows that say the same count once, with the clusters of all; rows with home groups that follow one
/// another by date are one pupil who moved; rows that differ otherwise are all refused.
/// Gives the rows that stand, the refusals, and how many rows said what another had said.
#[must_use]
pub fn settle_roster(rows: Vec<RosterRow>) -> (Vec<RosterRow>, Vec<Refusal>, usize) {
    let mut by_number: HashMap<&str, Vec<&RosterRow>> = HashMap::new();
    for row in &rows {
        by_number.entry(&row.number).or_default().push(row);
    }
    let (mut refused, mut repeated) = (Vec::new(), 0);
    let mut settled = HashMap::new();
    let mut out = HashSet::new();
    for same in by_number.values().filter(|same| same.len() > 1) {
        out.extend(same.iter().map(|row| row.row));
        let different = fold(same);
        let folded = same.len() - different.len();
        match successive(different) {
            Ok(row) => {
                repeated += folded;
                settled.insert(row.row, row);
            }
            // What says the same is refused along: of such a pupil nothing is taken.
            Err(reason) => refused.extend(same.iter().map(|row| refusal(row, same, reason))),
        }
    }
    refused.sort_by_key(|refusal| refusal.row);
    let rows = rows.into_iter().filter_map(|row| {
        let at = row.row;
        settled.remove(&at).or_else(|| (!out.contains(&at)).then_some(row))
    });
    (rows.collect(), refused, repeated)
}

/// The rows that say something different, the first of each; their clusters are those of all that say the same.
fn fold(same: &[&RosterRow]) -> Vec<RosterRow> {
    let mut different: Vec<RosterRow> = Vec::new();
    for row in same {
        let Some(known) = different.iter_mut().find(|known| known.says_the_same(row)) else {
            different.push((*row).clone());
            continue;
        };
        if let (Some(all), Some(more)) = (&mut known.clusters, &row.clusters) {
            let fresh: Vec<String> = more.iter().filter(|name| !all.contains(name)).cloned().collect();
            all.extend(fresh);
        }
    }
    different
}

/// One row for a pupil who moved: the last, with the stays before it. Else the sentence that says what is wrong.
fn successive(mut rows: Vec<RosterRow>) -> Result<RosterRow, &'static str> {
    rows.sort_by_key(|row| (row.starts_on, row.ends_on));
    let Some(mut last) = rows.pop() else {
        return Err("row-pupil-twice");
    };
    let moved = rows.is_empty() || rows.iter().any(|row| row.group != last.group);
    if !moved || rows.iter().any(|row| !row.is_of_the_same(&last)) {
        return Err("row-pupil-twice");
    }
    let mut next = last.starts_on;
    for row in rows.into_iter().rev() {
        let Some(ends_on) = row.ends_on.filter(|end| next.is_some_and(|next| *end < next)) else {
            return Err("row-pupil-groups");
        };
        let RosterRow { row, line, group, year, starts_on, .. } = row;
        last.earlier.push(Stay { row, line, group, year, starts_on, ends_on });
        next = starts_on;
    }
    last.earlier.reverse();
    Ok(last)
}

fn refusal(row: &RosterRow, same: &[&RosterRow], reason: &'static str) -> Refusal {
    let other = same.iter().find(|other| other.row != row.row).map_or(row.line, |other| other.line);
    let reason = Message::new(reason).with("line", other);
    Refusal::at((row.row, row.line), "leerlingnummer", row.number.as_str(), reason)
}
