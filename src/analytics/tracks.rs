//! A track: the z-scores of one series up to the round looked at, pupil by pupil. That of a whole list: `whole_list`.

use std::sync::Arc;

use rayon::prelude::*;

use super::{
    analysis::{Analysis, List},
    assessed::Hands,
    forms::PupilRow,
    layout::Layout,
    normal,
    reference::Reference,
    smoothing::{Ewma, LAMBDA},
    surprise::PIECE,
    table::number,
    trend::small,
};

/// In which rounds pupils of a list have a score.
#[derive(Debug, Clone, Default)]
pub(super) struct Rounds {
    /// Where each pupil of the list begins; one more at the end.
    pub starts: Vec<u32>,
    /// Place of each round in its cycle.
    pub all: Vec<u32>,
}

/// The z-scores of one series.
#[derive(Debug, Clone, Default)]
pub(super) struct Track {
    pub series: u32,
    /// The rounds of its scores; scales that have a score in each form of the list share them.
    pub rounds: Arc<Rounds>,
    /// The z of each. Those of a scale are let go once the surprises are known: looked up by its scores then (`add_z`).
    pub z: Vec<f32>,
    /// The published norm of each, as place in the instrument's norms; empty where the series has none.
    pub norm: Vec<Option<u32>>,
    /// Whether all its z are against a norm: published, or in the unit of the scores.
    pub has_norm: bool,
    /// Surprise of each, NaN in a first round; filled in by `surprise`, and made `own` by `recentre`.
    pub surprise: Vec<f32>,
    /// By pupil of the list: the surprise of the round looked at, NaN where there is none.
    pub last: Vec<f32>,
    /// The same without what the pupil's group shares, on one spread; filled in by `recentre`.
    pub own: Vec<f32>,
    /// By pupil of the list, once the trends are known and `own` is let go: `own` of the round looked at, NaN where there is
    /// none; and where one scale by one informant is all there is, how much the trend rises with it.
    pub own_now: Vec<f32>,
    pub own_gain: Vec<f32>,
    /// By pupil of the list: who filled in the last round, against the one before; empty for the level of a whole list.
    pub hands: Vec<Hands>,
    /// By pupil of the list: `own` of the last round, with (nearly) all taken out that the group shares; let go with it.
    pub folded: Vec<f32>,
    /// The spread of the last round that `own` was put on, and of how many pupils.
    pub spread: (f64, f64),
}

impl Rounds {
    /// None yet, with room for those of so many pupils.
    pub fn with_room(pupils: usize, rounds: usize) -> Self {
        let mut starts = Vec::with_capacity(pupils + 1);
        starts.push(0);
        Self { starts, all: Vec::with_capacity(rounds) }
    }

    /// What comes next is of the next pupil.
    pub fn end_pupil(&mut self) {
        self.starts.push(number(self.all.len()));
    }

    /// Those of the forms of a list up to a round.
    pub fn of_forms(analysis: &Analysis, list: &List, until: u32) -> Self {
        let Some(forms) = list.series.first().and_then(|series| analysis.forms(*series)) else {
            return Self::with_room(0, 0);
        };
        let own = |pupil: u32| forms.rounds(pupil).filter(|round| *round <= until);
        let all = list.pupils.iter().map(|pupil| own(*pupil).count()).sum();
        let mut rounds = Self::with_room(list.pupils.len(), all);
        for pupil in &list.pupils {
            rounds.all.extend(own(*pupil));
            rounds.end_pupil();
        }
        rounds
    }
}

impl Track {
    /// The stretch of the pupil at a place of the list.
    pub fn range(&self, at: usize) -> std::ops::Range<usize> {
        let start = |at: usize| self.rounds.starts.get(at).map_or(0, |start| *start as usize);
        start(at)..start(at + 1)
    }

    /// Where the last score of the pupil at a place of the list stands, if it is of this round.
    pub fn at_round(&self, at: usize, round: u32) -> Option<usize> {
        let range = self.range(at);
        let last = range.end.checked_sub(1).filter(|last| range.contains(last))?;
        (self.rounds.all.get(last) == Some(&round)).then_some(last)
    }

    /// The pupils of the list, by their places there.
    pub fn pupils(&self) -> std::ops::Range<usize> {
        0..self.rounds.starts.len().saturating_sub(1)
    }

    /// The surprise of a pupil in the round looked at.
    pub fn surprise_now(&self, at: usize) -> Option<f32> {
        self.last.get(at).copied().and_then(known)
    }

    /// Lets go of what only the trends needed, but for the round looked at.
    pub fn let_go(&mut self, until: u32, is_alone: bool) {
        self.folded = Vec::new();
        let own = std::mem::take(&mut self.own);
        self.own_now = self.of_round(&own, until, f32::NAN);
        if is_alone {
            let gain = |(at, now): (usize, &f32)| {
                let known = own.get(self.range(at)).unwrap_or_default().iter().filter(|own| !own.is_nan());
                let rounds = i32::try_from(known.count()).ok().filter(|_| !now.is_nan());
                rounds.map_or(f32::NAN, |rounds| small(Ewma::gain(LAMBDA, rounds)))
            };
            self.own_gain = self.own_now.iter().enumerate().map(gain).collect();
        }
    }

