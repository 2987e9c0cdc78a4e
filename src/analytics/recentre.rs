//! What the pupils of a group share in a round is not about one of them: another person filled in, or the whole group
//! moved. From every surprise the group's mean is taken, shrunk by how much groups really differ in that round; and what
//! is left is put on one spread, so that the steps after may count on a variance of 1.
//!
//! `w = τ²/(τ² + s²/n)` with τ² and s² between and within groups by analysis of variance, τ² drawn towards a figure known
//! beforehand with the weight of 15 groups: `CHANGED` where another person filled in than the round before, else `SAME`.
//! Source: docs/signals.md, "What a group shares".

use super::{analysis::Analysis, tracks::Track};

/// τ² beforehand where another person filled in than in the round before, and where nobody changed.
const CHANGED: f64 = 0.45;
const SAME: f64 = 0.02;

/// Groups that the figure known beforehand counts for.
const PRIOR_GROUPS: f64 = 15.0;

/// Pupils that a spread of 1 counts for.
pub(super) const PRIOR_PUPILS: f64 = 100.0;

/// The least spread that what is left is put on. Where nearly all have the same score it is next to nothing, and to be
/// another than they are would by itself be a surprise.
const LEAST_SPREAD: f64 = 0.8;

/// The weight of the group's mean where its group has a signal of its own.
const FOLDED: f64 = 0.9;

/// One cell: the pupils of a group with one rater in one round, those who changed raters apart.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    n: f64,
    sum: f64,
    squares: f64,
    weight: f64,
}

impl Cell {
    fn mean(&self) -> f64 {
        if self.n > 0.0 { self.sum / self.n } else { 0.0 }
    }
}

/// Recentres the surprises of a track. `units`: for each row the number of its group and rater (none: no group),
/// and whether the rater changed.
pub(super) fn fill(analysis: &Analysis, track: &mut Track, units: &[(u32, bool)], until: u32) {
    let cells_of_round = analysis.units * 2;
    let mut cells = vec![Cell::default(); cells_of_round * (until as usize + 1)];
    let cell = |(unit, changed): (u32, bool), round: u32| {
        let known = (unit as usize) < analysis.units;
        known.then(|| round as usize * cells_of_round + usize::from(changed) * analysis.units + unit as usize)
    };
    let rows = || units.iter().zip(&track.rounds.all).zip(&track.surprise).filter(|(_, s)| !s.is_nan());
    for ((unit, round), surprise) in rows() {
        if let Some(cell) = cell(*unit, *round).and_then(|at| cells.get_mut(at)) {
            let surprise = f64::from(*surprise);
            cell.n += 1.0;
            cell.sum += surprise;
            cell.squares += surprise * surprise;
        }
    }
    for round in cells.chunks_mut(cells_of_round.max(1)) {
        let (same, changed) = round.split_at_mut(analysis.units.min(round.len()));
        weigh(same, SAME);
        weigh(changed, CHANGED);
    }
    let shared = |unit: (u32, bool), round: u32, least: f64| {
        let cell = cell(unit, round).and_then(|at| cells.get(at));
        cell.map_or(0.0, |cell| cell.weight.max(least) * cell.mean())
    };
    let mut spreads = vec![(0.0, 0.0, 0.0); until as usize + 1];
    for ((unit, round), surprise) in rows() {
        let own = f64::from(*surprise) - shared(*unit, *round, 0.0);
        if let Some(sums) = spreads.get_mut(*round as usize) {
            *sums = (sums.0 + 1.0, sums.1 + own, sums.2 + own * own);
        }
    }
    let pupils_of_last = spreads.get(until as usize).map_or(0.0, |(n, ..)| *n);
    let spread: Vec<f64> = spreads.into_iter().map(|(n, sum, squares)| spread(n, sum, squares)).collect();
    let of_round = |round: u32| spread.get(round as usize).copied().unwrap_or(1.0);
    let value = |unit: (u32, bool), round: u32, surprise: f32, least: f64| {
        super::trend::small((f64::from(surprise) - shared(unit, round, least)) / of_round(round))
    };
    let last = |at: usize| {
        let last = track.at_round(at, until)?;
        Some(value(*units.get(last)?, until, *track.surprise.get(last)?, FOLDED))
    };
    track.folded = track.pupils().map(|at| last(at).unwrap_or(f32::NAN)).collect();
    let mut own = std::mem::take(&mut track.surprise);
    for ((own, unit), round) in own.iter_mut().zip(units).zip(&track.rounds.all) {
        *own = value(*unit, *round, *own, 0.0);
    }
    track.own = own;
    track.spread = (of_round(until), pupils_of_last);
}

/// Gives every cell the weight of its mean.
fn weigh(cells: &mut [Cell], prior: f64) {
    let filled = || cells.iter().filter(|cell| cell.n > 0.0);
    let groups = filled().count() as f64;
    if groups < 1.0 {
        return;
    }
    let (n, sum): (f64, f64) = filled().fold((0.0, 0.0), |(n, sum), cell| (n + cell.n, sum + cell.sum));
    let within: f64 = filled().map(|cell| cell.squares - cell.sum * cell.mean()).sum();
    let between: f64 = filled().map(|cell| cell.n * (cell.mean() - sum / n).powi(2)).sum();
    let squares: f64 = filled().map(|cell| cell.n * cell.n).sum();
    let error = if n > groups { (within / (n - groups)).max(1e-6) } else { 1.0 };
    let size = (n - squares / n) / (groups - 1.0).max(1.0);
    let seen =
        if groups > 1.0 && size > 0.0 { ((between / (groups - 1.0) - error) / size).max(0.0) } else { prior };
    let variance = (groups * seen + PRIOR_GROUPS * prior) / (groups + PRIOR_GROUPS);
    for cell in cells.iter_mut().filter(|cell| cell.n > 0.0) {
        cell.weight = variance / (variance + error / cell.n);
    }
}

/// The standard deviation of what is left, drawn towards 1 and no less than `LEAST_SPREAD`.
fn spread(n: f64, sum: f64, squares: f64) -> f64 {
    let variance = if n > 1.0 { (squares - sum * sum / n) / (n - 1.0) } else { 1.0 };
    ((n * variance + PRIOR_PUPILS) / (n + PRIOR_PUPILS)).sqrt().max(LEAST_SPREAD)
}

#[cfg(test)]
mod tests {
    use super::{CHANGED, Cell, SAME, weigh};

    fn groups(means: &[f64]) -> Vec<Cell> {
        // 25 pupils each, a variance of 1 within.
        let cell =
            |mean: &f64| Cell { n: 25.0, sum: 25.0 * mean, squares: 24.0 + 25.0 * mean * mean, weight: 0.0 };
        means.iter().map(cell).collect()
    }

    #[test]
    fn what_groups_do_not_share_stays_and_a_change_of_rater_goes() {
        let mut still = groups(&[0.05, -0.05, 0.02, -0.02]);
        weigh(&mut still, SAME);
        assert!(still[0].weight < 0.35, "{}", still[0].weight);
        let mut changed = groups(&[0.6, -0.6, 0.1, -0.1]);
        weigh(&mut changed, CHANGED);
        assert!(changed[0].weight > 0.88, "{}", changed[0].weight);
        let mut alone = groups(&[0.8]);
        weigh(&mut alone, CHANGED);
        assert!((alone[0].weight - 0.45 / (0.45 + 1.0 / 25.0)).abs() < 1e-12);
    }
}
