//! The marks: how many pupils to whom nothing happened are found all the same, and how soon the others are.
//! A pupil counts as false up to the round of the event; rounds are counted from 0 here, from 1 in the report.

use std::ops::Range;

use super::run::Grid;
use super::simulate::Simulated;
use super::worlds::ROUNDS;

/// False alarms on which detectors are compared: per 100 pupils per round.
pub(super) const BUDGET: f64 = 3.0;
/// The first round in which a detector that looks back can speak.
pub(super) const FIRST: usize = 1;
/// The first round in which signals count: the first two are the starting picture.
pub(super) const SETTLED: usize = 2;
/// Found within so many rounds of the onset: 0, 1, 2.
pub(super) const DELAYS: usize = 3;

/// How many of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Count {
    pub hits: usize,
    pub of: usize,
}

impl Count {
    /// Counts one more.
    pub fn add(&mut self, hit: bool) {
        self.hits += usize::from(hit);
        self.of += 1;
    }

    /// Per hundred; none of nothing.
    pub fn percent(self) -> Option<f64> {
        (self.of > 0).then(|| 100.0 * self.hits as f64 / self.of as f64)
    }
}

/// Worlds that were measured, one for each seed.
pub(super) type Lived = [Simulated];

/// The statistics of quiet pupils, from the first round that has any.
fn quiet(worlds: &Lived, stats: &[Grid<f64>]) -> Vec<f64> {
    let mut values = Vec::new();
    for (world, stat) in worlds.iter().zip(stats) {
        for (pupil, rounds) in stat.iter().enumerate() {
            let rounds = rounds.iter().enumerate().skip(FIRST);
            values.extend(
                rounds.filter(|(round, x)| !x.is_nan() && world.quiet(pupil, *round)).map(|(_, x)| *x),
            );
        }
    }
    values.sort_by(f64::total_cmp);
    values
}

/// The threshold above which a statistic gives so many false alarms per 100 quiet pupils per round.
pub(super) fn threshold(worlds: &Lived, stats: &[Grid<f64>], per_100: f64) -> f64 {
    let values = quiet(worlds, stats);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the list")]
    let above = (per_100 / 100.0 * values.len() as f64).floor() as usize;
    let at = values.len().checked_sub(above + 1);
    at.and_then(|at| values.get(at)).copied().unwrap_or(f64::INFINITY)
}

/// Where a statistic lies above a threshold.
pub(super) fn above(stats: &[Grid<f64>], threshold: f64) -> Vec<Grid<bool>> {
    let one = |grid: &Grid<f64>| grid.iter().map(|rounds| rounds.map(|x| x > threshold)).collect();
    stats.iter().map(one).collect()
}

/// Where something begins: it holds and did not in the round before.
pub(super) fn begins(holds: Vec<Grid<bool>>) -> Vec<Grid<bool>> {
    let mut begun = holds;
    for rounds in begun.iter_mut().flatten() {
        let mut before = false;
        for round in rounds {
            (before, *round) = (*round, *round && !before);
        }
    }
    begun
}

/// Of what begins and is measured in the next round too: how much holds no more then.
pub(super) fn gone(worlds: &Lived, holds: &[Grid<bool>]) -> Count {
    let mut count = Count::default();
    let begun = begins(holds.to_vec());
    for ((world, holds), begun) in worlds.iter().zip(holds).zip(&begun) {
        for (pupil, (holds, begun)) in holds.iter().zip(begun).enumerate() {
            let next = begun.iter().zip(holds.iter().skip(1)).zip(1..);
            for ((_, after), _) in next.filter(|((new, _), round)| **new && world.present(pupil, *round)) {
                count.add(!after);
            }
        }
    }
    count
}

/// False alarms per 100 quiet pupil-rounds with a statistic.
pub(super) fn false_share(worlds: &Lived, stats: &[Grid<f64>], threshold: f64) -> Option<f64> {
    let values = quiet(worlds, stats);
    let hits = values.len() - values.partition_point(|x| *x <= threshold);
    Count { hits, of: values.len() }.percent()
}

/// Share (%) of the pupils with an event that was found within 0, 1, 2 rounds of its onset.
pub(super) fn found(worlds: &Lived, flags: &[Grid<bool>]) -> [Option<f64>; DELAYS] {
    let mut counts = [Count::default(); DELAYS];
    for (world, flags) in worlds.iter().zip(flags) {
        for (onset, rounds) in world.onset.iter().zip(flags) {
            let Some(onset) = *onset else { continue };
            for (delay, count) in counts.iter_mut().enumerate().filter(|(delay, _)| onset + delay < ROUNDS) {
                count.add(rounds.iter().skip(onset).take(delay + 1).any(|flag| *flag));
            }
        }
    }
    counts.map(Count::percent)
}

/// New false pupils per 100 pupils with a form, in each round after the starting picture.
pub(super) fn loads(worlds: &Lived, flags: &[Grid<bool>]) -> Vec<f64> {
    loads_in(worlds, flags, SETTLED..ROUNDS)
}

/// The same in each of these rounds.
pub(super) fn loads_in(worlds: &Lived, flags: &[Grid<bool>], rounds: Range<usize>) -> Vec<f64> {
    let of_round = |round: usize| {
        let mut count = Count::default();
        for (world, flags) in worlds.iter().zip(flags) {
            for (pupil, rounds) in flags.iter().enumerate().filter(|(pupil, _)| world.present(*pupil, round))
            {
                count.add(rounds.get(round).is_some_and(|flag| *flag) && world.quiet(pupil, round));
            }
        }
        count.percent()
    };
    rounds.filter_map(of_round).collect()
}

/// Whether something happens to anybody.
pub(super) fn happens(worlds: &Lived) -> bool {
    worlds.iter().any(|world| world.onset.iter().any(Option::is_some))
}

/// Of who is found anew after the starting picture: how many had an event by then.
pub(super) fn right(worlds: &Lived, flags: &[Grid<bool>]) -> Count {
    let mut count = Count::default();
    for (world, flags) in worlds.iter().zip(flags) {
        for (pupil, rounds) in flags.iter().enumerate() {
            for (round, _) in rounds.iter().enumerate().skip(SETTLED).filter(|(_, flag)| **flag) {
                count.add(!world.quiet(pupil, round));
            }
        }
    }
    count
}

/// Of the pupils with an event who are found: how many rounds after it, on average; none where nobody is.
pub(super) fn delay(worlds: &Lived, flags: &[Grid<bool>]) -> Option<f64> {
    let mut delays = Vec::new();
    for (world, flags) in worlds.iter().zip(flags) {
        for (onset, rounds) in world.onset.iter().zip(flags) {
            let Some(onset) = *onset else { continue };
            delays.extend(rounds.iter().skip(onset).position(|flag| *flag).map(|delay| delay as f64));
        }
    }
    (!delays.is_empty()).then(|| mean(&delays))
}

/// The mean; 0 of nothing.
pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// The highest; 0 of nothing.
pub(super) fn highest(values: &[f64]) -> f64 {
    values.iter().copied().fold(0.0, f64::max)
}
