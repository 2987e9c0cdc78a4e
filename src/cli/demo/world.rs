//! The fictitious board as files: pupils drawn by chance into the groups of `plan`, six rounds of lists,
//! and what was put in (`truth`). The same seed and day give the same files. Nothing here touches a database.

use std::collections::HashSet;
use std::fmt::Write as _;

use chrono::NaiveDate;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::calendar::{self, ROUNDS};
use super::choices;
use super::class::Class;
use super::names::{self, Name};
use super::plan::{SCHOOLS, SchoolPlan};
use super::scores::ClassClimate;
use super::truth::Truth;

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
    /// What pupils said of each other in the last two rounds; empty in a school without a sociogram.
    pub ratings: String,
}

/// The whole board.
#[derive(Debug, Clone)]
pub struct World {
    /// A set of files per school, in the order of the plan.
    pub schools: Vec<SchoolFiles>,
    /// What was put in.
    pub truth: Truth,
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
        ratings: String::new(),
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
        let seldom = choices::write(&mut files.ratings, &class, &pupils, (rounds, today));
        truth.seldom_chosen.extend(seldom.map(|number| (plan.brin, number)));
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

/// Adds a line; writing to a text cannot fail.
pub(super) fn line(into: &mut String, text: std::fmt::Arguments<'_>) {
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
