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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::{GroupId, PupilId, SchoolId, SignalId};
    use crate::signals::state::State;

    fn row(pupil: Option<&str>, severity: Severity, found: &[(Rule, &str, Severity)]) -> Row {
        use crate::care::triage::list::row::Part;
        let found = found.iter().map(|(rule, list, severity)| Found {
            rule: rule.as_str().to_owned(),
            list: (*list).to_owned(),
            round: "2025-2026 voorjaar".to_owned(),
            severity: *severity,
        });
        let part = Part {
            id: SignalId(String::new()),
            domain: String::new(),
            sentence: None,
            found: found.collect(),
            kept: None,
            concern: None,
            withdrawn: false,
            quiet: false,
            reading: None,
            on_paper: true,
        };
        Row {
            id: SignalId(String::new()),
            level: if pupil.is_some() { Level::Pupil } else { Level::Group },
            pupil: pupil.map(|pupil| PupilId(pupil.to_owned())),
            name: String::new(),
            group: Some((GroupId("6B".to_owned()), "6B".to_owned())),
            school_id: SchoolId(String::new()),
            school: String::new(),
            severity,
            human: false,
            state: State::New,
            look_on: None,
            mentor_until: None,
            days_left: None,
            mentor: None,
            owner: None,
            held_by_me: false,
            reopened: false,
            again: false,
            mine: false,
            coordinated: true,
            raised_at: chrono::NaiveDateTime::default(),
            changed_at: chrono::NaiveDateTime::default(),
            parts: vec![part],
            folded: Vec::new(),
        }
    }

    /// Whether a pupil of whom this was found stands under a group of which that was.
    fn folds(pupil: &[(Rule, &str, Severity)], group: &[(Rule, &str, Severity)]) -> bool {
        let rows = fold(vec![row(None, Severity::B, group), row(Some("noor"), Severity::B, pupil)]);
        assert_eq!(rows.len() + rows[0].folded.len(), 2);
        rows.len() == 1
    }

    #[test]
    fn only_what_moved_with_a_group_that_does_worse_on_that_list_stands_under_it() {
        use Rule::{GroupLevel, GroupShift, Level as Low, Persistent, UnexpectedDecline};
        let fell = [(UnexpectedDecline, "eigen/leerkracht", Severity::B)];
        let sank = [(GroupShift, "eigen/leerkracht", Severity::B)];
        assert!(folds(&fell, &sank));
        assert!(!folds(&fell, &[(GroupShift, "eigen/leerling", Severity::B)]), "another list");
        assert!(!folds(&fell, &[(GroupLevel, "eigen/leerkracht", Severity::B)]), "it did not move");
        // A group that is low among the groups, and does better on this list.
        let rose =
            [(GroupLevel, "eigen/leerkracht", Severity::B), (GroupShift, "eigen/leerkracht", Severity::C)];
        assert!(!folds(&fell, &rose), "it does better");
        for alone in [Low, Persistent] {
            assert!(!folds(&[fell[0], (alone, "eigen/leerkracht", Severity::B)], &sank), "{alone:?}");
        }
        assert!(!folds(&[], &sank), "nothing was found");
    }
}
