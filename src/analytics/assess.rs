//! One round of all cycles: every pupil's expectation, surprise, trend and level, list by list.

use std::ops::Range;

use super::{
    analysis::{Analysis, List},
    assessed::{Alone, Assessed, Assessment, Expected},
    before,
    expectation::Solver,
    informants, recentre,
    reference::Reference,
    smoothing::{Ewma, LAMBDA},
    stability::Stabilities,
    surprise::{self, PIECE},
    table::Place,
    tracks::Track,
    trend::{self, Found, Trends, small},
    units::{self, Earlier},
    unmeasured,
};
use polars::prelude::PolarsResult;
use rayon::prelude::*;

/// A list with its figures up to the round looked at.
pub(super) struct Judged<'a> {
    pub list: &'a List,
    /// Its scales in the order of `List::series`, then its own level where it has no total.
    pub tracks: Vec<Track>,
    /// Which of them are judged as a family.
    pub parts: Vec<usize>,
    pub trends: Trends,
    pub until: u32,
    /// For the level: the mean z of each of its rows.
    means: Vec<f64>,
    stabilities: Stabilities,
    /// Whether one scale by one informant is all there is to judge.
    is_alone: bool,
}

/// Judges one round of each cycle; `now`: which one.
pub(super) fn assess<'a>(analysis: &'a Analysis, now: &[Option<u32>]) -> PolarsResult<Assessed<'a>> {
    let mut reference = Reference::gather(analysis, now);
    let mut earlier = Earlier::default();
    let mut judged = Vec::new();
    for list in &analysis.lists {
        let first = list.series.first().and_then(|at| analysis.layout.series(*at));
        if let Some(until) = first.and_then(|s| now.get(s.cycle as usize).copied().flatten()) {
            judged.push(judge(analysis, list, &mut reference, until, &mut earlier));
        }
    }
    informants::join(analysis, &mut judged);
    let mut assessments = Vec::new();
    let of_alone = judged.iter().filter(|one| one.is_alone).flat_map(|one| &one.tracks);
    let spreads = of_alone.map(|track| (track.series, track.spread)).collect();
    let stabilities = judged.iter().flat_map(|one| one.stabilities.of_series()).collect();
    for one in judged {
        rows(analysis, &one, &mut assessments);
    }
    let (groups, schools) = units::units(analysis, &assessments, now, &earlier)?;
    let unmeasured = unmeasured::find(analysis, now);
    let curves = reference.curves;
    Ok(Assessed { analysis, assessments, groups, schools, unmeasured, curves, stabilities, spreads })
}

fn judge<'a>(
    analysis: &Analysis,
    list: &'a List,
    reference: &mut Reference,
    until: u32,
    earlier: &mut Earlier,
) -> Judged<'a> {
    let scales = 0..list.series.len();
    let mut tracks: Vec<Track> = scales
        .clone()
        .into_par_iter()
        .map(|at| Track::of_scale(analysis, list, at, reference, until))
        .collect();
    let parts: Vec<usize> =
        scales.filter(|at| tracks.get(*at).is_some_and(|t| is_part(analysis, t))).collect();
    let mut means = Vec::new();
    if let Some(level) = list.level {
        let family: Vec<&Track> = parts.iter().filter_map(|at| tracks.get(*at)).collect();
        let (track, of_rows) = Track::of_list(level, list.pupils.len(), &family, until);
        if let Some(slot) = reference.curves.get_mut(level as usize) {
            slot.1 = super::table::number(of_rows.len());
        }
        tracks.push(track);
        means = of_rows;
    }
    let stabilities = Stabilities::estimate(analysis, &tracks);
    let before: Vec<_> = tracks
        .par_iter_mut()
        .enumerate()
        .map(|(at, track)| {
            let changes = surprise::fill(analysis, list, track, &stabilities);
            if at < list.series.len() {
                let units = list.units(analysis, at, until);
                recentre::fill(analysis, track, &units, until);
                track.changed = units.into_iter().map(|(_, changed)| changed).collect();
            }
            (track.series, changes, before::sums(analysis, list, track, until))
        })
        .collect();
    for (series, changes, rounds) in before {
        earlier.years.push((series, changes));
        earlier.rounds.push((series, rounds));
    }
    let trends = trend::trends(&tracks.iter().collect::<Vec<_>>(), &parts, list.pupils.len(), until);
    let informants = tracks.first().map_or(1, |track| analysis.layout.informants(track.series, until));
    let is_alone = parts.len() == 1 && informants == 1;
    Judged { list, tracks, parts, trends, until, means, stabilities, is_alone }
}

