//! Which findings a run raises, and which the starting picture holds back.

use super::history::day;
use super::order::Order;
use crate::analytics::{Analysis, AsOf, Span};
use crate::ground::Result;
use crate::school::School;
use crate::signals::finding::Finding;
use crate::signals::model::Level;
use crate::signals::ruleset::Ruleset;
use crate::signals::sociograms::{Sociograms, Wanted};
use crate::signals::table_store::BoardTable;
use crate::signals::{fresh, rules};

/// The findings to raise, and how many on pupils are held back.
pub(super) fn choose(
    analysis: &Analysis,
    ruleset: &Ruleset,
    table: &BoardTable,
    sociograms: &Sociograms,
    school: &School,
    order: &Order,
) -> Result<(Vec<Finding>, usize)> {
    let of_school =
        |finding: &Finding| table.schools.get(finding.school as usize).is_some_and(|id| *id == school.id);
    let mut found: Vec<Finding> = if order.starting_picture.is_some() {
        let mut standing = rules::findings(&analysis.assess(AsOf::BeforeLast(0))?, ruleset);
        standing.extend(sociograms.findings(ruleset, Wanted::Standing));
        standing.into_iter().filter(|f| f.level == Level::Pupil).collect()
    } else {
        let mut new = fresh::findings(analysis, ruleset, Span::Last, |_| ())?;
        new.extend(sociograms.findings(ruleset, Wanted::New));
        new
    };
    found.retain(of_school);
    if order.starting_picture.is_some() {
        return Ok((found, 0));
    }
    let before = found.len();
    found.retain(|finding| {
        finding.level != Level::Pupil
            || school
                .starting_picture_until
                .is_none_or(|until| day(finding, analysis).is_some_and(|day| day > until))
    });
    let withheld = before - found.len();
    Ok((found, withheld))
}
