//! What each round of a track brought beyond expectation (`expectation`), and how the pupils of a school moved against
//! a year before.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{
    analysis::{Analysis, List},
    expectation::Solver,
    layout::Series,
    stability::Stabilities,
    tracks::Track,
    trend::small,
};

/// How many pupils are worked through as one piece; pieces are put together in order, whoever did them.
pub(super) const PIECE: usize = 2048;

/// Changes against a year before, by school and round: how many pupils, the sum of changes, the sum of variances.
pub(super) type YearSums = BTreeMap<(u32, u32), (u32, f64, f64)>;

/// Fills in the surprises of a track; gives the changes against a year before.
pub(super) fn fill(
    analysis: &Analysis,
    list: &List,
    track: &mut Track,
    stabilities: &Stabilities,
) -> YearSums {
    let days = analysis.layout.median_days(track.series);
    let base = stabilities.of(track.series, None);
    let carries_change = analysis.layout.series(track.series).is_some_and(Series::carries_change);
    let pupils: Vec<usize> = (0..list.pupils.len()).collect();
    let mut surprises = vec![f32::NAN; track.z.len()];
    // Each piece writes its own where they stay.
    let mut rest = surprises.as_mut_slice();
    let of_piece = |pupils| {
        let scores: usize = <[usize]>::iter(pupils).map(|at| track.range(*at).len()).sum();
        (pupils, rest.split_off_mut(..scores).unwrap_or_default())
    };
    let pieces: Vec<(&[usize], &mut [f32])> = pupils.chunks(PIECE).map(of_piece).collect();
    let years: Vec<YearSums> = pieces
        .into_par_iter()
        .map(|(pupils, surprises)| {
            let mut solver = Solver::new(&stabilities.all, &days);
            let (mut slots, mut years) = (surprises.iter_mut(), Years::new(days.len()));
            for at in pupils {
                let from = track.range(*at).start;
                let (rounds, z) = (track.rounds_of(*at), track.z_of(*at));
                years.of(list.pupils.get(*at).map_or(0, |rank| analysis.pupil(*rank).0));
                for length in 1..=rounds.len() {
                    let (Some(rounds), Some((z, past))) =
                        (rounds.get(..length), z.get(..length).and_then(<[f32]>::split_last))
                    else {
                        continue;
                    };
                    let norm = track.norm.get(from + length - 1).copied().flatten();
                    let stability = norm.map_or(base, |norm| stabilities.of(track.series, Some(norm)));
                    let step = solver.step(stability, rounds);
                    let weights = step.weights.as_ref().filter(|_| length > 1 && carries_change);
                    let surprise = weights.map(|w| (f64::from(*z) - w.expected(past)) / w.variance.sqrt());
                    if let Some((slot, surprise)) = slots.next().zip(surprise) {
                        *slot = small(surprise);
                    }
                    if let Some((earlier, rho)) = step.year.filter(|_| carries_change)
                        && let (Some(before), Some(round)) = (past.get(earlier), rounds.last())
                    {
                        years.take(*round, f64::from(*z) - rho * f64::from(*before), 1.0 - rho * rho);
                    }
                }
            }
            years.done()
        })
        .collect();
    track.surprise = surprises;
    let mut all = YearSums::new();
    for years in years {
        for (key, (n, change, variance)) in years {
            let sums = all.entry(key).or_default();
            *sums = (sums.0 + n, sums.1 + change, sums.2 + variance);
        }
    }
    all
}

/// The changes of one piece: pupils come school by school.
struct Years {
    school: u32,
    rounds: Vec<(u32, f64, f64)>,
    done: YearSums,
}

impl Years {
    fn new(rounds: usize) -> Self {
        Self { school: 0, rounds: vec![(0, 0.0, 0.0); rounds], done: YearSums::new() }
    }

    /// Whose changes come next.
    fn of(&mut self, school: u32) {
        if school != self.school {
            self.flush();
            self.school = school;
        }
    }

    fn take(&mut self, round: u32, change: f64, variance: f64) {
        if let Some(sums) = self.rounds.get_mut(round as usize) {
            *sums = (sums.0 + 1, sums.1 + change, sums.2 + variance);
        }
    }

    fn flush(&mut self) {
        for (round, sums) in (0..).zip(&mut self.rounds) {
            let (n, change, variance) = std::mem::take(sums);
            if n > 0 {
                let all = self.done.entry((self.school, round)).or_default();
                *all = (all.0 + n, all.1 + change, all.2 + variance);
            }
        }
    }

    fn done(mut self) -> YearSums {
        self.flush();
        self.done
    }
}
