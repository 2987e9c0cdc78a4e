//! What each round of a track brought beyond expectation (`expectation`).

use rayon::prelude::*;

use super::{
    analysis::{Analysis, List},
    expectation::Solver,
    layout::Series,
    stability::Stabilities,
    tracks::Track,
    trend::small,
    yearly::{YearSum, Yearly, Years},
};

/// How many pupils are worked through as one piece; pieces are put together in order, whoever did them.
pub(super) const PIECE: usize = 2048;

/// Fills in the surprises of a track up to a round; gives the changes against a year before.
pub(super) fn fill(
    analysis: &Analysis,
    list: &List,
    track: &mut Track,
    stabilities: &Stabilities,
    until: u32,
) -> Yearly {
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
    let years: Vec<Years> = pieces
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
                        let one = YearSum::of((f64::from(*before), f64::from(*z)), rho);
                        years.take(*round, one);
                        if let Some(group) =
                            (*round == until).then(|| list.group(analysis, *at, until)).flatten()
                        {
                            years.take_in_group(group, one);
                        }
                    }
                }
            }
            years
        })
        .collect();
    track.surprise = surprises;
    Yearly::of(years)
}
