//! A group of this year and the class it was before, through the rounds of lists. Its pupils: `pupil`.

use chrono::{Days, NaiveDate};
use rand::RngExt;
use rand::rngs::StdRng;

use super::calendar::ROUNDS;
use super::plan::SchoolPlan;
use super::pupil::Pupil;
use super::scores::{self, ClassClimate, INSTRUMENT, Informant, PerScale, SCALES};
use super::truth::{self, NEW_RATER};
use super::world::line;
use crate::ground::clock::school_year;

/// Lists in a hundred that are not filled in; twice as many where a pupil reports much trouble.
const MISSING: f64 = 0.06;

/// A group of this year and the class it was before.
pub(super) struct Class {
    pub(super) plan: &'static SchoolPlan,
    pub(super) group: &'static str,
    pub(super) line: &'static [&'static str],
    pub(super) level: usize,
    pub(super) index: usize,
    pub(super) climate: ClassClimate,
}

impl Class {
    /// The group's name in the school year of a day; `None` before the class began at this school.
    pub(super) fn name_on(&self, day: NaiveDate, today: NaiveDate) -> Option<(&'static str, usize)> {
        let years = usize::try_from(school_year(today) - school_year(day)).ok()?;
        let level = self.level.checked_sub(years).filter(|level| *level > 0)?;
        Some((self.line.get(level - 1)?, level))
    }

    pub(super) fn write_round(
        &self,
        into: &mut String,
        pupils: &mut [Pupil],
        round: usize,
        monday: NaiveDate,
        today: NaiveDate,
        rng: &mut StdRng,
    ) {
        let day = monday + Days::new(u64::try_from(self.index % 5).unwrap_or(0));
        let place = self.name_on(day, today);
        for pupil in pupils {
            pupil.course.half_a_year(rng);
            let Some((group, level)) = place.filter(|_| round >= pupil.from) else {
                continue;
            };
            for informant in [Informant::Teacher, Informant::Pupil] {
                let worse = self.figures(pupil, informant, round, rng);
                let trouble = worse.iter().sum::<f64>() / 5.0 > 1.3;
                let missing = rng.random_bool(if trouble { 2.0 * MISSING } else { MISSING });
                let too_young = informant == Informant::Pupil && level < self.plan.pupil_list_from;
                if missing || too_young {
                    continue;
                }
                let rater = match informant {
                    Informant::Teacher => self.rater(group, round),
                    Informant::Pupil => String::new(),
                };
                for ((scale, _, _), points) in SCALES.iter().zip(scores::points(worse)) {
                    line(
                        into,
                        format_args!(
                            "{};{};{day};{INSTRUMENT};{};{scale};{points};{group};{rater}",
                            self.plan.brin,
                            pupil.number,
                            informant.word()
                        ),
                    );
                }
            }
        }
    }

    /// What an informant fills in, in standard deviations: the pupil's course and what was put in.
    pub(super) fn figures(
        &self,
        pupil: &Pupil,
        informant: Informant,
        round: usize,
        rng: &mut StdRng,
    ) -> PerScale {
        let mut worse = pupil.course.reported(informant, &self.climate, rng);
        if let Some(event) = &pupil.worse {
            worse = scores::add(worse, event.shift(round));
        }
        if round + 1 == ROUNDS {
            worse = scores::add(worse, truth::group_shift(self.plan.brin, self.group, informant));
        }
        worse
    }

    pub(super) fn rater(&self, group: &str, round: usize) -> String {
        if round + 1 == ROUNDS && (self.plan.brin, self.group) == NEW_RATER {
            return format!("vervanger@{}", self.plan.mail);
        }
        self.plan.rater(group)
    }
}
