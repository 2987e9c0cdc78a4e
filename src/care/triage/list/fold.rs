//! When a group moved as a group, its pupils stand under its row as far as they too are told of by that list in that
//! round alone: they are spoken of together. Never those with a low level, low twice running, rarely chosen twice, a
//! person's concern, a critical answer or anything else of severity A, or a finding on another list.

use super::row::{Found, Row};
use crate::signals::again::stands_alone;
use crate::signals::finding::Rule;
use crate::signals::model::{Level, Severity};

/// Puts rows of pupils under the row of their group, in the order they had.
pub(super) fn fold(rows: Vec<Row>) -> Vec<Row> {
    let (mut kept, mut under): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    let groups: Vec<Row> = rows.iter().filter(|row| row.level == Level::Group).cloned().collect();
    for row in rows {
        let folds = groups.iter().any(|group| belongs(&row, group));
        if folds { under.push(row) } else { kept.push(row) }
    }
    for group in kept.iter_mut().filter(|row| row.level == Level::Group) {
        let (own, others) = under.into_iter().partition(|row| belongs(row, group));
        (group.folded, under) = (own, others);
    }
    kept
}

/// Whether all there is about a pupil was found where the pupil's group moved: the same list in the same round.
fn belongs(row: &Row, group: &Row) -> bool {
    let moved = |found: &Found| {
        let shifts = group.parts.iter().flat_map(|part| &part.found);
        shifts.clone().any(|shift| {
            // Who falls does not stand under a group that does better: that is a note.
            shift.rule == Rule::GroupShift.as_str()
                && shift.severity < Severity::C
                && (&shift.list, &shift.round) == (&found.list, &found.round)
        })
    };
    let of_group = || row.group.as_ref().zip(group.group.as_ref()).is_some_and(|(a, b)| a.0 == b.0);
    let mut found = row.parts.iter().flat_map(|part| &part.found).peekable();
    row.level == Level::Pupil
        && group.level == Level::Group
        && of_group()
        && !row.human
        && row.severity != Severity::A
        && found.peek().is_some()
        && found.all(|one| moved(one) && !stands_alone(&one.rule))
}
