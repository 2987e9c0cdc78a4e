//! The rows of a round, made of what was judged as they are asked for: some pupils at a time, since there may be millions.
//! What is judged: `assess`.

use std::ops::Range;

use rayon::prelude::*;

use super::{
    analysis::Analysis,
    assess::Judged,
    assessed::{Assessed, Assessment, Expected},
    expectation::{Solver, dot},
    reference::Reference,
    table::number,
    tracks::{Track, known},
    trend::{Found, small},
};

/// Pupils whose rows are made at a time.
const PIECE: u32 = 256;

/// A pupil with rows on a list, of which some were given in this group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Measured {
    /// The school's number.
    pub school: u32,
    /// The group's number.
    pub group: Option<u32>,
    /// The pupil's number.
    pub pupil: i64,
    /// The first series with such a row.
    pub series: u32,
    /// Which round of the series' cycle, from 0.
    pub round: u32,
    /// Which of the lists that were judged, and the pupil's place in it.
    on: (u32, u32),
}

/// Makes rows; one for each thread, for it keeps what it solved.
pub struct Maker<'a> {
    analysis: &'a Analysis,
    reference: &'a Reference,
    judged: &'a [Judged<'a>],
    /// The z of the pupil and track at hand.
    z: Vec<f32>,
    /// By list and track.
    solvers: Vec<Vec<Solver<'a>>>,
}

impl Assessed<'_> {
    /// Asks something of all rows, those of some pupils at a time: by list, pupil and series, so that those of one pupil on
    /// one list follow each other, and all of a pupil are there at once. The answers come in the order of the pupils.
    pub fn pieces<T: Send>(&self, of_rows: impl Fn(&[Assessment]) -> T + Sync) -> Vec<T> {
        let pupils = number(self.analysis.table.pupils());
        let firsts: Vec<u32> = (0..pupils).step_by(PIECE as usize).collect();
        let new = || (self.maker(), Vec::new());
        let each = firsts.into_par_iter().map_init(new, |(maker, rows), first| {
            rows.clear();
            maker.add_pupils(first..first.saturating_add(PIECE), rows);
            of_rows(rows)
        });
        each.collect()
    }

    /// Rows, those of one pupil on one list together; give all of a pupil, as `pieces` does.
    pub fn by_list<'r>(&self, rows: &'r [Assessment]) -> impl Iterator<Item = &'r [Assessment]> {
        rows.chunk_by(|a, b| self.on_list(a) == self.on_list(b))
    }

    /// All rows, for tests.
    #[cfg(test)]
    pub fn assessments(&self) -> Vec<Assessment> {
        self.pieces(<[Assessment]>::to_vec).concat()
    }

    /// What makes rows.
    #[must_use]
    pub fn maker(&self) -> Maker<'_> {
        let each = self.judged.iter();
        let solvers = each.map(|one| one.tracks.iter().map(|_| one.solver()).collect()).collect();
        Maker {
            analysis: self.analysis,
            reference: &self.reference,
            judged: &self.judged,
            z: Vec::new(),
            solvers,
        }
    }

    /// Whether nobody was measured.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.measured().next().is_none()
    }

    /// How many pupils its lists have, each of them counted by itself.
    #[must_use]
    pub fn pupils(&self) -> usize {
        self.judged.iter().map(|one| one.list.pupils.len()).sum()
    }

    /// The pupils with rows on scales, by list: once for each group that these were given in.
    pub fn measured(&self) -> impl Iterator<Item = Measured> + '_ {
        (0..).zip(&self.judged).flat_map(move |(list, one)| {
            (0..).zip(&one.list.pupils).flat_map(move |(at, rank)| {
                let (school, pupil) = self.analysis.pupil(*rank);
                let mut found: Vec<Measured> = Vec::new();
                for track in one.tracks.iter().take(one.list.series.len()) {
                    let Some(row) = one.row(self.analysis, track, at as usize) else { continue };
                    let group = self.analysis.place(row.place).and_then(|place| place.group);
                    if !found.iter().any(|known| known.group == group) {
                        let (series, round) = (track.series, one.until);
                        found.push(Measured { school, group, pupil, series, round, on: (list, at) });
                    }
                }
                found
            })
        })
    }
}

