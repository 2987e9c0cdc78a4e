//! The detection statistic of each scale: its pattern among the scales of its list (`patterns`), or its own surprise
//! where it stands alone, added up over rounds (`smoothing`). Standard normal while nothing happens.

use rayon::prelude::*;

use super::{
    patterns::{Moments, Patterns, Weights},
    smoothing::{Ewma, LAMBDA},
    surprise::PIECE,
    tracks::Track,
};

/// The trend of each track at the last of its rounds, by pupil of the list: NaN where it has none.
/// `parts`: the places of the tracks that are judged as a family.
pub(super) fn trends(tracks: &[Track], parts: &[usize], pupils: usize, until: u32) -> Vec<Vec<f32>> {
    let rounds = until as usize + 1;
    let patterns = (parts.len() > 1).then(|| estimate(tracks, parts, pupils, rounds));
    let all: Vec<usize> = (0..pupils).collect();
    let pieces: Vec<Vec<Vec<f32>>> = all
        .par_chunks(PIECE)
        .map(|piece| {
            let mut known = Known::default();
            let mut found = vec![Vec::with_capacity(piece.len()); tracks.len()];
            for at in piece {
                let mut ewmas = vec![(Ewma::new(LAMBDA), f64::NAN); tracks.len()];
                let mut values = vec![f64::NAN; tracks.len()];
                for round in 0..rounds {
                    at_round(tracks, *at, round, &mut values);
                    if let Some(patterns) = &patterns {
                        known.judge(patterns, parts, round, &mut values);
                    }
                    for ((ewma, last), value) in ewmas.iter_mut().zip(&values) {
                        *last = if value.is_nan() { f64::NAN } else { ewma.take(*value) };
                    }
                }
                for (slot, (_, last)) in found.iter_mut().zip(&ewmas) {
                    slot.push(small(*last));
                }
            }
            found
        })
        .collect();
    let mut found = vec![Vec::with_capacity(pupils); tracks.len()];
    for piece in pieces {
        for (slot, more) in found.iter_mut().zip(piece) {
            slot.extend(more);
        }
    }
    found
}

/// The surprises of a pupil in one round, a place per track.
fn at_round(tracks: &[Track], at: usize, round: usize, values: &mut [f64]) {
    for (track, slot) in tracks.iter().zip(values) {
        let range = track.range(at);
        let rounds = track.round.get(range.clone()).unwrap_or_default();
        let found = rounds.iter().position(|one| *one as usize == round);
        let surprise = found.and_then(|place| track.surprise.get(range.start + place));
        *slot = surprise.copied().unwrap_or(f64::NAN);
    }
}

fn estimate(tracks: &[Track], parts: &[usize], pupils: usize, rounds: usize) -> Vec<Patterns> {
    let parts: Vec<&Track> = parts.iter().filter_map(|part| tracks.get(*part)).collect();
    let all: Vec<usize> = (0..pupils).collect();
    let pieces: Vec<Vec<Moments>> = all
        .par_chunks(PIECE)
        .map(|piece| {
            let mut moments = vec![Moments::new(parts.len()); rounds];
            let mut values = vec![f64::NAN; parts.len()];
            for at in piece {
                for (round, moments) in moments.iter_mut().enumerate() {
                    for (part, slot) in parts.iter().zip(&mut values) {
                        at_round(std::slice::from_ref(*part), *at, round, std::slice::from_mut(slot));
                    }
                    moments.take(&values);
                }
            }
            moments
        })
        .collect();
    let mut sums = vec![Moments::new(parts.len()); rounds];
    for piece in &pieces {
        for (sum, more) in sums.iter_mut().zip(piece) {
            sum.add(more);
        }
    }
    sums.iter().map(Patterns::estimate).collect()
}

/// The weights solved so far, by round and set of scales.
#[derive(Default)]
struct Known(rustc_hash::FxHashMap<(usize, u64), Weights>);

impl Known {
    /// Turns the surprises of the family into its patterns.
    fn judge(&mut self, patterns: &[Patterns], parts: &[usize], round: usize, values: &mut [f64]) {
        let value = |values: &[f64], part: &usize| values.get(*part).copied().unwrap_or(f64::NAN);
        let present: Vec<usize> = (0..parts.len())
            .filter(|at| parts.get(*at).is_some_and(|part| !value(values, part).is_nan()))
            .collect();
        let Some(of_round) = patterns.get(round).filter(|_| !present.is_empty()) else {
            return;
        };
        let set = present.iter().fold(0, |set: u64, at| set | 1 << (at % 64));
        let weights = self.0.entry((round, set)).or_insert_with(|| of_round.weights(&present));
        let measured: Vec<f64> =
            present.iter().filter_map(|at| parts.get(*at)).map(|part| value(values, part)).collect();
        for (at, weights) in present.iter().zip(weights) {
            let statistic = weights.iter().zip(&measured).map(|(w, r)| w * r).sum();
            if let Some(slot) = parts.get(*at).and_then(|part| values.get_mut(*part)) {
                *slot = statistic;
            }
        }
    }
}

/// Four decimals are shown and seven kept.
#[expect(clippy::cast_possible_truncation, reason = "seven digits of a z-score are enough")]
pub(super) fn small(figure: f64) -> f32 {
    figure as f32
}
