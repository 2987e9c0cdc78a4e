//! How scores of one pupil hang together in this run: the instrument's figures, drawn towards the correlations between
//! the run's own rounds where there are enough pairs; and the error that a published reliability gives.
//!
//! Estimated are the lasting share ω and the fading share α of `ρ(Δ) = ω + α·φ^Δ`, with the decay φ of the instrument:
//! the ridge `Σ nₗ(rₗ − ω − αφ^Δₗ)² + n₀[(ω − ω₀)² + (α − α₀)²]` over the lags that were seen, so that few pairs move little
//! and what the lags cannot tell stays as the instrument says. Source: docs/signals.md, "Expectation".

use std::collections::HashMap;

use rayon::prelude::*;

use super::{
    analysis::Analysis,
    expectation::{HALF_YEAR, with_reliability},
    tracks::Track,
};
use crate::evidence::instruments::Stability;

/// Pairs below which the instrument's figures stand.
const ENOUGH: f64 = 300.0;

/// Pairs that the instrument's own figures count for.
const PRIOR: f64 = 300.0;

/// The least that lasts and drifts together: scores that hang together less, or the wrong way round, tell nothing of a pupil,
/// and of nothing no share is worked out.
const LEAST: f64 = 0.01;

/// The most of it.
const MOST: f64 = 0.95;

/// The stabilities of a pass by number.
#[derive(Debug, Default)]
pub(super) struct Stabilities {
    pub all: Vec<Stability>,
    base: HashMap<u32, u32>,
    normed: HashMap<(u32, u32), u32>,
}

impl Stabilities {
    /// Those of these tracks.
    pub fn estimate(analysis: &Analysis, tracks: &[Track]) -> Self {
        let mut found = Self::default();
        let each: Vec<_> = tracks.par_iter().map(|track| fitted(analysis, track)).collect();
        for (track, own) in tracks.iter().zip(each) {
            found.take(analysis, track, own);
        }
        found
    }

    /// Takes in another track.
    pub fn estimate_also(&mut self, analysis: &Analysis, track: &Track) {
        self.take(analysis, track, fitted(analysis, track));
    }

    fn take(&mut self, analysis: &Analysis, track: &Track, own: Option<Stability>) {
        let Some((series, own)) = analysis.layout.series(track.series).zip(own) else { return };
        let at = self.add(own);
        self.base.insert(track.series, at);
        let norms = series.instrument.norms.iter().zip(0..);
        for (norm, place) in
            norms.filter(|(_, place)| analysis.published.contains_key(&(track.series, *place)))
        {
            let prior = series.instrument.stability;
            let own = norm.reliability.map_or(own, |known| with_reliability(own, prior, known));
            let at = self.add(own);
            self.normed.insert((track.series, place), at);
        }
    }

    fn add(&mut self, stability: Stability) -> u32 {
        self.all.push(stability);
        super::table::number(self.all.len() - 1)
    }

    /// The stability of each series.
    pub fn of_series(&self) -> impl Iterator<Item = (u32, Stability)> + '_ {
        self.base.iter().filter_map(|(series, at)| Some((*series, *self.all.get(*at as usize)?)))
    }

    /// The number of the stability of a series, with the norm that a score is judged by.
    pub fn of(&self, series: u32, norm: Option<u32>) -> u32 {
        let normed = norm.and_then(|norm| self.normed.get(&(series, norm)));
        normed.or_else(|| self.base.get(&series)).copied().unwrap_or(u32::MAX)
    }
}

/// The figures of a track by its own pairs.
fn fitted(analysis: &Analysis, track: &Track) -> Option<Stability> {
    let series = analysis.layout.series(track.series)?;
    let days = analysis.layout.median_days(track.series);
    Some(fit(series.instrument.stability, &correlations(track, &days)))
}