impl Maker<'_> {
    /// The rows of a pupil on the scales of a list that were given in its group, by series.
    pub fn of(&mut self, one: &Measured) -> Vec<Assessment> {
        let (list, at) = (one.on.0 as usize, one.on.1 as usize);
        let scales = self.judged.get(list).map_or(0, |judged| judged.list.series.len());
        let mut rows = Vec::with_capacity(scales);
        self.add(list, at, scales, &mut rows);
        rows.retain(|row| row.group == one.group);
        rows
    }

    /// Adds the rows of these pupils, by rank.
    fn add_pupils(&mut self, ranks: Range<u32>, rows: &mut Vec<Assessment>) {
        for (list, judged) in self.judged.iter().enumerate() {
            let place = |rank| judged.list.pupils.partition_point(|pupil| *pupil < rank);
            for at in place(ranks.start)..place(ranks.end) {
                self.add(list, at, judged.tracks.len(), rows);
            }
        }
    }

    /// Adds the rows of a pupil of a list on so many of its tracks.
    fn add(&mut self, list: usize, at: usize, tracks: usize, rows: &mut Vec<Assessment>) {
        let Some((judged, solvers)) = self.judged.get(list).zip(self.solvers.get_mut(list)) else { return };
        let pupil = judged.list.pupils.get(at).copied().unwrap_or(u32::MAX);
        let each = judged.tracks.iter().zip(solvers).enumerate().take(tracks);
        rows.extend(each.filter_map(|(column, (track, solver))| {
            let last = track.at_round(at, judged.until)?;
            self.z.clear();
            track.add_z(self.analysis, self.reference, (at, pupil), &mut self.z);
            Some(row(self.analysis, judged, (at, pupil, column), (track, last, &self.z), solver))
        }));
    }
}

/// The row of one pupil of a list (its place, its rank, and the place of the track) on one track, where its last score
/// stands at `last`; `z`: of all its scores up to it.
fn row(
    analysis: &Analysis,
    judged: &Judged<'_>,
    (at, rank, column): (usize, u32, usize),
    (track, last, z): (&Track, usize, &[f32]),
    solver: &mut Solver<'_>,
) -> Assessment {
    let (school, pupil) = analysis.pupil(rank);
    let rounds = track.rounds_of(at);
    let (present, past) = z.split_last().map_or((f32::NAN, &[][..]), |(present, past)| (*present, past));
    let step = judged.step(track, (at, last), solver);
    let weights = step.weights.as_ref();
    let surprise = track.surprise_now(at);
    let slope = step.slope.as_ref().filter(|_| surprise.is_some());
    let is_level = column >= judged.list.series.len();
    let of = if is_level { Some(&judged.trends.whole) } else { judged.trends.scales.get(column) };
    let is_judged = surprise.is_some() || is_level;
    let trend = of.and_then(|of| of.get(at)).copied().filter(|_| is_judged).unwrap_or(Found::NONE);
    let given = judged.given(analysis, at, column);
    let before = rounds.len().checked_sub(2).and_then(|b| rounds.get(b));
    Assessment {
        series: track.series,
        round: judged.until,
        school,
        group: given.place.and_then(|place| place.group),
        year: given.place.and_then(|place| place.year),
        pupil,
        score: given.score,
        z: present,
        previous_z: past
            .last()
            .filter(|_| before.is_some_and(|b| b + 1 == judged.until))
            .copied()
            .and_then(known),
        expected: weights.zip(surprise).map(|(weights, surprise)| Expected {
            z: small(weights.expected(past)),
            variance: small(weights.variance),
            surprise,
        }),
        trend: known(trend.trend),
        trend_in_group: known(trend.folded),
        of_whole_list: trend.whole,
        level_probability: weights.and_then(|weights| known(small(weights.level(z)))),
        level_per_z: weights.and_then(|weights| known(small(weights.level_per_z()))),
        own: track.own_now.get(at).copied().and_then(known),
        own_gain: track.own_gain.get(at).copied().and_then(known),
        slope: slope.and_then(|weights| known(small(dot(weights, z)))),
        hands: given.hands,
        for_group: given.for_group,
        rounds_used: number(rounds.len()),
        norm: track.norm.get(last).copied().flatten(),
    }
}
