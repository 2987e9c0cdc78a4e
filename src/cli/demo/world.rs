//! The fictitious board as files: pupils drawn by chance into the groups of `plan`, six rounds of lists,
//! and what was put in (`truth`). The same seed and day give the same files. Nothing here touches a database.

use std::collections::HashSet;
use std::fmt::Write as _;

use chrono::{Datelike, Days, NaiveDate};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::calendar::{self, ROUNDS};
use super::names::{self, Name};
use super::plan::{SCHOOLS, SchoolPlan};
use super::scores::{self, ClassClimate, Course, INSTRUMENT, Informant, PerScale, SCALES};
use super::truth::{self, NEW_RATER, Truth, WORSE_GROUP, Worse};
use crate::ground::clock::{school_year, school_year_start};

/// Pupils in a hundred who come to the school in each half year after it began for the others.
const JOIN: f64 = 0.03;
/// Lists in a hundred that are not filled in; twice as many where a pupil reports much trouble.
const MISSING: f64 = 0.06;
/// Pupils in a hundred who get worse from the last round but one, and from the last.
const WORSE_EARLIER: f64 = 0.015;
const WORSE_NOW: f64 = 0.03;

/// The files of one school.
#[derive(Debug, Clone)]
pub struct SchoolFiles {
    /// The school.
    pub plan: &'static SchoolPlan,
    /// This year's roster.
    pub roster: String,
    /// The first five rounds.
    pub earlier: String,
    /// The last round.
    pub latest: String,
}

/// The whole board.
#[derive(Debug, Clone)]
pub struct World {
    /// A set of files per school, in the order of the plan.
    pub schools: Vec<SchoolFiles>,
    /// What was put in.
    pub truth: Truth,
}

/// A pupil as the world is drawn.
struct Pupil {
    number: String,
    course: Course,
    /// The first round the pupil takes part in.
    from: usize,
    worse: Option<Worse>,
}

/// Draws the board as it stands today.
pub fn draw(seed: u64, today: NaiveDate) -> World {
    let mut rng = StdRng::seed_from_u64(seed);
    let rounds = calendar::rounds(today);
    let mut truth = Truth::default();
    let schools =
        SCHOOLS.iter().map(|plan| draw_school(plan, &rounds, today, &mut truth, &mut rng)).collect();
    World { schools, truth }
}

fn draw_school(
    plan: &'static SchoolPlan,
    rounds: &[NaiveDate],
    today: NaiveDate,
    truth: &mut Truth,
    rng: &mut StdRng,
) -> SchoolFiles {
    let mut files = SchoolFiles {
        plan,
        roster:
            "leerlingnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;groep;leerjaar;mentor;school\n"
                .to_owned(),
        earlier: score_header(),
        latest: score_header(),
    };
    let mut known = HashSet::new();
    let mut number = plan.first_number;
    for (index, (group, _)) in plan.mentors.iter().enumerate() {
        let Some((line, level)) = plan.place(group) else {
            continue;
        };
        let class = Class { plan, group, line, level, index, climate: ClassClimate::draw(rng) };
        let mut pupils = Vec::new();
        for _ in 0..rng.random_range(plan.group_size - 2..=plan.group_size + 3) {
            let pupil = class.draw_pupil(number, rng);
            number += 1;
            let name = new_name(&mut known, rng);
            class.write_roster(&mut files.roster, &pupil, &name, today, rng);
            truth.pupils.extend(pupil.worse.clone());
            pupils.push(pupil);
        }
        for (round, monday) in rounds.iter().enumerate() {
            let into = if round + 1 < ROUNDS { &mut files.earlier } else { &mut files.latest };
            class.write_round(into, &mut pupils, round, *monday, today, rng);
        }
    }
    files
}

fn score_header() -> String {
    "school;leerlingnummer;afnamedatum;instrument;informant;schaal;score;groep;invuller\n".to_owned()
}

/// A name that nobody in the school has: staff find a pupil by full name.
fn new_name(known: &mut HashSet<Name>, rng: &mut StdRng) -> Name {
    loop {
        let name = names::draw(rng);
        if known.insert(name.clone()) {
            return name;
        }
    }
}

