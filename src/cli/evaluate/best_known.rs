//! The best method known before Baken, written down a second time straight from its formulas, so that the engine is
//! compared with something it does not share: normalised scores (1.1), the conditional z on all earlier rounds with
//! recentring where another person filled in the list (1.4), patterns over the scales of a list (0.11) beside its total
//! (5.2), each smoothed (1.4). Section numbers are those of the knowledge base on signals. Nothing of `analytics` but the
//! normal distribution is used.
#![expect(clippy::indexing_slicing, reason = "arrays by round, series and pupil of one length")]

use nalgebra::{DMatrix, DVector};

use super::run::Grid;
use super::simulate::Simulated;
use super::worlds::ROUNDS;
use crate::analytics::normal::z_of_share;

/// Weight of the present round in the smoothing.
const LAMBDA: f64 = 0.7;
/// What the other scales do where one gets worse.
const SPILL: f64 = 0.3;
/// Variance of the shift of another rater, in surprises.
const RATER_SHIFT: f64 = 0.45;
/// Weight of the common correlation, in pupils.
const SHRINK: f64 = 100.0;

/// ρ(Δ) = ω + α·φ^Δ at a lag of so many half years.
fn rho(lag: usize) -> f64 {
    let lag = i32::try_from(lag).unwrap_or(i32::MAX);
    if lag == 0 { 1.0 } else { 0.45 + 0.35 * 0.70_f64.powi(lag) }
}

/// The statistics of a world by pupil and round; NaN where there is none.
#[derive(Debug)]
pub(super) struct BestKnown {
    /// The highest of patterns and totals.
    pub both: Grid<f64>,
    /// The highest of the patterns alone.
    pub patterns: Grid<f64>,
    /// The highest of the totals alone; with one scale the same.
    pub total: Grid<f64>,
    /// For each series: the z of each round on the pool up to and including it.
    pub z: Vec<Grid<f64>>,
}

impl BestKnown {
    /// Computes them.
    pub fn of(world: &Simulated) -> Self {
        let (n, scales) = (world.pupils(), world.world.scales);
        let empty = || vec![[f64::NAN; ROUNDS]; n];
        let mut found = Self { both: empty(), patterns: empty(), total: empty(), z: Vec::new() };
        for informant in 0..world.world.informants {
            let z: Vec<Vec<Grid<f64>>> = (0..scales)
                .map(|scale| {
                    let at = informant * scales + scale;
                    let raw: Grid<f64> = (0..n)
                        .map(|pupil| std::array::from_fn(|round| world.scores[round][at][pupil]))
                        .collect();
                    (0..ROUNDS).map(|now| mid_percentile_z(&raw, now)).collect()
                })
                .collect();
            let surprises: Vec<Grid<f64>> = z.iter().map(|z| surprises(world, z)).collect();
            for own in smoothed(&patterns(&surprises)) {
                highest(&mut found.patterns, &own);
            }
            let total = if scales > 1 {
                let total = |now: usize| {
                    let mean = |pupil: usize, round: usize| {
                        z.iter().map(|z| z[now][pupil][round]).sum::<f64>() / scales as f64
                    };
                    let means = (0..n).map(|pupil| std::array::from_fn(|round| mean(pupil, round))).collect();
                    mid_percentile_z(&means, now)
                };
                self::surprises(world, &(0..ROUNDS).map(total).collect::<Vec<_>>())
            } else {
                surprises[0].clone()
            };
            for own in smoothed(&[total]) {
                highest(&mut found.total, &own);
            }
            let at_its_time = |z: &Vec<Grid<f64>>| -> Grid<f64> {
                (0..n).map(|pupil| std::array::from_fn(|round| z[round][pupil][round])).collect()
            };
            found.z.extend(z.iter().map(at_its_time));
        }
        highest(&mut found.both, &found.patterns);
        highest(&mut found.both, &found.total);
        found
    }
}

impl BestKnown {
    /// The level of each pupil in each round: the mean z over what there is of the scales and informants.
    pub fn levels(&self) -> Grid<f64> {
        let pupils = self.z.first().map_or(0, Vec::len);
        let level = |pupil: usize, round: usize| {
            let known = self.z.iter().map(|z| z[pupil][round]).filter(|z| !z.is_nan());
            let (sum, n) = known.fold((0.0, 0.0), |(sum, n), z| (sum + z, n + 1.0));
            sum / n
        };
        (0..pupils).map(|pupil| std::array::from_fn(|round| level(pupil, round))).collect()
    }
}

