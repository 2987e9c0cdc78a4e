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

/// A hundred pupils of whom so many fall in the second round.
fn load(fallen: u32, ruleset: &Ruleset) -> Vec<(u32, Severity, f64)> {
    let given = |who: &Who| {
        let fell = who.round == 1 && who.nth % 10 == 5 && who.nth / 10 < fallen;
        Some(if fell { 3.0 } else { calm(who, 100) })
    };
    let world = World { size: 100, ..World::of(&given) };
    let told = world.news(ruleset, Rule::UnexpectedDecline);
    assert_eq!(pupils(&told).len(), fallen as usize);
    let found = world.news(ruleset, Rule::SignalLoad);
    found.iter().map(|f| (f.round_at, f.severity, f.statistic)).collect()
}

#[test]
fn a_school_with_more_new_signals_than_the_ruleset_aims_at_is_told() {
    assert_eq!(load(7, &standard()), [(1, Severity::C, 7.0)]);
    assert_eq!(load(6, &standard()), []);
    let streng = Ruleset::find("streng").unwrap();
    assert_eq!(load(4, &streng), [(1, Severity::C, 4.0)]);
    assert_eq!(load(3, &streng), []);
}
