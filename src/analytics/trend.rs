//! The detection statistic of the scales of one list: the pattern of each among the others, and of the list as a whole
//! (`patterns`), added up over rounds (`smoothing`), and the two joined (`join`). Standard normal while nothing happens.
//! A scale that stands alone is its own pattern. Several informants: `informants`.

use rayon::prelude::*;

use super::{
    join::Join,
    patterns::{Moments, Patterns, Weights},
    smoothing::{Ewma, LAMBDA},
    surprise::PIECE,
    tracks::Track,
};

/// How much the list as a whole is favoured over the single scale, in standard deviations.
const FAVOUR_LIST: f64 = 0.2;

/// What the correlation of the two is taken to be with few pupils, and the pupils that counts for.
const LIST_CORRELATION: f64 = 0.5;
const PRIOR_PUPILS: f64 = 100.0;

/// The statistics of a list at the last round, by place: NaN where there is none.
#[derive(Debug, Clone, Default)]
pub(super) struct Trends {
    /// For each track, by pupil.
    pub scales: Vec<Vec<Found>>,
    /// The list as a whole, by pupil.
    pub whole: Vec<Found>,
}

/// A statistic, and what it is when the group's own movement is taken out. Without room in between: there is one for each
/// pupil and scale.
#[derive(Debug, Clone, Copy)]
#[repr(Rust, packed)]
pub(super) struct Found {
    pub trend: f32,
    pub folded: f32,
    /// Whether the list as a whole carries it, not this scale.
    pub whole: bool,
}

impl Found {
    pub const NONE: Self = Self { trend: f32::NAN, folded: f32::NAN, whole: false };

    /// Whether it is the same number.
    const fn is_as(self, other: Self) -> bool {
        let (own, of) = (self.trend, other.trend);
        own.to_bits() == of.to_bits()
    }
}

/// The trends of these tracks after `until`; `parts`: which of them are judged as a family.
pub(super) fn trends(tracks: &[&Track], parts: &[usize], pupils: usize, until: u32) -> Trends {
    let rounds = until as usize + 1;
    let patterns = (parts.len() > 1).then(|| estimate(tracks, parts, pupils, rounds));
    // A place for each track, and one for the list as a whole.
    let mut scales = vec![vec![Found::NONE; pupils]; tracks.len() + 1];
    let mut each: Vec<_> = scales.iter_mut().map(|found| found.chunks_mut(PIECE)).collect();
    let firsts = (0..pupils).step_by(PIECE);
    let pieces: Vec<(usize, Vec<&mut [Found]>)> =
        firsts.map(|first| (first, each.iter_mut().filter_map(Iterator::next).collect())).collect();
    pieces.into_par_iter().for_each(|(first, mut piece)| {
        let mut work = Work::new(tracks, parts, patterns.as_deref(), rounds);
        for at in 0..piece.first().map_or(0, |found| found.len()) {
            work.pupil(first + at);
            for (slots, found) in piece.iter_mut().zip(&work.found) {
                if let Some(slot) = slots.get_mut(at) {
                    *slot = *found;
                }
            }
        }
    });
    let whole = scales.pop().unwrap_or_default();
    if patterns.is_some() {
        scales.par_iter_mut().enumerate().filter(|(at, _)| parts.contains(at)).for_each(|(_, own)| {
            join(own, &whole, LIST_CORRELATION, FAVOUR_LIST);
        });
    }
    Trends { scales, whole }
}

/// Joins a second statistic into a first one, pupil by pupil. Where the two are one and the same (a pupil with one scale of
/// the list), there is nothing to join, whatever others have.
pub(super) fn join(first: &mut [Found], second: &[Found], correlation: f64, favour: f64) {
    let mut moments = Moments::new(2);
    let pairs = || first.iter().zip(second).filter(|(a, b)| !a.is_as(**b));
    for (a, b) in pairs() {
        moments.take(&[a.trend.into(), b.trend.into()]);
    }
    let (seen, n) = moments.correlation(1, 0).unwrap_or((correlation, 0.0));
    let weight = n / (n + PRIOR_PUPILS);
    let joined = Join::new(weight * seen + (1.0 - weight) * correlation, favour);
    for (a, b) in first.iter_mut().zip(second).filter(|(a, b)| !a.is_as(**b)) {
        let (trend, carried) = joined.of(a.trend.into(), b.trend.into());
        let whole = if carried { b.whole } else { a.whole };
        let folded = joined.of(a.folded.into(), b.folded.into()).0;
        *a = Found { trend: small(trend), folded: small(folded), whole };
    }
}

