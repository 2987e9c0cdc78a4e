//! The track of a whole list: the mean z over the scales of each form, for pupils and groups without a total of their own.

use std::sync::Arc;

use rayon::prelude::*;

use super::{
    analysis::{Analysis, List},
    patterns::Moments,
    surprise::PIECE,
    table::number,
    tracks::{Rounds, Track, ranked},
    trend::small,
};

/// A scale belongs to what a school gave in a round where it has so large a share of the forms of the scale that most have:
/// one pupil of whom all scales were filled in does not make half a list of everyone else's.
const GIVEN: f64 = 0.1;

/// The level of a list (`series`): the mean z of each form that has at least half of the scales that the school gave in
/// that round, as standard normal as the scales are. Where each scale has a norm, by the spread that the mean of so many
/// correlated z has: in a school of ten pupils the norm then still is one. Else ranked again. With the means themselves.
pub(super) fn of(
    analysis: &Analysis,
    list: &List,
    (series, parts): (u32, &[&Track]),
    until: u32,
) -> (Track, Vec<f64>) {
    let mut track = Track { series, ..Track::default() };
    let given = Given::of(analysis, list, parts, until);
    let all: Vec<usize> = (0..list.pupils.len()).collect();
    let pieces: Vec<Levels> = all.par_chunks(PIECE).map(|pupils| levels(pupils, parts, &given)).collect();
    let scores = pieces.iter().map(|piece| piece.mean.len()).sum();
    let mut rounds = Rounds::with_room(all.len(), scores);
    let (mut means, mut counts) = (Vec::with_capacity(scores), Vec::with_capacity(scores));
    for piece in pieces {
        let before = number(rounds.all.len());
        rounds.starts.extend(piece.ends.into_iter().map(|end| before + end));
        rounds.all.extend(piece.round);
        means.extend(piece.mean);
        counts.extend(piece.scales);
    }
    track.rounds = Arc::new(rounds);
    let normed = parts.iter().all(|part| part.has_norm);
    let alike = counts.windows(2).all(|pair| pair.first() == pair.last());
    if !normed && alike {
        track.z = ranked(&means);
        return (track, means);
    }
    // The mean of few scales lies further out than that of many.
    let correlation = together(all.len(), parts, until).common();
    let spread = |scales: u32| {
        let scales = f64::from(scales);
        ((1.0 + (scales - 1.0) * correlation) / scales).sqrt()
    };
    let even = means.iter().zip(&counts).map(|(mean, scales)| mean / spread(*scales));
    track.z = if normed { even.map(small).collect() } else { ranked(&even.collect::<Vec<_>>()) };
    (track, means)
}

/// How many scales each school gave in each round: what a form of it is held against.
struct Given {
    rounds: usize,
    /// For each pupil of the list, the school's place.
    school: Vec<u32>,
    /// By school and round, how many scales it gave.
    scales: Vec<u32>,
    /// Where each form of the list has all scales there is nothing to look up.
    always: Option<u32>,
}

impl Given {
    fn of(analysis: &Analysis, list: &List, parts: &[&Track], until: u32) -> Self {
        let mut given =
            Self { rounds: until as usize + 1, school: Vec::new(), scales: Vec::new(), always: None };
        if parts.windows(2).all(|pair| matches!(pair, [a, b] if Arc::ptr_eq(&a.rounds, &b.rounds))) {
            given.always = Some(number(parts.len()));
            return given;
        }
        let (mut last, mut schools) = (None, 0);
        for rank in &list.pupils {
            let school = analysis.pupil(*rank).0;
            schools += u32::from(last != Some(school));
            last = Some(school);
            given.school.push(schools - 1);
        }
        let mut forms = vec![0_u32; schools as usize * given.rounds * parts.len()];
        for (column, part) in parts.iter().enumerate() {
            for at in part.pupils() {
                for round in part.rounds_of(at) {
                    let place = given.place(at, *round).saturating_mul(parts.len()).saturating_add(column);
                    if let Some(forms) = forms.get_mut(place) {
                        *forms += 1;
                    }
                }
            }
        }
        let scales = |forms: &[u32]| {
            let most = forms.iter().copied().max().unwrap_or_default();
            let is_given = |forms: &&u32| **forms > 0 && f64::from(**forms) >= GIVEN * f64::from(most);
            number(forms.iter().filter(is_given).count())
        };
        given.scales = forms.chunks(parts.len().max(1)).map(scales).collect();
        given
    }

    fn place(&self, at: usize, round: u32) -> usize {
        self.school.get(at).map_or(usize::MAX, |school| *school as usize * self.rounds + round as usize)
    }

    /// How many scales the school of a pupil gave in a round.
    fn on(&self, at: usize, round: u32) -> u32 {
        let seen = || self.scales.get(self.place(at, round)).copied().unwrap_or_default();
        self.always.unwrap_or_else(seen)
    }
}

/// The means of some pupils over the scales of a list, pupil by pupil and round by round.
struct Levels {
    /// Where each pupil ends.
    ends: Vec<u32>,
    round: Vec<u32>,
    mean: Vec<f64>,
    /// Over how many scales.
    scales: Vec<u32>,
}

impl Levels {
    fn with_room(pupils: usize, means: usize) -> Self {
        Self {
            ends: Vec::with_capacity(pupils),
            round: Vec::with_capacity(means),
            mean: Vec::with_capacity(means),
            scales: Vec::with_capacity(means),
        }
    }
}

/// The means of these pupils, round by round, over at least half of the scales given.
fn levels(pupils: &[usize], parts: &[&Track], given: &Given) -> Levels {
    let mut found = Levels::with_room(pupils.len(), pupils.len() * given.rounds);
    let mut sums = vec![(0.0_f64, 0_u32); given.rounds];
    for at in pupils {
        for part in parts {
            for (round, z) in part.rounds_of(*at).iter().zip(part.z_of(*at)) {
                if let Some(sum) = sums.get_mut(*round as usize) {
                    *sum = (sum.0 + f64::from(*z), sum.1 + 1);
                }
            }
        }
        for (round, sum) in (0..).zip(&mut sums) {
            let (total, scales) = std::mem::take(sum);
            if scales > 0 && scales * 2 >= given.on(*at, round) {
                found.round.push(round);
                found.mean.push(total / f64::from(scales));
                found.scales.push(scales);
            }
        }
        found.ends.push(number(found.round.len()));
    }
    found
}

/// How the z of these parts go together, over all pupils and rounds.
fn together(pupils: usize, parts: &[&Track], until: u32) -> Moments {
    let mut moments = Moments::new(parts.len());
    let mut rows = vec![vec![f64::NAN; parts.len()]; until as usize + 1];
    for at in 0..pupils {
        for row in &mut rows {
            row.fill(f64::NAN);
        }
        for (column, part) in parts.iter().enumerate() {
            for (round, z) in part.rounds_of(at).iter().zip(part.z_of(at)) {
                if let Some(slot) = rows.get_mut(*round as usize).and_then(|row| row.get_mut(column)) {
                    *slot = f64::from(*z);
                }
            }
        }
        for row in &rows {
            moments.take(row);
        }
    }
    moments
}
