//! Who sits where: pupils in schools, in year groups, in classes, round by round. Nothing here depends on scores.
//!
//! A year group has a hundred pupils in four classes, a school three year groups. Each August the pupils of a year group
//! are mixed over new classes, unless the world keeps them together.

use rand::Rng;
use rand::seq::SliceRandom;
use rand_distr::{Distribution, Normal};

use super::worlds::{ROUNDS, World};

/// Pupils of one year group of a school.
const COHORT: usize = 100;
/// Classes of a year group.
const CLASSES: usize = 4;
/// Year groups of a school.
const COHORTS: usize = 3;

/// Where every pupil sits.
#[derive(Debug, Clone, Default)]
pub(super) struct People {
    pub school: Vec<u32>,
    /// The year level in the first round.
    pub first_year: Vec<u32>,
    /// Whether a girl.
    pub girl: Vec<bool>,
    /// The group of each pupil in each round. Groups that were mixed anew have new numbers.
    pub group: Vec<[u32; ROUNDS]>,
    /// How many groups there are in all.
    pub groups: u32,
}

impl People {
    /// Seats so many pupils.
    pub fn seat(world: &World, pupils: usize, rng: &mut impl Rng) -> Self {
        let mut people = Self::default();
        for (cohort, first) in (0_u32..).zip((0..pupils).step_by(COHORT)) {
            let size = COHORT.min(pupils - first);
            let cohorts = u32::try_from(COHORTS).unwrap_or(1);
            people.school.resize(first + size, cohort / cohorts);
            people.first_year.resize(first + size, cohort % cohorts + 1);
            people.girl.extend((0..size).map(|_| rng.next_u32().is_multiple_of(2)));
            people.group.resize(first + size, [0; ROUNDS]);
            let mut seats = Vec::new();
            for round in 0..ROUNDS {
                if round == 0 || (round.is_multiple_of(2) && !world.same_groups) {
                    seats = people.classes(world, size, rng);
                }
                let own = people.group.get_mut(first..).unwrap_or_default();
                for (group, seat) in own.iter_mut().zip(&seats) {
                    if let Some(slot) = group.get_mut(round) {
                        *slot = *seat;
                    }
                }
            }
        }
        people
    }

    /// Four new classes for so many pupils. Their sizes differ, but not where groups themselves are judged.
    fn classes(&mut self, world: &World, size: usize, rng: &mut impl Rng) -> Vec<u32> {
        let spread = Normal::new(25.0, if world.sinks > 0.0 { 0.0 } else { 5.0 }).ok();
        let wanted: Vec<f64> = (0..CLASSES)
            .map(|_| spread.as_ref().map_or(25.0_f64, |spread| spread.sample(rng)).clamp(12.0, 34.0))
            .collect();
        let total: f64 = wanted.iter().sum();
        let mut seats = Vec::with_capacity(size);
        let mut upto = 0.0;
        for (class, wanted) in (self.groups..).zip(&wanted) {
            upto += wanted / total;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a hundred")]
            seats.resize(((upto * size as f64).round() as usize).min(size), class);
        }
        seats.resize(size, self.groups);
        self.groups += u32::try_from(CLASSES).unwrap_or(0);
        seats.shuffle(rng);
        seats
    }

    /// The year level of a pupil at a round.
    pub fn year(&self, pupil: usize, round: usize) -> u32 {
        let passed = u32::try_from(round / 2).unwrap_or(0);
        self.first_year.get(pupil).copied().unwrap_or(0) + passed
    }
}