fn estimate(tracks: &[&Track], parts: &[usize], pupils: usize, rounds: usize) -> Vec<Patterns> {
    let all: Vec<usize> = (0..pupils).collect();
    let pieces: Vec<Vec<Moments>> = all
        .par_chunks(PIECE)
        .map(|piece| {
            let mut moments = vec![Moments::new(parts.len()); rounds];
            let mut values = Values::new(parts.len(), rounds);
            for at in piece {
                values.fill(parts.iter().filter_map(|part| tracks.get(*part)), *at);
                for (moments, row) in moments.iter_mut().zip(values.rows()) {
                    moments.take(row);
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

/// The recentred surprises of one pupil: a row per round, a place per track, NaN where there is none.
struct Values {
    width: usize,
    all: Vec<f64>,
}

impl Values {
    fn new(width: usize, rounds: usize) -> Self {
        Self { width: width.max(1), all: vec![f64::NAN; width.max(1) * rounds] }
    }

    fn fill<'a>(&mut self, tracks: impl Iterator<Item = &'a &'a Track>, pupil: usize) {
        self.all.fill(f64::NAN);
        for (column, track) in tracks.enumerate() {
            let range = track.range(pupil);
            let rounds = track.rounds_of(pupil);
            for (round, value) in rounds.iter().zip(track.own.get(range).unwrap_or_default()) {
                if let Some(slot) = self.all.get_mut(*round as usize * self.width + column) {
                    *slot = f64::from(*value);
                }
            }
        }
    }

    fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.all.chunks(self.width)
    }
}

/// Working through pupils.
struct Work<'a> {
    tracks: &'a [&'a Track],
    parts: &'a [usize],
    patterns: Option<&'a [Patterns]>,
    values: Values,
    /// The weights solved so far, by round and set of scales.
    solved: rustc_hash::FxHashMap<(usize, u64), Weights>,
    ewmas: Vec<Ewma>,
    row: Vec<f64>,
    last: Vec<f64>,
    /// The statistics of the pupil at hand at the last round: a place per track, then the list as a whole.
    found: Vec<Found>,
}

impl<'a> Work<'a> {
    fn new(
        tracks: &'a [&'a Track],
        parts: &'a [usize],
        patterns: Option<&'a [Patterns]>,
        rounds: usize,
    ) -> Self {
        let values = Values::new(tracks.len(), rounds);
        let (row, last) = (Vec::new(), Vec::new());
        Self {
            tracks,
            parts,
            patterns,
            values,
            solved: rustc_hash::FxHashMap::default(),
            ewmas: Vec::new(),
            row,
            last,
            found: Vec::new(),
        }
    }

    /// Works out the statistics of one pupil.
    fn pupil(&mut self, at: usize) {
        self.values.fill(self.tracks.iter(), at);
        self.ewmas.clear();
        self.ewmas.resize(self.tracks.len() + 1, Ewma::new(LAMBDA));
        let rounds = self.values.all.len() / self.values.width;
        let last = rounds.saturating_sub(1);
        for round in 0..last {
            self.statistics(round, false);
            for (value, ewma) in self.row.iter().zip(&mut self.ewmas).filter(|(value, _)| !value.is_nan()) {
                ewma.add(*value);
            }
        }
        let whole = self.tracks.len();
        let after = |value: f64, ewma: &Ewma| if value.is_nan() { f64::NAN } else { { *ewma }.take(value) };
        self.statistics(last, false);
        self.found.clear();
        self.found.extend(self.row.iter().zip(&self.ewmas).enumerate().map(|(place, (value, ewma))| Found {
            trend: small(after(*value, ewma)),
            folded: f32::NAN,
            whole: place == whole,
        }));
        self.last.clear();
        let of_last = |track: &&Track| track.folded.get(at).map_or(f64::NAN, |value| f64::from(*value));
        self.last.extend(self.tracks.iter().map(of_last));
        self.statistics(last, true);
        for ((found, value), ewma) in self.found.iter_mut().zip(&self.row).zip(&self.ewmas) {
            found.folded = small(after(*value, ewma));
        }
    }

    /// Fills `row` with the statistics of a round: patterns for the family, then the list as a whole.
    fn statistics(&mut self, round: usize, folded: bool) {
        let width = self.values.width;
        let values = self.values.all.get(round * width..(round + 1) * width).unwrap_or_default();
        let values = if folded { self.last.as_slice() } else { values };
        self.row.clear();
        self.row.extend_from_slice(values);
        self.row.push(f64::NAN);
        let Some(patterns) = self.patterns.and_then(|all| all.get(round)) else {
            return;
        };
        let value = |part: &usize| values.get(*part).copied().unwrap_or(f64::NAN);
        let present = |at: &usize| self.parts.get(*at).is_some_and(|part| !value(part).is_nan());
        let set = (0..self.parts.len()).filter(present).fold(0, |set: u64, at| set | 1 << (at % 64));
        if set == 0 {
            return;
        }
        let weights = self
            .solved
            .entry((round, set))
            .or_insert_with(|| patterns.weights(&(0..self.parts.len()).filter(present).collect::<Vec<_>>()));
        let places = (0..self.parts.len()).filter(present).filter_map(|at| self.parts.get(at).copied());
        let whole = self.row.len() - 1;
        for (weights, place) in weights.iter().zip(places.chain([whole])) {
            let measured =
                (0..self.parts.len()).filter(present).filter_map(|at| self.parts.get(at)).map(value);
            let statistic = weights.iter().zip(measured).map(|(w, r)| w * r).sum();
            if let Some(slot) = self.row.get_mut(place) {
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
