//! What is new: once, and again when it gets worse. And `signal-load`, which counts what is new.

use super::world::{Who, World, calm, pupils, standard};
use crate::signals::{finding::Rule, model::Severity, ruleset::Ruleset};

/// The rounds in which the rule tells something new of pupil 3.
fn rounds(z: &[f64], rule: Rule) -> Vec<u32> {
    let given = |who: &Who| Some(if who.nth == 3 { z[who.round as usize] } else { calm(who, 20) });
    let rounds = u32::try_from(z.len()).unwrap();
    let found = World { rounds, ..World::of(&given) }.news(&standard(), rule);
    assert!(found.iter().all(|f| f.pupil == Some(3)));
    found.iter().map(|f| f.round_at).collect()
}

#[test]
fn what_stands_is_told_once() {
    assert_eq!(rounds(&[2.0, 2.0, 2.0, 2.1], Rule::Level), [0]);
    assert_eq!(rounds(&[1.6, 1.6, 1.7, 1.6], Rule::Persistent), [1]);
}

#[test]
fn it_is_told_again_when_its_statistic_rises_by_one() {
    assert_eq!(rounds(&[1.6, 1.6, 2.61], Rule::Persistent), [1, 2]);
    assert_eq!(rounds(&[1.6, 1.6, 2.59], Rule::Persistent), [1]);
}

#[test]
fn it_is_told_again_when_it_is_graver_or_comes_back() {
    // A note, then B.
    assert_eq!(rounds(&[1.6, 2.2], Rule::Level), [0, 1]);
    // Low, fine, low again.
    assert_eq!(rounds(&[1.6, 1.6, 0.5, 1.6, 1.6], Rule::Persistent), [1, 4]);
}

/// The rounds in which a rule tells something new of a group that moved so far in each, with who filled in.
fn rounds_of_group(moves: &[f64], rater: &dyn Fn(&Who) -> Option<u32>, rule: Rule) -> Vec<u32> {
    let given = |who: &Who| {
        let by: f64 = moves.iter().take(who.round as usize + 1).sum();
        Some(calm(who, 25) + if who.group == 0 { by } else { 0.0 })
    };
    let rounds = u32::try_from(moves.len()).unwrap();
    let found = World { rounds, groups: 2, size: 25, rater, ..World::of(&given) }.news(&standard(), rule);
    found.iter().filter(|f| f.group == Some(0)).map(|f| f.round_at).collect()
}

#[test]
fn a_group_that_turns_is_told_again() {
    let same = |_: &Who| Some(7);
    // Worse by much, then better by much.
    assert_eq!(rounds_of_group(&[0.0, 1.0, -1.5], &same, Rule::GroupShift), [1, 2]);
}

#[test]
fn each_new_person_who_fills_in_is_told_of() {
    // A teacher in each round, and each sees the group as worse than the one before.
    let each = |who: &Who| Some(if who.group == 0 { who.round } else { 9 });
    assert_eq!(rounds_of_group(&[0.0, 1.0, 1.0], &each, Rule::RaterEffect), [1, 2]);
    assert_eq!(rounds_of_group(&[0.0, 1.0, -1.0], &each, Rule::RaterEffect), [1, 2]);
}

/// A hundred pupils of whom so many fall in the second round.
fn load(fallen: u32, ruleset: &Ruleset) -> Vec<(u32, Severity, f64)> {
    let given = |who: &Who| {
        let fell = who.round == 1 && who.nth % 9 == 5 && who.nth / 9 < fallen;
        Some(if fell { 3.0 } else { calm(who, 100) })
    };
    let world = World { size: 100, ..World::of(&given) };
    let told = world.news(ruleset, Rule::UnexpectedDecline);
    assert_eq!(pupils(&told).len(), fallen as usize);
    let found = world.news(ruleset, Rule::SignalLoad);
    found.iter().map(|f| (f.round_at, f.severity, f.statistic)).collect()
}

#[test]
fn a_school_with_surely_more_new_signals_than_the_ruleset_aims_at_is_told() {
    // Wilson's 95 % of 11 of 100 begins at 6.25, of 10 at 5.52; of 7 at 3.43, of 6 at 2.78.
    let [(1, Severity::C, surely)] = load(11, &standard())[..] else {
        panic!("one note in the second round")
    };
    assert!((surely - 6.25).abs() < 0.01, "{surely}");
    assert_eq!(load(10, &standard()), []);
    let streng = Ruleset::find("streng").unwrap();
    assert_eq!(load(7, &streng).len(), 1);
    assert_eq!(load(6, &streng), []);
}
