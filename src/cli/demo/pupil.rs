//! A fictitious pupil of a class: drawn by chance, and as a line of the roster. What its lists say: `class`.

use chrono::{Datelike, Days, NaiveDate};
use rand::RngExt;
use rand::rngs::StdRng;

use super::calendar::ROUNDS;
use super::class::Class;
use super::names::Name;
use super::scores::{Course, SCALES};
use super::truth::{WORSE_GROUP, Worse};
use super::world::line;
use crate::ground::clock::{school_year, school_year_start};

/// Pupils in a hundred who come to the school in each half year after it began for the others.
const JOIN: f64 = 0.03;

/// Pupils in a hundred who get worse from the last round but one, and from the last.
const WORSE_EARLIER: f64 = 0.015;
const WORSE_NOW: f64 = 0.03;

/// A pupil as the world is drawn.
pub(super) struct Pupil {
    pub(super) number: String,
    pub(super) course: Course,
    /// The first round the pupil takes part in.
    pub(super) from: usize,
    pub(super) worse: Option<Worse>,
}

impl Class {
    pub(super) fn draw_pupil(&self, number: u32, rng: &mut StdRng) -> Pupil {
        let number = format!("{number:06}");
        let mut from = 0;
        if rng.random_bool(JOIN * ROUNDS as f64) {
            from = rng.random_range(0..ROUNDS);
        }
        let course = Course::draw(rng);
        // Lasting trouble shows against earlier rounds: who has too few of them is left out of the truth,
        // and so is the group that gets worse as a whole.
        let eligible = from < 2 && self.level > 2 && (self.plan.brin, self.group) != WORSE_GROUP;
        let chance: f64 = rng.random();
        let since = match chance {
            c if !eligible || c >= WORSE_EARLIER + WORSE_NOW => None,
            c if c < WORSE_EARLIER => Some(ROUNDS - 2),
            _ => Some(ROUNDS - 1),
        };
        let scale = rng.random_bool(0.4).then(|| rng.random_range(0..SCALES.len()));
        let worse = since.map(|since| Worse {
            brin: self.plan.brin,
            number: number.clone(),
            group: self.group,
            since,
            scale,
        });
        Pupil { number, course, from, worse }
    }

    pub(super) fn write_roster(
        &self,
        into: &mut String,
        pupil: &Pupil,
        name: &Name,
        today: NaiveDate,
        rng: &mut StdRng,
    ) {
        let born = self.plan.first_age + i32::try_from(self.level).unwrap_or(1) - 1;
        let turned = school_year_start(school_year(today) - born).with_day(1).unwrap_or(today);
        // Born in the twelve months before the school year in which the pupils of this age began.
        let birth = turned + Days::new(61) - Days::new(rng.random_range(0..365));
        let mentor = self.plan.rater(self.group);
        line(
            into,
            format_args!(
                "{};{};{};{};{birth};{};{};{mentor};{}",
                pupil.number, name.first, name.infix, name.last, self.group, self.level, self.plan.brin
            ),
        );
    }
}