/// The correlation of each pair of rounds: its lag in half-years, how many pupils, how strong.
fn correlations(track: &Track, days: &[f64]) -> Vec<(f64, f64, f64)> {
    // A place for each round with each later one.
    let mut sums = vec![[0.0_f64; 6]; days.len() * days.len()];
    let place = |before: u32, round: u32| before as usize * days.len() + round as usize;
    for at in track.pupils() {
        let (rounds, z) = (track.rounds_of(at), track.z_of(at));
        for (later, (round, y)) in rounds.iter().zip(z).enumerate() {
            for (before, x) in rounds.iter().zip(z).take(later) {
                let Some(sum) = sums.get_mut(place(*before, *round)) else { continue };
                let (x, y) = (f64::from(*x), f64::from(*y));
                for (slot, add) in sum.iter_mut().zip([1.0, x, y, x * x, y * y, x * y]) {
                    *slot += add;
                }
            }
        }
    }
    let pairs = days.iter().flat_map(|before| days.iter().map(move |day| (day - before) / HALF_YEAR));
    let each = pairs.zip(sums).filter_map(|(lag, [n, x, y, xx, yy, xy])| {
        let spread = ((xx - x * x / n) * (yy - y * y / n)).sqrt();
        (n > 2.0 && spread > 1e-9).then(|| (lag, n, (xy - x * y / n) / spread))
    });
    each.collect()
}

/// The stability with the shares drawn towards the run's own correlations.
fn fit(prior: Stability, seen: &[(f64, f64, f64)]) -> Stability {
    let pairs: f64 = seen.iter().map(|(_, n, _)| n).sum();
    if pairs < ENOUGH {
        return prior;
    }
    // The two equations of the ridge: ones, fading and both on the left, what was seen on the right.
    let (mut ones, mut both, mut fading) = (PRIOR, 0.0, PRIOR);
    let (mut seen_ones, mut seen_fading) = (PRIOR * prior.lasting, PRIOR * prior.state);
    for (lag, n, r) in seen {
        let faded = prior.decay.powf(*lag);
        ones += n;
        both += n * faded;
        fading += n * faded * faded;
        seen_ones += n * r;
        seen_fading += n * r * faded;
    }
    let determinant = ones * fading - both * both;
    let lasting = ((seen_ones * fading - seen_fading * both) / determinant).clamp(0.0, MOST);
    let state = ((ones * seen_fading - both * seen_ones) / determinant)
        .clamp((LEAST - lasting).max(0.0), MOST - lasting);
    Stability { lasting, state, decay: prior.decay, error: 1.0 - lasting - state }
}

#[cfg(test)]
mod tests {
    use super::{Stability, fit, with_reliability};
    use crate::analytics::expectation::weights;

    #[test]
    fn many_pairs_win_and_few_leave_the_instruments_figures() {
        let prior = Stability::default();
        let truth = |lag: f64| 0.30 + 0.40 * 0.70_f64.powf(lag);
        let seen = |n: f64| [1.0, 2.0, 3.0, 4.0].map(|lag| (lag, n, truth(lag)));
        let many = fit(prior, &seen(100_000.0));
        assert!((many.lasting - 0.30).abs() < 0.01 && (many.state - 0.40).abs() < 0.01);
        assert_eq!(fit(prior, &seen(50.0)), prior);
        let some = fit(prior, &seen(200.0));
        assert!(some.lasting < prior.lasting && some.lasting > 0.30);
        assert!((some.lasting + some.state + some.error - 1.0).abs() < 1e-12);
    }

    #[test]
    fn rounds_that_do_not_hang_together_leave_the_level_to_the_last_one() {
        // Given a second round the wrong way round
        let found = fit(Stability::default(), &[(1.0, 1000.0, -0.9)]);
        assert!(found.lasting + found.state >= super::LEAST);
        let solved = weights(found, &[0.0, 182.0]).unwrap();
        // Then nobody in the middle is called low, and the tenth that is low by chance is all there is to say.
        assert!((solved.level(&[0.0, 0.0]) - 0.10).abs() < 0.01);
        // And a published reliability makes figures of it, not nothing.
        let normed = with_reliability(found, Stability::default(), 0.8);
        assert!(weights(normed, &[0.0, 182.0]).is_some());
        assert!((normed.error - 0.2).abs() < 1e-12);
    }
}
