//! Groups that sink as a whole: whether the group is found, and whether its pupils do not each ring.

use serde::Serialize;

use super::measure::{Count, FIRST, Lived, SETTLED};
use super::run::{Found, Grid};
use super::worlds::ROUNDS;

/// What became of groups. In percent.
#[derive(Debug, Clone, Serialize)]
pub(super) struct GroupMarks {
    /// Groups that sank, found in the round they did.
    pub at_once: Option<f64>,
    /// The same in that round or the next, of those that exist in the next.
    pub within_one: Option<f64>,
    /// Found per 100 groups per round that have not sunk.
    pub false_per_100: Option<f64>,
    /// The same in rounds in which groups are as they were in the round before.
    pub false_same_groups: Option<f64>,
    /// New A/B findings on pupils to whom nothing happened, in groups that sank in the round.
    pub pupils_where_sank: Option<f64>,
    /// The same in groups that have not sunk.
    pub pupils_elsewhere: Option<f64>,
}

/// Measures it; `flags`: which pupils were found anew.
pub(super) fn groups(worlds: &Lived, found: &[&Found], flags: &[Grid<bool>]) -> GroupMarks {
    let (mut at_once, mut within_one) = (Count::default(), Count::default());
    let (mut wrong, mut wrong_same) = (Count::default(), Count::default());
    let (mut sank_pupils, mut others) = (Count::default(), Count::default());
    for ((world, found), flags) in worlds.iter().zip(found).zip(flags) {
        let state = |of: &[Vec<bool>], round: usize, group: u32| {
            of.get(round).and_then(|groups| groups.get(group as usize)).is_some_and(|yes| *yes)
        };
        let rang = |round: usize, group: u32| found.groups.contains(&(round, group));
        for round in FIRST..ROUNDS {
            let same = world.world.same_groups || !round.is_multiple_of(2);
            let stays = round + 1 < ROUNDS && (world.world.same_groups || round.is_multiple_of(2));
            let seated = world.people.group.iter().filter_map(|groups| groups.get(round).copied());
            let here: std::collections::BTreeSet<u32> = seated.collect();
            for group in here {
                if state(&world.sank, round, group) {
                    at_once.add(rang(round, group));
                    if stays {
                        within_one.add(rang(round, group) || rang(round + 1, group));
                    }
                } else if !state(&world.sunk, round, group) {
                    wrong.add(rang(round, group));
                    if same {
                        wrong_same.add(rang(round, group));
                    }
                }
            }
        }
        for (pupil, rounds) in flags.iter().enumerate() {
            for (round, flag) in rounds.iter().enumerate().skip(SETTLED) {
                let group = world.people.group.get(pupil).and_then(|groups| groups.get(round)).copied();
                let Some(group) = group.filter(|_| world.quiet(pupil, round)) else { continue };
                if state(&world.sank, round, group) {
                    sank_pupils.add(*flag);
                } else if !state(&world.sunk, round, group) {
                    others.add(*flag);
                }
            }
        }
    }
    GroupMarks {
        at_once: at_once.percent(),
        within_one: within_one.percent(),
        false_per_100: wrong.percent(),
        false_same_groups: wrong_same.percent(),
        pupils_where_sank: sank_pupils.percent(),
        pupils_elsewhere: others.percent(),
    }
}
