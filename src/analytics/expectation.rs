//! What to expect of a score given the pupil's earlier rounds: the conditional z with all of them (`docs/signals.md` 1.4),
//! and the probability that the true score lies beyond P90 (5.5). The weights depend only on which rounds there are, so
//! each pattern of gaps is solved once (`Solver`).

use std::rc::Rc;

use nalgebra::{DMatrix, DVector};
use rustc_hash::FxHashMap;

use super::normal;
use crate::evidence::instruments::Stability;

/// Days in half a year.
pub const HALF_YEAR: f64 = 182.625;

/// Days that a round may lie from a year ago to be the same season.
const SEASON: f64 = 60.0;

/// Rounds from which a slope says anything.
pub const SLOPE_ROUNDS: u32 = 4;

/// z of the cut of the level: P90 of the reference.
const CUT: f64 = 1.281_551_565_544_600_5;

/// Weights for one pattern of rounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// β: weight of each earlier round, oldest first.
    pub beta: Vec<f64>,
    /// v: variance of the present z around its expectation.
    pub variance: f64,
    /// Weight of each round, the present one last, in the estimate of the true score.
    level: Vec<f64>,
    /// Standard deviation of the true score around that estimate.
    level_sd: f64,
    /// The cut on the scale of true scores.
    cut: f64,
}

impl Weights {
    /// ẑ: the expected present z.
    #[must_use]
    pub fn expected<Z: Copy + Into<f64>>(&self, past: &[Z]) -> f64 {
        dot(&self.beta, past)
    }

    /// P(true score beyond P90), with the z of all rounds, the present one last.
    #[must_use]
    pub fn level<Z: Copy + Into<f64>>(&self, all: &[Z]) -> f64 {
        normal::share_below((dot(&self.level, all) - self.cut) / self.level_sd)
    }

    /// How much Φ⁻¹ of that probability rises with the present z.
    #[must_use]
    pub fn level_per_z(&self) -> f64 {
        self.level.last().map_or(0.0, |weight| weight / self.level_sd)
    }
}

/// The stability with the error that follows from a published reliability. Where it is still the instrument's (`prior`) the
/// rest is scaled to sum 1. Where the run's own pairs have spoken, they say how scores hang together: the reliability then
/// says no more than how much of a score is chance, and no less of it is true than what lasts and drifts.
#[must_use]
pub fn with_reliability(own: Stability, prior: Stability, reliability: f64) -> Stability {
    let shares = own.lasting + own.state;
    if (own.lasting, own.state) == (prior.lasting, prior.state) {
        let scale = reliability / shares;
        return Stability {
            lasting: own.lasting * scale,
            state: own.state * scale,
            error: 1.0 - reliability,
            ..own
        };
    }
    Stability { error: 1.0 - reliability.max(shares), ..own }
}

/// ρ(Δ): the correlation of two scores of one pupil `half_years` apart.
#[must_use]
pub fn correlation(stability: Stability, half_years: f64) -> f64 {
    stability.lasting + stability.state * stability.decay.powf(half_years)
}

/// β, ẑ's weights, and v from the correlations among the past and those with the present.
/// A matrix that cannot be solved (rounds on one day where nothing is chance) gives no weights.
#[must_use]
pub fn regression(among_past: DMatrix<f64>, with_present: &DVector<f64>) -> Option<(Vec<f64>, f64)> {
    let beta = among_past.cholesky()?.solve(with_present);
    let variance = 1.0 - with_present.dot(&beta);
    (variance > 1e-9).then(|| (beta.iter().copied().collect(), variance))
}

/// The weights for rounds on these days (the present one last).
#[must_use]
pub fn weights(stability: Stability, days: &[f64]) -> Option<Weights> {
    let lag = |a: f64, b: f64| (a - b).abs() / HALF_YEAR;
    let (present, past) = days.split_last()?;
    let rho = |a: &f64, b: &f64| correlation(stability, lag(*a, *b));
    let with_present = DVector::from_iterator(past.len(), past.iter().map(|day| rho(day, present)));
    let (beta, variance) =
        if past.is_empty() { (Vec::new(), 1.0) } else { regression(among(stability, past), &with_present)? };
    let true_share = 1.0 - stability.error;
    let with_true = with_present.push(true_share);
    let level = among(stability, days).cholesky()?.solve(&with_true);
    let level_sd = (true_share - with_true.dot(&level)).max(1e-12).sqrt();
    Some(Weights {
        beta,
        variance,
        level: level.iter().copied().collect(),
        level_sd,
        cut: CUT * true_share.sqrt(),
    })
}

