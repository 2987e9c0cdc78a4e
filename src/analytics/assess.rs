//! One round of all cycles: every pupil's expectation, surprise, trend and level, list by list.

use std::{
    rc::Rc,
    sync::{Arc, OnceLock},
};

use super::{
    analysis::{Analysis, List},
    assessed::{Assessed, Hands},
    before,
    expectation::{Solver, Step},
    forms::PupilRow,
    informants, people, recentre,
    reference::Reference,
    stability::Stabilities,
    surprise,
    table::{Place, number},
    tracks::{Rounds, Track},
    trend::{self, Trends},
    units::{self, Earlier},
    unmeasured, whole_list,
};
use polars::prelude::PolarsResult;
use rayon::prelude::*;

/// A score as it was given.
pub(super) struct Given {
    /// The score; for the level of a list the mean z of its scales.
    pub score: f64,
    /// On a scale, which of the table's values that is.
    pub value: Option<u32>,
    pub place: Option<Place>,
    /// Whether who filled it in did so for the group.
    pub for_group: bool,
    pub hands: Hands,
}

impl Given {
    const NOTHING: Self =
        Self { score: f64::NAN, value: None, place: None, for_group: false, hands: Hands::Same };
}

/// A list with its figures up to the round looked at.
#[derive(Debug)]
pub(super) struct Judged<'a> {
    pub list: &'a List,
    /// Its scales in the order of `List::series`, then its own level where it has no total.
    pub tracks: Vec<Track>,
    /// Which of them are judged as a family.
    pub parts: Vec<usize>,
    pub trends: Trends,
    pub until: u32,
    /// By pupil of the list: the mean z over the scales in the round looked at, where the list has no total.
    means: Vec<f64>,
    stabilities: Stabilities,
    /// The median day of each of its rounds.
    days: Vec<f64>,
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
    let of_alone = judged.iter().filter(|one| one.is_alone).flat_map(|one| &one.tracks);
    let spreads = of_alone.map(|track| (track.series, track.spread)).collect();
    let stabilities = judged.iter().flat_map(|one| one.stabilities.of_series()).collect();
    judged.iter_mut().for_each(Judged::let_go);
    let (people, unmeasured) =
        rayon::join(|| people::people(analysis, now), || unmeasured::find(analysis, now));
    let (groups, schools) = units::units(analysis, (&judged, &reference), &people, &earlier)?;
    Ok(Assessed { analysis, judged, groups, schools, unmeasured, reference, stabilities, spreads })
}

fn judge<'a>(
    analysis: &Analysis,
    list: &'a List,
    reference: &mut Reference,
    until: u32,
    earlier: &mut Earlier,
) -> Judged<'a> {
    let scales = 0..list.series.len();
    let forms = Arc::new(Rounds::of_forms(analysis, list, until));
    let mut tracks: Vec<Track> = scales
        .clone()
        .into_par_iter()
        .map(|at| Track::of_scale(analysis, (list, &forms), at, reference, until))
        .collect();
    let parts: Vec<usize> =
        scales.filter(|at| tracks.get(*at).is_some_and(|t| is_part(analysis, t))).collect();
    let level = || {
        let family: Vec<&Track> = parts.iter().filter_map(|at| tracks.get(*at)).collect();
        list.level.map(|level| whole_list::of(analysis, list, (level, &family), until))
    };
    let (level, mut stabilities) = rayon::join(level, || Stabilities::estimate(analysis, &tracks));
    let mut means = Vec::new();
    if let Some((track, of_rows)) = level {
        if let Some(slot) = reference.curves.get_mut(track.series as usize) {
            slot.1 = number(of_rows.len());
        }
        stabilities.estimate_also(analysis, &track);
        means = track.of_round(&of_rows, until, f64::NAN);
        tracks.push(track);
    }
    // Scales that have a score in each form share who filled in.
    let of_forms = OnceLock::new();
    let before: Vec<_> = tracks
        .par_iter_mut()
        .enumerate()
        .map(|(at, track)| {
            let changes = surprise::fill(analysis, list, track, &stabilities, until);
            track.last = track.of_round(&track.surprise, until, f32::NAN);
            let before = before::sums(analysis, list, track, until);
            if at < list.series.len() {
                let of_scale = || list.units(analysis, at, (until, track.rounds.all.len()));
                let own = OnceLock::new();
                let shared = if Arc::ptr_eq(&track.rounds, &forms) { &of_forms } else { &own };
                let (units, hands) = shared.get_or_init(of_scale);
                track.hands = track.of_round(hands, until, Hands::Same);
                recentre::fill(analysis, track, units, until);
                // From here on they are looked up.
                track.z = Vec::new();
            }
            track.surprise = Vec::new();
            (track.series, changes, before)
        })
        .collect();
    for (series, changes, rounds) in before {
        earlier.years.push((series, changes));
        earlier.rounds.push((series, rounds));
    }
    let trends = trend::trends(&tracks.iter().collect::<Vec<_>>(), &parts, list.pupils.len(), until);
    let informants = tracks.first().map_or(1, |track| analysis.layout.informants(track.series, until));
    let is_alone = parts.len() == 1 && informants == 1;
    let days = tracks.first().map_or_else(Vec::new, |track| analysis.layout.median_days(track.series));
    Judged { list, tracks, parts, trends, until, means, stabilities, days, is_alone }
}

