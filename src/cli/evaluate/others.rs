//! What the rules say besides signals on pupils, where nothing happens: notes, and all on groups and schools. Each is one
//! too many there. Signals on pupils: `marks`; groups that do sink: `groups`.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use super::measure::{Count, Lived, SETTLED, happens};
use super::run::{Found, place};
use super::simulate::Simulated;
use super::worlds::ROUNDS;
use crate::signals::{
    finding::{Finding, Rule},
    model::{Level, Severity},
};

/// A rule, what it is about, and whether it says so as a note.
pub(super) type Kind = (Rule, Level, bool);

/// Of each kind: the rounds and subjects of which something new was said.
pub(super) type Said = BTreeMap<Kind, HashSet<(usize, i64)>>;

/// How often a rule speaks in a world where nothing happens.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Other {
    pub rule: Rule,
    pub about: Level,
    pub is_note: bool,
    /// New ones per 100 pupils, groups or schools per round, the mean of rounds 3 to 6.
    pub per_100: f64,
}

/// Takes in what is new; what is a signal on a pupil is none of these.
pub(super) fn take(said: &mut Said, finding: &Finding) {
    let is_note = finding.severity == Severity::C;
    let subject = match finding.level {
        Level::Pupil => finding.pupil.filter(|_| is_note),
        Level::Group => finding.group.map(i64::from),
        Level::School => Some(i64::from(finding.school)),
    };
    if let Some(subject) = subject {
        let kind = (finding.rule, finding.level, is_note);
        said.entry(kind).or_default().insert((place(&finding.round), subject));
    }
}

/// How often each of these is said, by rule; none where something happens.
pub(super) fn others(worlds: &Lived, found: &[&Found]) -> Vec<Other> {
    if happens(worlds) {
        return Vec::new();
    }
    let kinds: HashSet<Kind> = found.iter().flat_map(|found| found.others.keys().copied()).collect();
    let mut others: Vec<Other> = kinds
        .into_iter()
        .filter_map(|kind| {
            let (rule, about, is_note) = kind;
            let mut count = Count::default();
            for (world, found) in worlds.iter().zip(found) {
                for round in SETTLED..ROUNDS {
                    let said = found.others.get(&kind).into_iter().flatten();
                    count.hits += said.filter(|(of, _)| *of == round).count();
                    count.of += subjects(world, about, round);
                }
            }
            Some(Other { rule, about, is_note, per_100: count.percent()? })
        })
        .collect();
    others.sort_by_key(|one| (one.about, one.is_note, one.rule));
    others
}

/// How many pupils with a form, groups or schools there are in a round.
fn subjects(world: &Simulated, about: Level, round: usize) -> usize {
    let here = (0..world.pupils()).filter(|pupil| world.present(*pupil, round));
    match about {
        Level::Pupil => here.count(),
        Level::Group => {
            let seat = |pupil: usize| world.people.group.get(pupil)?.get(round).copied();
            here.filter_map(seat).collect::<HashSet<u32>>().len()
        }
        Level::School => {
            let of = |pupil: usize| world.people.school.get(pupil).copied();
            here.filter_map(of).collect::<HashSet<u32>>().len()
        }
    }
}
