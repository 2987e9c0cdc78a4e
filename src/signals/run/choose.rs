//! Which findings a run raises, and which the starting picture holds back.

use chrono::NaiveDate;

use super::history::{scores_of, series_at};
use super::order::Order;
use crate::analytics::{Assessed, Span};
use crate::school::School;
use crate::signals::finding::Finding;
use crate::signals::model::Level;
use crate::signals::ruleset::Ruleset;
use crate::signals::table_store::BoardTable;
use crate::signals::{fresh, rules};

/// The findings to raise, and how many on pupils are held back.
pub(super) fn choose(
    assessed: &Assessed,
    ruleset: &Ruleset,
    table: &BoardTable,
    school: &School,
    order: &Order,
) -> (Vec<Finding>, usize) {
    let of_school =
        |finding: &Finding| table.schools.get(finding.school as usize).is_some_and(|id| *id == school.id);
    let mut found: Vec<Finding> = if order.starting_picture.is_some() {
        rules::findings(assessed, ruleset)
            .into_iter()
            .filter(|f| f.level == Level::Pupil && assessed.layout.is_last(f.series, f.round_at))
            .collect()
    } else {
        fresh::findings(assessed, ruleset, Span::Last)
    };
    found.retain(of_school);
    if order.starting_picture.is_some() {
        return (found, 0);
    }
    let before = found.len();
    found.retain(|finding| {
        finding.level != Level::Pupil
            || school
                .starting_picture_until
                .is_none_or(|until| day(finding, assessed, table).is_some_and(|day| day > until))
    });
    let withheld = before - found.len();
    (found, withheld)
}

/// The day of the pupil's own score that a finding is about: the round may lie elsewhere at other schools.
fn day(finding: &Finding, assessed: &Assessed, table: &BoardTable) -> Option<NaiveDate> {
    let series = series_at(finding, assessed, table)?;
    let rounds = assessed.layout.rounds(finding.series);
    let round = rounds.get(finding.round_at as usize)?.label;
    scores_of(table, series, finding.pupil?).find(|(_, of, _)| *of == round).map(|(date, ..)| date)
}
