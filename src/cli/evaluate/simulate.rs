//! Scores of simulated pupils: what lasts, drifts, is shared by a class or a filling-in, and is chance; and what happened
//! to whom. The same world, number of pupils and seed give the same scores.
#![expect(clippy::indexing_slicing, reason = "arrays by round, series and pupil of one length")]

use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use rand_distr::{Distribution, StandardNormal};

use super::people::People;
use super::worlds::{
    BETWEEN_INFORMANTS, DECAY, ERROR, EVENTS, Event, Points, ROUNDS, SINKING, STATE, WORLDS, World,
};
use crate::analytics::normal::share_below;

/// A figure for each series and pupil.
type PerSeries = Vec<Vec<f64>>;

/// A world that was lived.
#[derive(Debug, Clone)]
pub(super) struct Simulated {
    pub world: World,
    pub people: People,
    /// By round, series (informant by informant) and pupil; NaN where there is no form.
    pub scores: Vec<PerSeries>,
    /// The round from which on it went worse with a pupil.
    pub onset: Vec<Option<usize>>,
    /// By round and group: whether it has sunk.
    pub sunk: Vec<Vec<bool>>,
    /// By round and group: whether it sank in this round.
    pub sank: Vec<Vec<bool>>,
}

impl Simulated {
    /// Lives a world.
    pub fn live(world: &World, pupils: usize, seed: u64) -> Self {
        let at = WORLDS.iter().position(|one| one.name == world.name).unwrap_or(0) as u64;
        let mut rng = StdRng::seed_from_u64(seed * 1000 + at);
        let people = People::seat(world, pupils, &mut rng);
        let mut scores = behind(world, &people, &mut rng);
        let (sunk, sank) = sink(world, &people, &mut rng);
        for (round, of_round) in scores.iter_mut().enumerate() {
            for x in of_round.iter_mut() {
                for (x, group) in x.iter_mut().zip(&people.group) {
                    *x += if sunk[round][group[round] as usize] { world.sinks } else { 0.0 };
                }
            }
        }
        let onset = events(world, pupils, &mut scores, &mut rng);
        let points = Scale::of(world.points);
        for x in scores.iter_mut().flatten().flatten() {
            *x = points.score(*x / world.sd());
        }
        lose(world, pupils, &mut scores, &mut rng);
        Self { world: *world, people, scores, onset, sunk, sank }
    }

    /// How many pupils.
    pub fn pupils(&self) -> usize {
        self.onset.len()
    }

    /// Whether a pupil has a form in a round.
    pub fn present(&self, pupil: usize, round: usize) -> bool {
        self.scores[round].iter().any(|x| !x[pupil].is_nan())
    }

    /// Whether nothing has happened to a pupil up to and including a round.
    pub fn quiet(&self, pupil: usize, round: usize) -> bool {
        self.onset[pupil].is_none_or(|onset| round < onset)
    }
}

fn draw(rng: &mut impl Rng, n: usize) -> Vec<f64> {
    (0..n).map(|_| StandardNormal.sample(rng)).collect()
}

/// `a`·√share + `b`·√(1 − share).
fn mix(a: &[f64], b: &[f64], share: f64) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| share.sqrt() * a + (1.0 - share).sqrt() * b).collect()
}

/// Standard normals for each series, correlated between the scales of a list by `scales`, between informants by
/// `informants`.
fn factor(world: &World, n: usize, scales: f64, informants: f64, rng: &mut StdRng) -> PerSeries {
    let seen = |rng: &mut StdRng| -> PerSeries {
        let common = draw(rng, if world.informants > 1 { n } else { 0 });
        (0..world.informants)
            .map(|_| {
                let own = draw(rng, n);
                if common.is_empty() { own } else { mix(&common, &own, informants) }
            })
            .collect()
    };
    let whole = seen(rng);
    if world.scales == 1 {
        return whole;
    }
    let parts: Vec<PerSeries> = (0..world.scales).map(|_| seen(rng)).collect();
    let each =
        |at: usize| mix(&whole[at / world.scales], &parts[at % world.scales][at / world.scales], scales);
    (0..world.series()).map(each).collect()
}

