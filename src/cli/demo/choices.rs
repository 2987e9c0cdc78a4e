//! The sociogram of the demo: in two groups pupils say of each other how gladly they work together, in the last two
//! rounds, and one pupil is seldom chosen both times. Drawn by chance of its own: the lists stay what they were without it.

use chrono::{Days, NaiveDate};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::calendar::ROUNDS;
use super::class::Class;
use super::course::normal;
use super::pupil::Pupil;
use super::truth::SELDOM_CHOSEN;
use super::world::line;

/// The groups of this year that have one.
const GROUPS: [(&str, &str); 2] = [SELDOM_CHOSEN, ("99ZA", "7A")];

/// Of the differences between ratings: how far pupils differ in how gladly they are chosen, and pairs in how they get on;
/// the rest is the moment's.
const LIKED: f64 = 0.15;
const PAIR: f64 = 0.8;

/// How much less gladly the pupil is chosen who is seldom.
const LESS: f64 = 1.6;

/// From where, either side, a rating is not in the middle.
const APART: f64 = 0.55;

/// Pupils in a hundred who are not there when it is filled in.
const ABSENT: f64 = 0.06;

/// What the columns of the file are.
const HEADER: &str = "groep;afnamedatum;beoordelaar;beoordeelde;oordeel\n";

/// Adds what the pupils of a class say of each other, if it has a sociogram; gives the number of the pupil who is seldom
/// chosen, where one is.
pub(super) fn write(
    into: &mut String,
    class: &Class,
    pupils: &[Pupil],
    (rounds, today): (&[NaiveDate], NaiveDate),
) -> Option<String> {
    if !GROUPS.contains(&(class.plan.brin, class.group)) {
        return None;
    }
    if into.is_empty() {
        into.push_str(HEADER);
    }
    let mut rng = StdRng::seed_from_u64(u64::from(class.plan.first_number) + class.index as u64);
    // Somebody who was there both times.
    let is_seldom = (class.plan.brin, class.group) == SELDOM_CHOSEN;
    let seldom = pupils.iter().position(|pupil| pupil.from + 2 <= ROUNDS).filter(|_| is_seldom);
    let mut liked: Vec<f64> = pupils.iter().map(|_| LIKED * normal(&mut rng)).collect();
    if let Some(slot) = seldom.and_then(|at| liked.get_mut(at)) {
        *slot = -LESS;
    }
    // What two pupils are to each other is the same from both sides.
    let pairs: Vec<Vec<f64>> =
        (0..pupils.len()).map(|at| (0..at).map(|_| PAIR * normal(&mut rng)).collect()).collect();
    let pair = |a: usize, b: usize| {
        let found = pairs.get(a.max(b)).and_then(|row| row.get(a.min(b)));
        found.copied().unwrap_or_default()
    };
    for (round, monday) in rounds.iter().enumerate().skip(ROUNDS - 2) {
        let day = *monday + Days::new(1);
        let Some((group, _)) = class.name_on(day, today) else { continue };
        let there = |pupil: &Pupil| round >= pupil.from;
        for (rater, judge) in pupils.iter().enumerate().filter(|(_, pupil)| there(pupil)) {
            if rng.random_bool(ABSENT) {
                continue;
            }
            for (rated, judged) in pupils.iter().enumerate().filter(|(_, pupil)| there(pupil)) {
                let gladly =
                    liked.get(rated).copied().unwrap_or_default() + pair(rater, rated) + normal(&mut rng);
                if rater != rated {
                    let (rater, rated) = (&judge.number, &judged.number);
                    line(into, format_args!("{group};{day};{rater};{rated};{}", points(gladly)));
                }
            }
        }
    }
    seldom.and_then(|at| pupils.get(at)).map(|pupil| pupil.number.clone())
}

/// On a scale of three.
const fn points(gladly: f64) -> u8 {
    if gladly > APART {
        3
    } else if gladly < -APART {
        1
    } else {
        2
    }
}