    /// By pupil, what stands in a list beside the scores for this round.
    pub fn of_round<T: Copy>(&self, each: &[T], round: u32, none: T) -> Vec<T> {
        let own = |at: usize| self.at_round(at, round).and_then(|last| each.get(last)).copied();
        self.pupils().map(|at| own(at).unwrap_or(none)).collect()
    }

    /// The rounds of a pupil of the list, oldest first.
    pub fn rounds_of(&self, at: usize) -> &[u32] {
        self.rounds.all.get(self.range(at)).unwrap_or_default()
    }

    /// Adds the z of a pupil of the list (its place, and its rank), oldest first: by its scores where they were let go.
    pub fn add_z(
        &self,
        analysis: &Analysis,
        reference: &Reference,
        (at, pupil): (usize, u32),
        z: &mut Vec<f32>,
    ) {
        if !self.z.is_empty() {
            return z.extend_from_slice(self.z_of(at));
        }
        let own = analysis.rows(self.series).of(pupil).take(self.range(at).len());
        let fits = self.is_by_norm(at);
        z.extend(own.map(|row| reference.z_of(row.value, fits)));
    }

    /// Whether the scores of a pupil are judged by a published norm.
    fn is_by_norm(&self, at: usize) -> bool {
        self.norm.get(self.range(at).start).is_some_and(Option::is_some)
    }

    /// The z of a pupil's score of the round looked at (`last`: where it stands; `value`: which it is, on a scale).
    pub fn z_now(
        &self,
        reference: &Reference,
        (at, last): (usize, usize),
        value: Option<u32>,
    ) -> Option<f32> {
        let looked_up = || Some(reference.z_of(value?, self.is_by_norm(at)));
        self.z.get(last).copied().or_else(looked_up)
    }

    /// The z of a pupil of the list, oldest first.
    pub fn z_of(&self, at: usize) -> &[f32] {
        self.z.get(self.range(at)).unwrap_or_default()
    }

    /// Of the scores on a series, those up to a round; `forms`: the rounds of the forms of the list up to it.
    pub fn of_scale(
        analysis: &Analysis,
        (list, forms): (&List, &Arc<Rounds>),
        at: usize,
        reference: &Reference,
        until: u32,
    ) -> Self {
        let series = list.series.get(at).copied().unwrap_or_default();
        let rows = analysis.rows(series);
        let normed = analysis.is_normed(series);
        let scores = rows.all().filter(|row| row.round <= until).count();
        // Mostly every form has a score for each scale.
        let mut rounds = (scores < forms.all.len()).then(|| Rounds::with_room(list.pupils.len(), scores));
        let mut track = Self { series, ..Self::default() };
        track.z.reserve_exact(scores);
        for pupil in &list.pupils {
            let own = rows.of(*pupil).filter(|row| row.round <= until);
            let norm = |row: &PupilRow| analysis.norm.get(row.value as usize).copied().flatten();
            // One yardstick for one pupil: where no norm fits one of the scores, the pool is for all of them.
            let fits = normed && own.clone().all(|row| norm(&row).is_some());
            for row in own {
                if let Some(rounds) = &mut rounds {
                    rounds.all.push(row.round);
                }
                track.z.push(reference.z_of(row.value, fits));
                if normed {
                    track.norm.push(norm(&row).filter(|_| fits));
                }
            }
            if let Some(rounds) = &mut rounds {
                rounds.end_pupil();
            }
        }
        track.rounds = rounds.map_or_else(|| Arc::clone(forms), Arc::new);
        let of_unit = analysis.layout.series(series).is_some_and(|one| Layout::of_unit(one).is_some());
        track.has_norm = of_unit || (normed && track.norm.iter().all(Option::is_some));
        track
    }
}

/// A figure that is there: figures that are not are NaN in the tracks.
pub(super) fn known(figure: f32) -> Option<f32> {
    Some(figure).filter(|figure| !figure.is_nan())
}

/// The z of each figure by its mid-percentile among all: the share below it and half of what equals it.
pub(super) fn ranked(figures: &[f64]) -> Vec<f32> {
    let mut order: Vec<(f64, u32)> = figures.iter().copied().zip(0..).collect();
    order.par_sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut below = 0;
    #[expect(clippy::float_cmp, reason = "the same sums of the same figures")]
    for same in order.chunk_by_mut(|a, b| a.0 == b.0) {
        let share = (f64::from(below) + same.len() as f64 / 2.0) / figures.len() as f64;
        below += number(same.len());
        for (figure, _) in same.iter_mut() {
            *figure = share;
        }
    }
    order.par_iter_mut().with_min_len(PIECE).for_each(|(share, _)| *share = normal::z_of_share(*share));
    let mut z = vec![f32::NAN; figures.len()];
    for (of_share, at) in order {
        if let Some(slot) = z.get_mut(at as usize) {
            *slot = small(of_share);
        }
    }
    z
}