/// What lies behind the scores before anything happens.
fn behind(world: &World, people: &People, rng: &mut StdRng) -> Vec<PerSeries> {
    let n = people.school.len();
    let correlated = |rng: &mut StdRng| factor(world, n, world.between_scales, BETWEEN_INFORMANTS, rng);
    let lasting = correlated(rng);
    let mut state = correlated(rng);
    // What a class shares, and how strict whoever fills it in there is.
    let classes: PerSeries = {
        let groups = people.groups as usize;
        let own: PerSeries = (0..world.series()).map(|_| draw(rng, groups)).collect();
        let strict = if world.scales > 1 { 0.5 } else { 1.0 };
        let rater = factor(world, groups, strict, 0.0, rng);
        let add = |(class, rater): (&Vec<f64>, &Vec<f64>)| {
            let both = class.iter().zip(rater);
            both.map(|(class, rater)| world.class.sqrt() * class + world.leniency.sqrt() * rater).collect()
        };
        own.iter().zip(&rater).map(add).collect()
    };
    (0..ROUNDS)
        .map(|round| {
            if round > 0 {
                let fresh = correlated(rng);
                for (state, fresh) in state.iter_mut().zip(&fresh) {
                    *state = mix(state, fresh, DECAY * DECAY);
                }
            }
            let chance = factor(world, n, world.shared_chance, 0.0, rng);
            let halo: PerSeries = (0..world.informants).map(|_| draw(rng, n)).collect();
            let x = |at: usize, pupil: usize| {
                world.lasting().sqrt() * lasting[at][pupil]
                    + STATE.sqrt() * state[at][pupil]
                    + classes[at][people.group[pupil][round] as usize]
                    + ERROR.sqrt() * chance[at][pupil]
                    + world.halo.sqrt() * halo[at / world.scales][pupil]
            };
            (0..world.series()).map(|at| (0..n).map(|pupil| x(at, pupil)).collect()).collect()
        })
        .collect()
}

/// Which groups have sunk, and which sank in the round itself. No group sinks in the first round.
fn sink(world: &World, people: &People, rng: &mut StdRng) -> (Vec<Vec<bool>>, Vec<Vec<bool>>) {
    let groups = people.groups as usize;
    let mut sunk = vec![vec![false; groups]; ROUNDS];
    let mut sank = sunk.clone();
    for round in 1..ROUNDS {
        let mut here = vec![false; groups];
        for group in &people.group {
            here[group[round] as usize] = true;
        }
        for group in 0..groups {
            let before = sunk[round - 1][group];
            let new = rng.random_bool(SINKING) && world.sinks > 0.0 && here[group];
            sunk[round][group] = before || new;
            sank[round][group] = new && !before;
        }
    }
    (sunk, sank)
}

/// Lets it go worse with some pupils; gives from which round on.
fn events(world: &World, pupils: usize, scores: &mut [PerSeries], rng: &mut StdRng) -> Vec<Option<usize>> {
    let mut onsets = vec![None; pupils];
    for (pupil, slot) in onsets.iter_mut().enumerate() {
        let drawn: f64 = rng.random();
        let scale = rng.random_range(0..world.scales);
        let size: f64 = rng.random_range(1.0..1.5);
        if drawn >= EVENTS || world.event == Event::None {
            continue;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 4")]
        let onset = 1 + ((drawn / EVENTS * (ROUNDS - 1) as f64) as usize).min(ROUNDS - 2);
        *slot = Some(onset);
        for of_round in scores.iter_mut().skip(onset) {
            for (at, x) in of_round.iter_mut().enumerate() {
                let own = at % world.scales == scale;
                x[pupil] += world.sd()
                    * match world.event {
                        Event::AllScales => 1.2,
                        Event::OneScale if own => 1.5,
                        Event::Varied if own => size,
                        _ => 0.3,
                    };
            }
        }
    }
    onsets
}

/// Takes away the forms of who had no turn, those that are missing and those from before a pupil came.
fn lose(world: &World, pupils: usize, scores: &mut [PerSeries], rng: &mut StdRng) {
    for (round, of_round) in scores.iter_mut().enumerate() {
        for (informant, form) in of_round.chunks_mut(world.scales).enumerate() {
            if !world.fills_in(informant, round) {
                form.iter_mut().flatten().for_each(|x| *x = f64::NAN);
            }
        }
    }
    if world.missing == 0.0 && world.late == 0.0 {
        return;
    }
    for pupil in 0..pupils {
        let first = if rng.random_bool(world.late) { rng.random_range(1..=3) } else { 0 };
        for (round, of_round) in scores.iter_mut().enumerate() {
            for form in of_round.chunks_mut(world.scales) {
                if rng.random_bool(world.missing) || round < first {
                    for x in form {
                        x[pupil] = f64::NAN;
                    }
                }
            }
        }
    }
}

/// The points of a scale.
struct Scale(Points, Vec<f64>);

impl Scale {
    fn of(points: Points) -> Self {
        let mut below = Vec::new();
        if let Points::Count { mean, sd } = points {
            // Negative binomial by its recursion: P(0) = pʳ, P(k + 1) = P(k)·(k + r)/(k + 1)·(1 − p).
            let (variance, mut sum) = (sd * sd, 0.0);
            let (r, p) = (mean * mean / (variance - mean), mean / variance);
            let mut share = p.powf(r);
            for k in 0..=40 {
                sum += share;
                below.push(sum);
                share *= (f64::from(k) + r) / f64::from(k + 1) * (1.0 - p);
            }
        }
        Self(points, below)
    }

    fn score(&self, x: f64) -> f64 {
        match self.0 {
            Points::Smooth => x,
            Points::Eleven => (2.5 + 2.2 * x).round().clamp(0.0, 10.0),
            Points::Count { .. } => {
                let share = share_below(x);
                self.1.partition_point(|below| *below < share).min(40) as f64
            }
        }
    }
}
