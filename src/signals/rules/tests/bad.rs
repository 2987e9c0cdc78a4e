//! Every rule on bad input: it speaks or keeps silent, and never panics. The figures themselves: `analytics`' tests.

use super::world::{Who, World, calm, pupils, reads, standard};
use crate::{
    analytics::Span,
    evidence::informant::Informant::{Parent, Teacher},
    signals::{
        finding::{Finding, Rule},
        fresh,
    },
};

/// What is new, round by round, in a world of so many scales, two informants and four rounds.
fn news(scales: u32, [schools, groups, size]: [u32; 3], z: &dyn Fn(&Who) -> Option<f64>) -> Vec<Finding> {
    let rater = |who: &Who| Some(who.round % 3);
    let informants = vec![Teacher, Parent];
    let shape = World { scales, informants, rounds: 4, domain: "veiligheid", ..World::of(z) };
    let world = World { schools, groups, size, rater: &rater, ..shape };
    fresh::findings(&world.analysis(), &standard(), Span::Replay, fresh::Troubled::default(), |_| {}).unwrap()
}

#[test]
fn who_differs_from_hundreds_with_one_score_and_stays_there_has_not_gone_down() {
    // Given a thousand pupils with one and the same score, but for thirty who are low, and stay where they are
    let given = |who: &Who| {
        let own = 1.0 + f64::from(who.nth % 5) * 0.1;
        Some(if who.nth.is_multiple_of(33) { own } else { -0.5 })
    };
    let world = World { size: 1000, rounds: 4, normed: false, ..World::of(&given) };
    assert_eq!(pupils(&world.of_rule(Rule::UnexpectedDecline)), [0; 0]);
    // But who was as the others and fell among them has.
    let fell = |who: &Who| if who.nth == 500 && who.round == 3 { Some(1.5) } else { given(who) };
    let world = World { z: &fell, ..world };
    assert_eq!(pupils(&world.of_rule(Rule::UnexpectedDecline)), [500]);
}

#[test]
fn where_all_scores_are_equal_nobody_is_told_anything_of() {
    assert_eq!(news(2, [8, 8, 10], &|_| Some(0.0)), []);
}

#[test]
fn one_pupil_who_was_measured_once_or_always_is_told_of_as_any_other() {
    assert_eq!(news(1, [1, 1, 1], &|who| (who.round == 0).then_some(0.0)), []);
    let low = news(1, [1, 1, 1], &|_| Some(2.5));
    assert!(low.iter().any(|f| f.pupil == Some(0)));
    low.iter().for_each(reads);
}

#[test]
fn what_is_not_a_number_panics_in_no_rule() {
    let strange = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
    let odd = |who: &Who| {
        let own = strange.get(who.nth as usize).copied().filter(|_| !who.round.is_multiple_of(2));
        Some(own.unwrap_or_else(|| calm(who, 10)))
    };
    let found = news(2, [8, 8, 10], &odd);
    assert!(found.iter().all(|f| !f.statistic.is_nan()));
}

#[test]
fn the_number_of_threads_changes_no_finding() {
    let given = |who: &Who| Some(calm(who, 25) * f64::from(1 + (who.nth + who.round) % 3));
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| news(2, [8, 8, 25], &given))
    };
    let (one, four) = (with(1), with(4));
    assert!(one == four && !one.is_empty());
}