fn is_level(analysis: &Analysis, track: &Track) -> bool {
    analysis.layout.series(track.series).is_some_and(super::Series::is_list)
}

fn is_part(analysis: &Analysis, track: &Track) -> bool {
    analysis.layout.series(track.series).is_some_and(super::Series::is_part)
}

/// The rows of the round looked at, pupil by pupil.
fn rows(analysis: &Analysis, judged: &Judged<'_>, found: &mut Vec<Assessment>) {
    let list = judged.list;
    let days: Vec<Vec<f64>> = judged
        .tracks
        .iter()
        .map(|track| analysis.layout.rounds(track.series).iter().map(|round| round.median_day).collect())
        .collect();
    let pupils: Vec<usize> = (0..list.pupils.len()).collect();
    found.reserve_exact(pupils.len() * judged.tracks.len());
    // Some pieces at a time: the rows need not be in memory twice.
    for wave in pupils.chunks(PIECE * 4) {
        let pieces: Vec<Vec<Assessment>> = wave
            .par_chunks(PIECE)
            .map(|pupils| {
                let mut solvers: Vec<Solver<'_>> =
                    days.iter().map(|days| Solver::new(&judged.stabilities.all, days)).collect();
                let mut found = Vec::with_capacity(pupils.len() * judged.tracks.len());
                for at in pupils {
                    of_pupil(analysis, judged, *at, &mut solvers, &mut found);
                }
                found
            })
            .collect();
        for mut piece in pieces {
            found.append(&mut piece);
        }
    }
}

/// What the trend of a pupil is made of, where one scale by one informant is all there is.
fn alone(judged: &Judged<'_>, track: &Track, range: Range<usize>) -> Option<Alone> {
    let own = track.own.get(range.clone())?.last().copied().filter(|own| judged.is_alone && !own.is_nan())?;
    let surprises = track.surprise.get(range)?.iter().filter(|surprise| !surprise.is_nan());
    let rounds = i32::try_from(surprises.count()).ok()?;
    Some(Alone { own, gain: small(Ewma::gain(LAMBDA, rounds)) })
}

/// The rows of one pupil of the list.
fn of_pupil(
    analysis: &Analysis,
    judged: &Judged<'_>,
    at: usize,
    solvers: &mut [Solver<'_>],
    found: &mut Vec<Assessment>,
) {
    let list = judged.list;
    let Some(rank) = list.pupils.get(at) else { return };
    let (school, pupil) = analysis.pupil(*rank);
    let mut place = None;
    let mut changed = false;
    for (column, (track, solver)) in judged.tracks.iter().zip(solvers).enumerate() {
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
            surprise,
        });
        let of = if is_level(analysis, track) {
            Some(&judged.trends.whole)
        } else {
            judged.trends.scales.get(column)
        };
        let is_judged = surprise.is_some() || is_level(analysis, track);
        let trend = of.and_then(|of| of.get(at)).copied().filter(|_| is_judged).unwrap_or(Found::NONE);
        // The level of a list changed hands where its scales did; it comes after them.
        let own_changed = track.changed.get(last).copied().unwrap_or_default();
        changed |= own_changed;
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
            trend: Some(trend.trend).filter(|t| !t.is_nan()).map(small),
            trend_in_group: Some(trend.folded).filter(|t| !t.is_nan()).map(small),
            of_whole_list: trend.whole,
            level_probability: step.weights.as_ref().map(|weights| small(weights.level(z))),
            level_per_z: step.weights.as_ref().map(|weights| small(weights.level_per_z())),
            alone: alone(judged, track, range),
            slope: step
                .slope
                .as_ref()
                .filter(|_| surprise.is_some())
                .map(|weights| small(weights.iter().zip(z).map(|(w, z)| w * z).sum())),
            changed: if is_level(analysis, track) { changed } else { own_changed },
            rounds_used: super::table::number(rounds.len()),
            norm,
        });
    }
}