/// What is solved for one set of rounds, the present one last.
#[derive(Debug, Clone)]
pub struct Step {
    /// The weights; none where the rounds cannot be solved.
    pub weights: Option<Weights>,
    /// The round of a year before, as place in the set, and its correlation with the present one.
    pub year: Option<(usize, f64)>,
    /// Weights that give the slope over all rounds in standard errors; none with fewer than four rounds.
    pub slope: Option<Vec<f64>>,
}

/// Solves each pattern of rounds of one cycle once.
#[derive(Debug)]
pub struct Solver<'a> {
    stabilities: &'a [Stability],
    /// The median day of each round of the cycle.
    days: &'a [f64],
    solved: FxHashMap<u32, FxHashMap<Box<[u32]>, Rc<Step>>>,
    /// The last step of each length: most pupils have the same rounds.
    last: Vec<(u32, Box<[u32]>, Rc<Step>)>,
}

impl<'a> Solver<'a> {
    /// For rounds on these days and stabilities by number.
    #[must_use]
    pub fn new(stabilities: &'a [Stability], days: &'a [f64]) -> Self {
        Self { stabilities, days, solved: FxHashMap::default(), last: Vec::new() }
    }

    /// The step for these rounds, the present one last.
    pub fn step(&mut self, stability: u32, rounds: &[u32]) -> Rc<Step> {
        let length = rounds.len();
        if let Some((number, last, step)) = self.last.get(length)
            && *number == stability
            && **last == *rounds
        {
            return Rc::clone(step);
        }
        let known = self.solved.entry(stability).or_default();
        let step = if let Some(step) = known.get(rounds) {
            Rc::clone(step)
        } else {
            let step = Rc::new(solve(self.stabilities.get(stability as usize), self.days, rounds));
            known.insert(rounds.into(), Rc::clone(&step));
            step
        };
        let blank = || (u32::MAX, Box::default(), Rc::clone(&step));
        if self.last.len() <= length {
            self.last.resize_with(length + 1, blank);
        }
        if let Some(slot) = self.last.get_mut(length) {
            *slot = (stability, rounds.into(), Rc::clone(&step));
        }
        step
    }
}

fn solve(stability: Option<&Stability>, all_days: &[f64], rounds: &[u32]) -> Step {
    let days: Vec<f64> = rounds.iter().filter_map(|round| all_days.get(*round as usize).copied()).collect();
    let (Some(stability), Some((present, past))) = (stability, days.split_last()) else {
        return Step { weights: None, year: None, slope: None };
    };
    let a_year = |day: &f64| ((present - day) - 2.0 * HALF_YEAR).abs() <= SEASON;
    let year = past.iter().position(a_year).and_then(|at| {
        let day = past.get(at)?;
        Some((at, correlation(*stability, (present - day) / HALF_YEAR)))
    });
    let slope = (days.len() >= SLOPE_ROUNDS as usize).then(|| slope_weights(*stability, &days)).flatten();
    Step { weights: weights(*stability, &days), year, slope }
}

/// Weights of the slope by generalised least squares, a level of its own beside it, divided by its standard error.
#[must_use]
pub fn slope_weights(stability: Stability, days: &[f64]) -> Option<Vec<f64>> {
    let sigma = among(stability, days).cholesky()?;
    let first = days.first().copied()?;
    let ones = DVector::from_element(days.len(), 1.0);
    let time = DVector::from_iterator(days.len(), days.iter().map(|day| (day - first) / HALF_YEAR));
    let (by_ones, by_time) = (sigma.solve(&ones), sigma.solve(&time));
    // What is left of time once the level is taken out.
    let share = time.dot(&by_ones) / ones.dot(&by_ones);
    let weights = by_time - by_ones * share;
    let information = weights.dot(&time);
    (information > 1e-9).then(|| (weights / information.sqrt()).iter().copied().collect())
}

/// The correlations among rounds on these days.
fn among(stability: Stability, days: &[f64]) -> DMatrix<f64> {
    let rho = |a: f64, b: f64| correlation(stability, (a - b).abs() / HALF_YEAR);
    DMatrix::from_fn(days.len(), days.len(), |i, j| match (i == j, days.get(i), days.get(j)) {
        (false, Some(a), Some(b)) => rho(*a, *b),
        _ => 1.0,
    })
}

/// The sum of figures by their weights.
pub(super) fn dot<Z: Copy + Into<f64>>(weights: &[f64], figures: &[Z]) -> f64 {
    weights.iter().zip(figures).map(|(weight, figure)| weight * (*figure).into()).sum()
}
