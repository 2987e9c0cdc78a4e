//! Which findings a run raises, and which the starting picture holds back.

use super::history::day;
use super::order::Order;
use crate::analytics::{Analysis, AsOf, Assessed, SeriesKey, Span};
use crate::evidence::instruments::Stability;
use crate::ground::Result;
use crate::school::School;
use crate::signals::finding::Finding;
use crate::signals::model::Level;
use crate::signals::rules::silence::{self, Silence};
use crate::signals::ruleset::Ruleset;
use crate::signals::sociograms::{Sociograms, Wanted};
use crate::signals::table_store::BoardTable;
use crate::signals::{fresh, rules};

/// What a run found.
pub(super) struct Chosen {
    /// The findings to raise.
    pub findings: Vec<Finding>,
    /// How many on pupils are held back.
    pub withheld: usize,
    /// How the scores of each series hang together over time.
    pub stabilities: Vec<(SeriesKey, Stability)>,
    /// Where rules could not speak of this school.
    pub silences: Vec<Silence>,
}

/// The findings to raise, and how many on pupils are held back.
pub(super) fn choose(
    analysis: &Analysis,
    ruleset: &Ruleset,
    table: &BoardTable,
    sociograms: &Sociograms,
    school: &School,
    order: &Order,
) -> Result<Chosen> {
    let of_school =
        |finding: &Finding| table.schools.get(finding.school as usize).is_some_and(|id| *id == school.id);
    let (mut stabilities, mut silences) = (Vec::new(), Vec::new());
    let mut look = |assessed: &Assessed<'_>| {
        stabilities = assessed.stabilities().map(|(key, found)| (key.clone(), found)).collect();
        silences = silence::silences(assessed, ruleset);
    };
    let mut found: Vec<Finding> = if order.starting_picture.is_some() {
        let assessed = analysis.assess(AsOf::BeforeLast(0))?;
        look(&assessed);
        let mut standing = rules::findings(&assessed, ruleset);
        standing.extend(sociograms.findings(ruleset, Wanted::Standing));
        standing.into_iter().filter(|f| f.level == Level::Pupil).collect()
    } else {
        let mut new = fresh::findings(analysis, ruleset, Span::Last, |assessed| look(assessed))?;
        new.extend(sociograms.findings(ruleset, Wanted::New));
        new
    };
    found.retain(of_school);
    silences.extend(sociograms.silences(ruleset));
    silences
        .retain(|one: &Silence| table.schools.get(one.school as usize).is_some_and(|id| *id == school.id));
    let before = found.len();
    found.retain(|finding| {
        finding.level != Level::Pupil
            || order.starting_picture.is_some()
            || school
                .starting_picture_until
                .is_none_or(|until| day(finding, analysis).is_some_and(|day| day > until))
    });
    let withheld = before - found.len();
    Ok(Chosen { findings: found, withheld, stabilities, silences })
}