fn is_part(analysis: &Analysis, track: &Track) -> bool {
    analysis.layout.series(track.series).is_some_and(super::Series::is_part)
}

impl Judged<'_> {
    /// A solver for one of its tracks.
    pub fn solver(&self) -> Solver<'_> {
        Solver::new(&self.stabilities.all, &self.days)
    }

    /// What is solved for the rounds of a pupil (its place in the list) on a track, where its last score stands at `last`.
    pub fn step(&self, track: &Track, (at, last): (usize, usize), solver: &mut Solver<'_>) -> Rc<Step> {
        let norm = track.norm.get(last).copied().flatten();
        solver.step(self.stabilities.of(track.series, norm), track.rounds_of(at))
    }

    /// Lets go of what only the trends needed.
    fn let_go(&mut self) {
        let (until, is_alone) = (self.until, self.is_alone);
        self.tracks.par_iter_mut().for_each(|track| track.let_go(until, is_alone));
    }

    /// What was given on a pupil of the list on a track in the round looked at; nothing on the level of a list.
    pub fn row(&self, analysis: &Analysis, track: &Track, at: usize) -> Option<PupilRow> {
        analysis.rows(track.series).at(*self.list.pupils.get(at)?, self.until)
    }

    /// The score of a pupil on a track in the round looked at, where it was filled in and by whom, against the round before.
    /// The level of a list was filled in where its last scale was, and changed hands where any of its scales did.
    pub fn given(&self, analysis: &Analysis, at: usize, column: usize) -> Given {
        let of = |track: &Track| {
            let row = self.row(analysis, track, at)?;
            Some((row, track.hands.get(at).copied().unwrap_or_default()))
        };
        let mut scales = self.tracks.iter().take(self.list.series.len());
        if column < self.list.series.len() {
            let Some((row, hands)) = scales.nth(column).and_then(of) else {
                return Given::NOTHING;
            };
            let score = analysis.table.values.get(row.value as usize).map_or(f64::NAN, |value| value.score);
            let (place, for_group) = (analysis.place(row.place), analysis.is_for_group(row.place));
            return Given { score, value: Some(row.value), place, for_group, hands };
        }
        let (last, hands) = scales
            .filter_map(of)
            .fold((None, Hands::Same), |(_, all), (row, hands)| (Some(row.place), hands.max(all)));
        let score = self.means.get(at).copied().unwrap_or(f64::NAN);
        let for_group = last.is_some_and(|at| analysis.is_for_group(at));
        Given { score, value: None, place: last.and_then(|at| analysis.place(at)), for_group, hands }
    }
}