/// A group of this year and the class it was before.
struct Class {
    plan: &'static SchoolPlan,
    group: &'static str,
    line: &'static [&'static str],
    level: usize,
    index: usize,
    climate: ClassClimate,
}

impl Class {
    fn draw_pupil(&self, number: u32, rng: &mut StdRng) -> Pupil {
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

    fn write_roster(
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

    /// The group's name in the school year of a day; `None` before the class began at this school.
    fn name_on(&self, day: NaiveDate, today: NaiveDate) -> Option<(&'static str, usize)> {
        let years = usize::try_from(school_year(today) - school_year(day)).ok()?;
        let level = self.level.checked_sub(years).filter(|level| *level > 0)?;
        Some((self.line.get(level - 1)?, level))
    }

    fn write_round(
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
    fn figures(&self, pupil: &Pupil, informant: Informant, round: usize, rng: &mut StdRng) -> PerScale {
        let mut worse = pupil.course.reported(informant, &self.climate, rng);
        if let Some(event) = &pupil.worse {
            worse = scores::add(worse, event.shift(round));
        }
        if round + 1 == ROUNDS {
            worse = scores::add(worse, truth::group_shift(self.plan.brin, self.group, informant));
        }
        worse
    }

    fn rater(&self, group: &str, round: usize) -> String {
        if round + 1 == ROUNDS && (self.plan.brin, self.group) == NEW_RATER {
            return format!("vervanger@{}", self.plan.mail);
        }
        self.plan.rater(group)
    }
}

/// Adds a line; writing to a text cannot fail.
fn line(into: &mut String, text: std::fmt::Arguments<'_>) {
    writeln!(into, "{text}").ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    #[test]
    fn the_same_seed_and_day_give_the_same_files() {
        let (one, two) = (draw(1, today()), draw(1, today()));
        assert_eq!(one.schools[0].roster, two.schools[0].roster);
        assert_eq!(one.schools[1].latest, two.schools[1].latest);
        assert_ne!(one.schools[0].roster, draw(2, today()).schools[0].roster);
    }

    #[test]
    fn the_board_has_the_size_that_was_asked_for() {
        let world = draw(1, today());
        let pupils: usize = world.schools.iter().map(|s| s.roster.lines().count() - 1).sum();
        assert!((560..=650).contains(&pupils), "{pupils}");
        let groups: usize = SCHOOLS.iter().map(|plan| plan.mentors.len()).sum();
        assert_eq!(groups, 26);
        assert!((10..=45).contains(&world.truth.pupils.len()), "{}", world.truth.pupils.len());
    }

    #[test]
    fn every_row_has_as_many_cells_as_its_header() {
        for school in draw(1, today()).schools {
            for file in [&school.roster, &school.earlier, &school.latest] {
                let cells = file.lines().next().unwrap().split(';').count();
                assert!(file.lines().all(|row| row.split(';').count() == cells));
                assert!(file.lines().count() > 50);
            }
        }
    }

    #[test]
    fn the_group_that_gets_worse_does_and_the_pupils_of_the_new_teacher_do_not() {
        let world = draw(1, today());
        let mean = |file: &str, group: &str, informant: &str| {
            let scores: Vec<f64> = file
                .lines()
                .map(|row| row.split(';').collect::<Vec<_>>())
                .filter(|cells| cells[7] == group && cells[4] == informant && cells[5] == "betrokkenheid")
                .map(|cells| cells[6].parse().unwrap())
                .collect();
            assert!(scores.len() > 10, "{group} {informant}: {}", scores.len());
            scores.iter().sum::<f64>() / scores.len() as f64
        };
        let (wilgen, lageland) = (&world.schools[0], &world.schools[1]);
        let before = mean(&wilgen.earlier, "5B", "leerling");
        assert!(mean(&wilgen.latest, "6B", "leerling") < before - 2.5);
        let strict = mean(&lageland.latest, "h3a", "leerkracht");
        assert!(strict < mean(&lageland.earlier, "h2a", "leerkracht") - 2.0);
    }
}
