//! Groups that sink as a whole: whether the group is found, and whether its pupils do not each ring.

use std::collections::BTreeMap;

use serde::Serialize;

use super::calibration::quintiles;
use super::measure::{Count, FIRST, Lived, SETTLED};
use super::run::{Found, Grid};
use super::simulate::Simulated;
use super::worlds::ROUNDS;

/// What became of groups. In percent.
#[derive(Debug, Clone, Serialize)]
pub(super) struct GroupMarks {
    /// Groups that sank, found in the round they did.
    pub at_once: Option<f64>,
    /// Of these, those that sank in a round in which groups are as they were in the round before.
    pub at_once_same_groups: Option<f64>,
    /// And those that sank in a round for which groups were mixed anew.
    pub at_once_mixed: Option<f64>,
    /// The same in that round or the next, of those that exist in the next.
    pub within_one: Option<f64>,
    /// Found per 100 groups per round that have not sunk.
    pub false_per_100: Option<f64>,
    /// The same in rounds in which groups are as they were in the round before.
    pub false_same_groups: Option<f64>,
    /// Found wrongly per 100 groups, by fifth of how their pupils stood in the round before; the last stood worst.
    pub false_by_fifth: Vec<Option<f64>>,
    /// New A/B findings on pupils to whom nothing happened, in groups that sank in the round.
    pub pupils_where_sank: Option<f64>,
    /// The same in groups that have not sunk.
    pub pupils_elsewhere: Option<f64>,
    /// These two where the same pupils are given without their groups, so that nothing is known of what they share.
    pub without_groups: (Option<f64>, Option<f64>),
}

impl GroupMarks {
    /// By how much more often pupils ring where their group sank than elsewhere, in points; and where nothing is known of
    /// groups.
    pub fn rises(&self) -> Option<(f64, f64)> {
        let (sank, elsewhere) = self.without_groups;
        Some((self.pupils_where_sank? - self.pupils_elsewhere?, sank? - elsewhere?))
    }
}

/// Measures it; `flags`: which pupils were found anew, `alone`: which were when given without their groups.
pub(super) fn groups(
    worlds: &Lived,
    found: &[&Found],
    flags: &[Grid<bool>],
    alone: &[Grid<bool>],
) -> GroupMarks {
    let (mut at_once, mut within_one) = (Count::default(), Count::default());
    let (mut at_once_same, mut at_once_mixed) = (Count::default(), Count::default());
    let (mut wrong, mut wrong_same) = (Count::default(), Count::default());
    let mut by_level = Vec::new();
    for (world, found) in worlds.iter().zip(found) {
        let rang = |round: usize, group: u32| found.groups.contains(&(round, group));
        for round in FIRST..ROUNDS {
            let same = world.world.same_groups || !round.is_multiple_of(2);
            let stays = round + 1 < ROUNDS && (world.world.same_groups || round.is_multiple_of(2));
            for (group, before) in standing_before(world, round) {
                if state(&world.sank, round, group) {
                    at_once.add(rang(round, group));
                    if same { &mut at_once_same } else { &mut at_once_mixed }.add(rang(round, group));
                    if stays {
                        within_one.add(rang(round, group) || rang(round + 1, group));
                    }
                } else if !state(&world.sunk, round, group) {
                    wrong.add(rang(round, group));
                    by_level.push((before, rang(round, group)));
                    if same {
                        wrong_same.add(rang(round, group));
                    }
                }
            }
        }
    }
    let (where_sank, elsewhere) = pupils(worlds, flags);
    GroupMarks {
        at_once: at_once.percent(),
        at_once_same_groups: at_once_same.percent(),
        at_once_mixed: at_once_mixed.percent(),
        within_one: within_one.percent(),
        false_per_100: wrong.percent(),
        false_same_groups: wrong_same.percent(),
        false_by_fifth: quintiles(&by_level),
        pupils_where_sank: where_sank,
        pupils_elsewhere: elsewhere,
        without_groups: pupils(worlds, alone),
    }
}

/// The groups of a round, and the mean score of their pupils in the round before.
fn standing_before(world: &Simulated, round: usize) -> BTreeMap<u32, f64> {
    let mut sums: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    let before = round.checked_sub(1).and_then(|before| world.scores.get(before));
    for (pupil, groups) in world.people.group.iter().enumerate() {
        let Some(group) = groups.get(round) else { continue };
        let sum = sums.entry(*group).or_default();
        let scores = before.into_iter().flatten().filter_map(|of_series| of_series.get(pupil));
        for score in scores.filter(|score| !score.is_nan()) {
            *sum = (sum.0 + score, sum.1 + 1.0);
        }
    }
    sums.into_iter().filter(|(_, (_, n))| *n > 0.0).map(|(group, (sum, n))| (group, sum / n)).collect()
}

/// Whether a group is among these in a round.
fn state(of: &[Vec<bool>], round: usize, group: u32) -> bool {
    of.get(round).and_then(|groups| groups.get(group as usize)).is_some_and(|yes| *yes)
}

/// Of pupils to whom nothing happened: found anew where the group sank in the round, and where it has not. In percent.
fn pupils(worlds: &Lived, flags: &[Grid<bool>]) -> (Option<f64>, Option<f64>) {
    let (mut sank, mut others) = (Count::default(), Count::default());
    for (world, flags) in worlds.iter().zip(flags) {
        for (pupil, rounds) in flags.iter().enumerate() {
            for (round, flag) in rounds.iter().enumerate().skip(SETTLED) {
                let group = world.people.group.get(pupil).and_then(|groups| groups.get(round)).copied();
                let Some(group) = group.filter(|_| world.quiet(pupil, round)) else { continue };
                if state(&world.sank, round, group) {
                    sank.add(*flag);
                } else if !state(&world.sunk, round, group) {
                    others.add(*flag);
                }
            }
        }
    }
    (sank.percent(), others.percent())
}
