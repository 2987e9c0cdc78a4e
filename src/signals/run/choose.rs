//! Which findings a run raises, and which the starting picture holds back.

use super::history::day;
use super::order::Order;
use crate::analytics::{Analysis, Assessed, SeriesKey, Span};
use crate::evidence::instruments::Stability;
use crate::ground::Result;
use crate::school::School;
use crate::signals::finding::Finding;
use crate::signals::fresh::{self, Troubled};
use crate::signals::model::Level;
use crate::signals::rules::silence::{self, Silence};
use crate::signals::ruleset::Ruleset;
use crate::signals::sociograms::{Sociograms, Wanted};
use crate::signals::table_store::BoardTable;

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
    troubled: Troubled,
) -> Result<Chosen> {
    let of_school =
        |finding: &Finding| table.schools.get(finding.school as usize).is_some_and(|id| *id == school.id);
    let (mut stabilities, mut silences) = (Vec::new(), Vec::new());
    let look = |assessed: &mut Assessed<'_>| {
        stabilities.extend(assessed.stabilities().map(|(key, found)| (key.clone(), found)));
        silences.extend(silence::silences(assessed, ruleset));
    };
    let mut found: Vec<Finding> = if order.starting_picture.is_some() {
        let mut standing = fresh::standing(analysis, ruleset, troubled, look)?;
        standing.extend(sociograms.findings(ruleset, Wanted::Standing));
        standing.into_iter().filter(|f| f.level == Level::Pupil).collect()
    } else {
        let mut new = fresh::findings(analysis, ruleset, Span::Last, troubled, look)?;
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
