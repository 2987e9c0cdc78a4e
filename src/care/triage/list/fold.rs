//! When a group moved as a group, its pupils stand under its row as far as they too are told of by that list in that
//! round alone: they are spoken of together. So do the groups of a school that moved, with their pupils. Never those with a
//! low level, low twice running, rarely chosen twice, a person's concern, a critical answer or anything else of severity A,
//! a group that is low among the others, or a finding on another list.

use super::row::{Found, Row};
use crate::signals::again::stands_alone;
use crate::signals::finding::Rule;
use crate::signals::model::{Level, Severity};

/// Puts rows of pupils under the row of their group, and rows of groups under that of their school, in the order they had.
/// What stands under a school stands there in one row of rows: each group with its pupils after it.
pub(super) fn fold(rows: Vec<Row>) -> Vec<Row> {
    let mut rows = gather(gather(rows, Level::Group), Level::School);
    for school in rows.iter_mut().filter(|row| row.level == Level::School) {
        let groups = std::mem::take(&mut school.folded).into_iter();
        let each = groups.flat_map(|mut group| {
            let pupils = std::mem::take(&mut group.folded);
            std::iter::once(group).chain(pupils)
        });
        school.folded = each.collect();
    }
    rows
}

/// Puts rows under those of this level that they belong to.
fn gather(rows: Vec<Row>, level: Level) -> Vec<Row> {
    let (mut kept, mut under): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    let heads: Vec<Row> = rows.iter().filter(|row| row.level == level).cloned().collect();
    for row in rows {
        let folds = heads.iter().any(|head| belongs(&row, head));
        if folds { under.push(row) } else { kept.push(row) }
    }
    for head in kept.iter_mut().filter(|row| row.level == level) {
        let (own, others) = under.into_iter().partition(|row| belongs(row, head));
        (head.folded, under) = (own, others);
    }
    kept
}

/// Whether all there is about a pupil was found where the pupil's group moved: the same list in the same round. Of a group
/// that moved more than its school the same.
fn belongs(row: &Row, head: &Row) -> bool {
    let of_group = || row.group.as_ref().zip(head.group.as_ref()).is_some_and(|(a, b)| a.0 == b.0);
    let (shift, is_of) = match (row.level, head.level) {
        (Level::Pupil, Level::Group) => (Rule::GroupShift, of_group()),
        (Level::Group, Level::School) => (Rule::SchoolTrend, row.school_id == head.school_id),
        _ => return false,
    };
    let moved = |found: &Found| {
        let shifts = head.parts.iter().flat_map(|part| &part.found);
        shifts.clone().any(|one| {
            // Who falls does not stand under what does better: that is a note.
            one.rule == shift.as_str()
                && one.severity < Severity::C
                && (&one.list, &one.round) == (&found.list, &found.round)
        })
    };
    let may_fold = |found: &Found| match row.level {
        Level::Pupil => !stands_alone(&found.rule),
        _ => found.rule == Rule::GroupShift.as_str(),
    };
    let mut found = row.parts.iter().flat_map(|part| &part.found).peekable();
    is_of
        && !row.human
        && row.severity != Severity::A
        && found.peek().is_some()
        && found.all(|one| moved(one) && may_fold(one))
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

    #[test]
    fn a_group_stands_under_its_school_with_its_pupils_where_all_it_says_is_that_it_moved() {
        use Rule::{GroupLevel, GroupShift, SchoolTrend, UnexpectedDecline};
        let list = "eigen/leerkracht";
        let under = |of_group: &[(Rule, &str, Severity)], of_school: Severity| {
            let school = Row {
                level: Level::School,
                group: None,
                ..row(None, Severity::B, &[(SchoolTrend, list, of_school)])
            };
            let pupil = row(Some("noor"), Severity::B, &[(UnexpectedDecline, list, Severity::B)]);
            let rows = fold(vec![school, row(None, Severity::B, of_group), pupil]);
            let levels = |rows: &[Row]| rows.iter().map(|row| row.level).collect::<Vec<_>>();
            (levels(&rows), levels(&rows[0].folded))
        };
        let shift = (GroupShift, list, Severity::B);
        assert_eq!(under(&[shift], Severity::B), (vec![Level::School], vec![Level::Group, Level::Pupil]));
        // A note on the school hides no group; nor is a group hidden that is low among the others.
        let apart = (vec![Level::School, Level::Group], vec![]);
        assert_eq!(under(&[shift], Severity::C), apart);
        assert_eq!(under(&[shift, (GroupLevel, list, Severity::B)], Severity::B), apart);
    }
}
