//! One round of all cycles: every pupil's expectation, surprise, trend and level, list by list.

use super::{
    analysis::{Analysis, List},
    assessed::{Assessed, Assessment, Expected},
    expectation::Solver,
    reference::Reference,
    stability::Stabilities,
    surprise::{self, YearSums},
    table::Place,
    tracks::Track,
    trend::{self, small},
    units,
};
use polars::prelude::PolarsResult;

/// A list with its figures up to the round looked at.
pub(super) struct Judged {
    /// Its scales in the order of `List::series`, then its own level where it has no total.
    pub tracks: Vec<Track>,
    /// For the level: the mean z of each of its rows.
    pub means: Vec<f64>,
    pub stabilities: Stabilities,
    pub until: u32,
}

/// Judges one round of each cycle; `now`: which one.
pub(super) fn assess<'a>(analysis: &'a Analysis, now: &[Option<u32>]) -> PolarsResult<Assessed<'a>> {
    let mut reference = Reference::gather(analysis, now);
    let mut assessments = Vec::new();
    let mut years = Vec::new();
    for list in &analysis.lists {
        let first = list.series.first().and_then(|at| analysis.layout.series(*at));
        let Some(until) = first.and_then(|s| now.get(s.cycle as usize).copied().flatten()) else {
            continue;
        };
        let judged = judge(analysis, list, &mut reference, until, &mut years);
        rows(analysis, list, &judged, &mut assessments);
    }
    let (groups, schools) = units::units(analysis, &assessments, now, &years)?;
    Ok(Assessed { analysis, assessments, groups, schools, curves: reference.curves })
}

fn judge(
    analysis: &Analysis,
    list: &List,
    reference: &mut Reference,
    until: u32,
    years: &mut Vec<(u32, YearSums)>,
) -> Judged {
    let scales = 0..list.series.len();
    let mut tracks: Vec<Track> =
        scales.map(|at| Track::of_scale(analysis, list, at, reference, until)).collect();
    let mut means = Vec::new();
    if let Some(level) = list.level {
        let parts: Vec<&Track> = tracks.iter().filter(|track| is_part(analysis, track)).collect();
        let (track, of_rows) = Track::of_list(level, list.pupils.len(), &parts, until);
        if let Some(slot) = reference.curves.get_mut(level as usize) {
            slot.1 = super::table::number(of_rows.len());
        }
        tracks.push(track);
        means = of_rows;
    }
    let stabilities = Stabilities::estimate(analysis, &tracks);
    for track in &mut tracks {
        let changes = surprise::fill(analysis, list, track, &stabilities);
        years.push((track.series, changes));
    }
    Judged { tracks, means, stabilities, until }
}

fn is_part(analysis: &Analysis, track: &Track) -> bool {
    analysis.layout.series(track.series).is_some_and(super::Series::is_part)
}

/// The rows of the round looked at, pupil by pupil.
fn rows(analysis: &Analysis, list: &List, judged: &Judged, found: &mut Vec<Assessment>) {
    let parts: Vec<usize> =
        judged.tracks.iter().enumerate().filter(|(_, t)| is_part(analysis, t)).map(|(at, _)| at).collect();
    let trends = trend::trends(&judged.tracks, &parts, list.pupils.len(), judged.until);
    let days: Vec<Vec<f64>> = judged
        .tracks
        .iter()
        .map(|track| analysis.layout.rounds(track.series).iter().map(|round| round.median_day).collect())
        .collect();
    let mut solvers: Vec<Solver<'_>> =
        days.iter().map(|days| Solver::new(&judged.stabilities.all, days)).collect();
    for (at, rank) in list.pupils.iter().enumerate() {
        let (school, pupil) = analysis.pupil(*rank);
        let mut place = None;
        for (column, (track, solver)) in judged.tracks.iter().zip(&mut solvers).enumerate() {
            let range = track.range(at);
            let rounds = track.round.get(range.clone()).unwrap_or_default();
            let z = track.z.get(range.clone()).unwrap_or_default();
            let (Some(last), Some((present, past))) =
                (range.end.checked_sub(1).filter(|_| rounds.last() == Some(&judged.until)), z.split_last())
            else {
                continue;
            };
            let norm = track.norm.get(last).copied().flatten();
            let step = solver.step(judged.stabilities.of(track.series, norm), rounds);
            let surprise = track.surprise.get(last).copied().filter(|s| !s.is_nan());
            let expected = step.weights.as_ref().zip(surprise).map(|(weights, surprise)| Expected {
                z: weights.expected(past),
                variance: weights.variance,
                surprise: small(surprise),
            });
            let row = list.row(analysis, column, at, rounds.len());
            place = row.and_then(|row| analysis.table.places.all.get(row.place as usize).copied()).or(place);
            let before = rounds.len().checked_sub(2).and_then(|b| rounds.get(b));
            found.push(Assessment {
                series: track.series,
                round: judged.until,
                school,
                group: place.and_then(|place: Place| place.group),
                year: place.and_then(|place| place.year),
                pupil,
                score: row.map_or_else(
                    || judged.means.get(last).copied().unwrap_or(f64::NAN),
                    |row| analysis.table.values.get(row.value as usize).map_or(f64::NAN, |value| value.score),
                ),
                z: small(*present),
                previous_z: past
                    .last()
                    .filter(|_| before.is_some_and(|b| b + 1 == judged.until))
                    .map(|z| small(*z)),
                expected,
                trend: trends.get(column).and_then(|t| t.get(at)).copied().filter(|t| !t.is_nan()),
                level_probability: step.weights.as_ref().map(|weights| small(weights.level(z))),
                rounds_used: super::table::number(rounds.len()),
                norm,
            });
        }
    }
}