/// Takes over what is higher.
pub(super) fn highest(grid: &mut Grid<f64>, other: &Grid<f64>) {
    for (slot, x) in grid.iter_mut().flatten().zip(other.iter().flatten()) {
        *slot = slot.max(*x);
    }
}

/// Φ⁻¹ of the mid-percentile of every score up to and including `now` in the pool of these (1.1).
fn mid_percentile_z(raw: &Grid<f64>, now: usize) -> Grid<f64> {
    let mut pool: Vec<f64> =
        raw.iter().flat_map(|rounds| &rounds[..=now]).copied().filter(|x| !x.is_nan()).collect();
    pool.sort_by(f64::total_cmp);
    let z = |x: f64| {
        let (below, upto) = (pool.partition_point(|y| *y < x), pool.partition_point(|y| *y <= x));
        z_of_share((below + upto) as f64 / 2.0 / pool.len() as f64)
    };
    let of = |rounds: &[f64; ROUNDS]| {
        std::array::from_fn(|at| if at > now || rounds[at].is_nan() { f64::NAN } else { z(rounds[at]) })
    };
    raw.iter().map(of).collect()
}

/// CZ of each round (1.4); `z`: as each round sees it.
fn surprises(world: &Simulated, z: &[Grid<f64>]) -> Grid<f64> {
    let mut found = vec![[f64::NAN; ROUNDS]; world.pupils()];
    for (now, z) in z.iter().enumerate().skip(1) {
        // The weights depend on which earlier rounds a pupil has.
        let mut weights: Vec<Option<(DVector<f64>, f64)>> = vec![None; 1 << now];
        for (pupil, z) in z.iter().enumerate().filter(|(_, z)| !z[now].is_nan()) {
            let past: Vec<usize> = (0..now).filter(|round| !z[*round].is_nan()).collect();
            let set = past.iter().fold(0, |set, round| set | 1 << round);
            if past.is_empty() {
                continue;
            }
            let known = weights[set].get_or_insert_with(|| {
                let among = DMatrix::from_fn(past.len(), past.len(), |a, b| rho(past[a].abs_diff(past[b])));
                let with = DVector::from_fn(past.len(), |a, _| rho(now - past[a]));
                let beta = among.cholesky().map_or_else(|| with.clone(), |c| c.solve(&with));
                let variance = 1.0 - beta.dot(&with);
                (beta, variance)
            });
            let expected: f64 = past.iter().zip(known.0.iter()).map(|(round, beta)| beta * z[*round]).sum();
            found[pupil][now] = (z[now] - expected) / known.1.sqrt();
        }
        if world.world.new_rater(now) {
            recentre(world, &mut found, now);
        }
    }
    found
}

/// CZ − w·(mean of the class), w = σ²/(σ² + 1/n) (1.4, last line).
fn recentre(world: &Simulated, surprises: &mut Grid<f64>, now: usize) {
    let mut sums = vec![(0.0, 0.0); world.people.groups as usize];
    for (rounds, group) in
        surprises.iter().zip(&world.people.group).filter(|(rounds, _)| !rounds[now].is_nan())
    {
        let (sum, n) = &mut sums[group[now] as usize];
        (*sum, *n) = (*sum + rounds[now], *n + 1.0);
    }
    for (rounds, group) in surprises.iter_mut().zip(&world.people.group) {
        let (sum, n): (f64, f64) = sums[group[now] as usize];
        let n = n.max(1.0);
        rounds[now] -= RATER_SHIFT / (RATER_SHIFT + 1.0 / n) * sum / n;
    }
}

/// S_s = mᵀC⁻¹r / √(mᵀC⁻¹m) for each scale s (0.11), C shrunk to the common correlation (5.3).
/// Forms are missing whole, so that a pupil has all scales or none.
fn patterns(surprises: &[Grid<f64>]) -> Vec<Grid<f64>> {
    let scales = surprises.len();
    let mut found = surprises.to_vec();
    if scales == 1 {
        return found;
    }
    for now in 1..ROUNDS {
        let rows: Vec<(usize, DVector<f64>)> = (0..surprises[0].len())
            .filter(|pupil| surprises.iter().all(|grid| !grid[*pupil][now].is_nan()))
            .map(|pupil| (pupil, DVector::from_fn(scales, |scale, _| surprises[scale][pupil][now])))
            .collect();
        let Some(inverse) = shrunk(&rows, scales).try_inverse() else { continue };
        for (scale, of_scale) in found.iter_mut().enumerate() {
            let m = DVector::from_fn(scales, |at, _| if at == scale { 1.0 } else { SPILL });
            let weights = &inverse * &m;
            let length = weights.dot(&m).sqrt();
            for (pupil, row) in &rows {
                of_scale[*pupil][now] = weights.dot(row) / length;
            }
        }
    }
    found
}

