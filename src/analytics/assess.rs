//! One round of all cycles: every pupil's expectation, surprise, trend and level, list by list.

use std::ops::Range;

use super::{
    analysis::{Analysis, List},
    assessed::{Assessed, Assessment, Expected, Hands},
    before,
    expectation::{Solver, dot},
    informants, people, recentre,
    reference::Reference,
    smoothing::{Ewma, LAMBDA},
    stability::Stabilities,
    surprise::{self, PIECE},
    table::{Place, number},
    tracks::{NO_SCORE, Track},
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

/// Judges one round of each cycle; `now`: which one. `assessments`: room for the rows, emptied; a list of millions that
/// was used before is not asked of the system again.
pub(super) fn assess<'a>(
    analysis: &'a Analysis,
    now: &[Option<u32>],
    mut assessments: Vec<Assessment>,
) -> PolarsResult<Assessed<'a>> {
    assessments.clear();
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
    let of_alone = judged.iter().filter(|one| one.is_alone).flat_map(|one| &one.tracks);
    let spreads = of_alone.map(|track| (track.series, track.spread)).collect();
    let stabilities = judged.iter().flat_map(|one| one.stabilities.of_series()).collect();
    let (people, unmeasured) = rayon::join(
        || people::people(analysis, now),
        || {
            for one in judged {
                rows(analysis, &one, &mut assessments);
            }
            unmeasured::find(analysis, now)
        },
    );
    let (groups, schools) = units::units(analysis, &assessments, &people, &earlier)?;
    let Reference { curves, fifths, .. } = reference;
    Ok(Assessed { analysis, assessments, groups, schools, unmeasured, curves, fifths, stabilities, spreads })
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
    let level = || {
        let family: Vec<&Track> = parts.iter().filter_map(|at| tracks.get(*at)).collect();
        list.level.map(|level| Track::of_list(level, list.pupils.len(), &family, until))
    };
    let (level, mut stabilities) = rayon::join(level, || Stabilities::estimate(analysis, &tracks));
    let mut means = Vec::new();
    if let Some((track, of_rows)) = level {
        if let Some(slot) = reference.curves.get_mut(track.series as usize) {
            slot.1 = number(of_rows.len());
        }
        stabilities.estimate_also(analysis, &track);
        tracks.push(track);
        means = of_rows;
    }
    let before: Vec<_> = tracks
        .par_iter_mut()
        .enumerate()
        .map(|(at, track)| {
            let changes = surprise::fill(analysis, list, track, &stabilities);
            if at < list.series.len() {
                let (units, hands) = list.units(analysis, at, until);
                recentre::fill(analysis, track, &units, until);
                track.hands = track.of_round(&hands, until, Hands::Same);
            }
            track.last = track.of_round(&track.surprise, until, f32::NAN);
            track.surprise = Vec::new();
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

/// Adds the rows of the round looked at, pupil by pupil.
fn rows(analysis: &Analysis, judged: &Judged<'_>, found: &mut Vec<Assessment>) {
    let days: Vec<Vec<f64>> = judged
        .tracks
        .iter()
        .map(|track| analysis.layout.rounds(track.series).iter().map(|round| round.median_day).collect())
        .collect();
    // Who has a row on which track: so many rows come, and each is made where it stays.
    let pupils: Vec<usize> = (0..judged.list.pupils.len()).collect();
    let places: Vec<(u32, u32)> = pupils
        .par_iter()
        .flat_map_iter(|at| {
            let tracks = judged.tracks.iter().zip(0..);
            tracks
                .filter(|(track, _)| track.at_round(*at, judged.until).is_some())
                .map(|(_, column)| (number(*at), column))
        })
        .collect();
    let solvers = || -> Vec<Solver<'_>> {
        days.iter().map(|days| Solver::new(&judged.stabilities.all, days)).collect()
    };
    found.par_extend(places.par_iter().with_min_len(PIECE * 4).map_init(solvers, |solvers, (at, column)| {
        row(analysis, judged, *at as usize, *column as usize, solvers)
    }));
}

/// How much the trend of a pupil rises with the surprise of this round, where one scale by one informant is all there is.
fn own_gain(judged: &Judged<'_>, track: &Track, range: Range<usize>) -> Option<f32> {
    let own =
        track.own.get(range).filter(|own| judged.is_alone && own.last().is_some_and(|o| !o.is_nan()))?;
    let rounds = i32::try_from(own.iter().filter(|own| !own.is_nan()).count()).ok()?;
    Some(small(Ewma::gain(LAMBDA, rounds)))
}

/// The row of one pupil of the list on one track.
fn row(
    analysis: &Analysis,
    judged: &Judged<'_>,
    at: usize,
    column: usize,
    solvers: &mut [Solver<'_>],
) -> Assessment {
    let rank = judged.list.pupils.get(at).copied().unwrap_or(u32::MAX);
    let (school, pupil) = analysis.pupil(rank);
    let empty = Track::default();
    let track = judged.tracks.get(column).unwrap_or(&empty);
    let range = track.range(at);
    let rounds = track.round.get(range.clone()).unwrap_or_default();
    let z = track.z.get(range.clone()).unwrap_or_default();
    let last = range.end.wrapping_sub(1);
    let (present, past) = z.split_last().map_or((f32::NAN, &[][..]), |(present, past)| (*present, past));
    let norm = track.norm.get(last).copied().flatten();
    let step =
        solvers.get_mut(column).map(|solver| solver.step(judged.stabilities.of(track.series, norm), rounds));
    let weights = step.as_ref().and_then(|step| step.weights.as_ref());
    let surprise = track.last.get(at).copied().filter(|s| !s.is_nan());
    let is_level = is_level(analysis, track);
    let of = if is_level { Some(&judged.trends.whole) } else { judged.trends.scales.get(column) };
    let is_judged = surprise.is_some() || is_level;
    let trend = of.and_then(|of| of.get(at)).copied().filter(|_| is_judged).unwrap_or(Found::NONE);
    let (value, place, hands) = judged.whence(analysis, at, column);
    let before = rounds.len().checked_sub(2).and_then(|b| rounds.get(b));
    Assessment {
        series: track.series,
        round: judged.until,
        school,
        group: place.and_then(|place| place.group).into(),
        year: place.and_then(|place| place.year).into(),
        pupil,
        score: value.map_or_else(
            || judged.means.get(last).copied().unwrap_or(f64::NAN),
            |value| analysis.table.values.get(value as usize).map_or(f64::NAN, |value| value.score),
        ),
        z: present,
        previous_z: past.last().filter(|_| before.is_some_and(|b| b + 1 == judged.until)).copied().into(),
        expected: weights.zip(surprise).map(|(weights, surprise)| Expected {
            z: small(weights.expected(past)),
            variance: small(weights.variance),
            surprise,
        }),
        trend: Some(trend.trend).into(),
        trend_in_group: Some(trend.folded).into(),
        of_whole_list: trend.whole,
        level_probability: weights.map(|weights| small(weights.level(z))).into(),
        level_per_z: weights.map(|weights| small(weights.level_per_z())).into(),
        own: track.own.get(last).copied().into(),
        own_gain: own_gain(judged, track, range).into(),
        slope: step
            .as_ref()
            .and_then(|step| step.slope.as_ref())
            .filter(|_| surprise.is_some())
            .map(|weights| small(dot(weights, z)))
            .into(),
        hands,
        rounds_used: number(rounds.len()),
        norm: norm.into(),
    }
}

impl Judged<'_> {
    /// The value in the table behind a pupil's score, where it was filled in and by whom, against the round before. The
    /// level of a list has no value: it was filled in where its last scale was, and changed hands where any of its scales
    /// did.
    fn whence(&self, analysis: &Analysis, at: usize, column: usize) -> (Option<u32>, Option<Place>, Hands) {
        let of = |track: &Track| {
            let score = track.present.get(at).copied().filter(|score| *score != NO_SCORE)?;
            Some((score, track.hands.get(at).copied().unwrap_or_default()))
        };
        let mut scales = self.tracks.iter().take(self.list.series.len());
        if column < self.list.series.len() {
            let score = scales.nth(column).and_then(of);
            return score.map_or((None, None, Hands::Same), |((value, at), hands)| {
                (Some(value), analysis.place(at), hands)
            });
        }
        let (last, hands) = scales
            .filter_map(of)
            .fold((None, Hands::Same), |(_, all), ((_, at), hands)| (Some(at), hands.max(all)));
        (None, last.and_then(|at| analysis.place(at)), hands)
    }
}