/// The correlations between scales, weighed n : 100 with their mean.
fn shrunk(rows: &[(usize, DVector<f64>)], scales: usize) -> DMatrix<f64> {
    let n = rows.len().max(1) as f64;
    let mean = rows.iter().fold(DVector::zeros(scales), |sum: DVector<f64>, (_, row)| sum + row) / n;
    let mut sums = DMatrix::<f64>::zeros(scales, scales);
    for (_, row) in rows {
        let off = row - &mean;
        sums.ger(1.0, &off, &off, 1.0);
    }
    let r = DMatrix::from_fn(scales, scales, |a, b| sums[(a, b)] / (sums[(a, a)] * sums[(b, b)]).sqrt());
    let pairs = (scales * (scales - 1)) as f64;
    let common = (r.sum() - scales as f64) / pairs;
    let w = n / (n + SHRINK);
    DMatrix::from_fn(scales, scales, |a, b| if a == b { 1.0 } else { w * r[(a, b)] + (1.0 - w) * common })
}

/// E = λ·x + (1 − λ)·E over the rounds that have one, over its SD (1.4).
fn smoothed(surprises: &[Grid<f64>]) -> Vec<Grid<f64>> {
    let smooth = |rounds: &[f64; ROUNDS]| {
        let (mut e, mut n) = (0.0, 0);
        rounds.map(|x| {
            if x.is_nan() {
                return f64::NAN;
            }
            e = LAMBDA * x + (1.0 - LAMBDA) * e;
            n += 1;
            e / (LAMBDA / (2.0 - LAMBDA) * (1.0 - (1.0 - LAMBDA).powi(2 * n))).sqrt()
        })
    };
    surprises.iter().map(|grid| grid.iter().map(smooth).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surprise_of_a_third_round_by_hand() {
        let world = Simulated::live(&super::super::worlds::WORLDS[0], 100, 1);
        let mut z = vec![vec![[f64::NAN; ROUNDS]; 100]; 3];
        z[2][0] = [0.5, -0.2, 2.0, f64::NAN, f64::NAN, f64::NAN];
        z[2][1] = [0.5, f64::NAN, 2.0, f64::NAN, f64::NAN, f64::NAN];
        let found = surprises(&world, &z);
        // ρ is .695 and .6215 at one and two half years: β₁ = (ρ₂ − ρ₁²)/(1 − ρ₁²), β₂ = ρ₁(1 − ρ₂)/(1 − ρ₁²).
        let (one, two) = (0.695_f64, 0.6215_f64);
        let beta = ((two - one * one) / (1.0 - one * one), one * (1.0 - two) / (1.0 - one * one));
        let variance = 1.0 - beta.0 * two - beta.1 * one;
        let expected = 0.5 * beta.0 - 0.2 * beta.1;
        assert!((found[0][2] - (2.0 - expected) / variance.sqrt()).abs() < 1e-9);
        // With the middle round missing only the first counts.
        assert!((found[1][2] - (2.0 - two * 0.5) / (1.0 - two * two).sqrt()).abs() < 1e-9);
    }

    #[test]
    fn smoothing_of_one_round_is_that_round_and_gaps_are_skipped() {
        let grid = vec![[f64::NAN, 2.0, f64::NAN, 2.0, f64::NAN, f64::NAN]];
        let smooth = &smoothed(&[grid])[0][0];
        assert!((smooth[1] - 2.0).abs() < 1e-12 && smooth[2].is_nan());
        // E = 0.7·2 + 0.3·1.4 = 1.82; variance 0.7/1.3·(1 − 0.3⁴) = 0.534100
        assert!((smooth[3] - 1.82 / 0.534_1_f64.sqrt()).abs() < 1e-4);
    }

    #[test]
    fn equal_scores_share_the_middle_of_their_percentiles() {
        let raw = vec![[1.0, 1.0, 0.0, 0.0, 0.0, 0.0], [3.0, f64::NAN, 0.0, 0.0, 0.0, 0.0]];
        let z = mid_percentile_z(&raw, 1);
        assert!((z[0][0] - z_of_share(1.0 / 3.0)).abs() < 1e-12);
        assert!((z[1][0] - z_of_share(2.5 / 3.0)).abs() < 1e-12);
        assert!(z[1][1].is_nan() && z[0][2].is_nan());
    }
}
