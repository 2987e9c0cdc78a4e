//! Several informants: `informants-differ`, `not-measured`, and one finding where two see the same.

use super::world::{Who, World, calm, pupils, standard};
use crate::{
    evidence::informant::Informant::{Parent, Teacher},
    signals::{
        finding::{Finding, Rule},
        fresh::Troubled,
        model::Severity,
    },
};

/// Teacher and parent fill in a list; `own`: what they say of pupil 3.
fn two(scales: u32, rounds: u32, rule: Rule, own: &dyn Fn(&Who) -> Option<f64>) -> Vec<Finding> {
    let given = |who: &Who| if who.nth == 3 { own(who) } else { Some(calm(who, 20)) };
    let world = World { scales, rounds, informants: vec![Teacher, Parent], ..World::of(&given) };
    world.of_rule(rule)
}

#[test]
fn two_who_differ_are_told_beside_a_finding_on_the_pupil() {
    let differ = |teacher: f64, parent: f64| {
        two(1, 1, Rule::InformantsDiffer, &move |who| {
            Some(if who.informant == Teacher { teacher } else { parent })
        })
    };
    // D = (z₁ − z₂)/√(2(1 − .28)) = Δ/1.2; 1.96 lies at a difference of 2.352.
    let found = differ(1.9, 1.9 - 2.36);
    assert_eq!((pupils(&found), found[0].severity, found[0].informant), (vec![3], Severity::C, Teacher));
    assert!(differ(1.9, 1.9 - 2.34).is_empty());
    assert_eq!(differ(1.9 - 2.36, 1.9)[0].informant, Parent);
    // As far apart, and nothing found on the pupil.
    assert!(differ(1.2, 1.2 - 2.5).is_empty());
}

#[test]
fn one_who_fills_in_has_nobody_to_differ_from() {
    let alone = |who: &Who| (who.informant == Teacher).then_some(2.5);
    assert!(two(1, 1, Rule::InformantsDiffer, &alone).is_empty());
    assert_eq!(two(1, 1, Rule::Level, &alone).len(), 1);
}

#[test]
fn what_others_fill_in_on_other_pupils_changes_nothing() {
    let found = |by_a_parent: &'static [(u32, u32)]| {
        let given = move |who: &Who| {
            let is_given = who.informant == Teacher || by_a_parent.contains(&(who.school, who.nth));
            let fell = f64::from(who.nth % 10) * if who.round == 1 { 0.35 } else { 0.0 };
            is_given.then(|| calm(who, 20) + fell)
        };
        let informants = vec![Teacher, Parent];
        let world = World { schools: 2, scales: 3, informants, ..World::of(&given) };
        let holds = world.holds(&standard());
        let of_first = holds.into_iter().filter(|f| f.school == 0 && f.pupil.is_some());
        of_first.map(|f| (f.rule, f.pupil, f.statistic, f.threshold)).collect::<Vec<_>>()
    };
    let nobody = found(&[]);
    assert!(nobody.len() > 3, "{nobody:?}");
    assert_eq!(found(&[(1, 7)]), nobody);
    // On the pupil itself it does: the two share the load.
    assert_ne!(found(&[(0, 9)]), nobody);
}

#[test]
fn two_who_both_see_a_decline_give_one_finding() {
    for (scales, parent) in [(1, 2.6), (1, 2.4), (5, 2.6), (5, 2.4)] {
        let fell = |who: &Who| {
            let fall = if who.informant == Teacher { 2.5 } else { parent };
            Some(if who.round == 1 { fall } else { 0.0 })
        };
        let found = two(scales, 2, Rule::UnexpectedDecline, &fell);
        let saw_most = if parent > 2.5 { Parent } else { Teacher };
        assert_eq!((found.len(), pupils(&found), found[0].informant), (1, vec![3], saw_most));
        assert_eq!(found[0].severity, Severity::B);
    }
}

#[test]
fn two_who_see_exactly_the_same_give_one_finding_too() {
    // Nobody else moves, so that both surprises are one and the same number.
    let given = |who: &Who| Some(if who.nth == 3 && who.round == 1 { 2.5 } else { 0.0 });
    let world = World { informants: vec![Teacher, Parent], ..World::of(&given) };
    assert_eq!(pupils(&world.of_rule(Rule::UnexpectedDecline)), [3]);
}

#[test]
fn who_saw_most_may_be_the_other_one_the_next_round_and_that_is_no_news() {
    // Given a pupil who falls and stays low, of whom the parent sees most at first and the teacher after that
    let stays_low = |who: &Who| match (who.nth, who.round, who.informant) {
        (3, 1, Parent) => Some(2.8),
        (3, 1, _) => Some(2.3),
        (3, 2, Teacher) => Some(3.0),
        (3, 2, _) => Some(2.4),
        _ => Some(calm(who, 20)),
    };
    let world = World { rounds: 3, informants: vec![Teacher, Parent], ..World::of(&stays_low) };
    // When each round is looked at with what was known then, then it holds in both rounds, on who saw most
    let now = world.of_rule(Rule::UnexpectedDecline);
    assert_eq!((pupils(&now), now[0].informant), (vec![3], Teacher));
    // and is told once
    let told = world.news(&standard(), Rule::UnexpectedDecline);
    let told: Vec<_> =
        told.iter().filter(|f| f.pupil == Some(3)).map(|f| (f.round_at, f.informant)).collect();
    assert_eq!(told, [(1, Parent)]);
}

#[test]
fn what_stands_goes_on_in_rounds_where_more_people_share_the_load() {
    // Given a list that a teacher fills in each round and a parent every other one, of a pupil who is low to the teacher
    let told = |rule, low: f64| {
        let given = move |who: &Who| match (who.nth, who.informant) {
            (_, Parent) if who.round.is_multiple_of(2) => None,
            (3, Teacher) => Some(low),
            _ => Some(calm(who, 20)),
        };
        let world = World { rounds: 6, informants: vec![Teacher, Parent], ..World::of(&given) };
        let told = world.news(&standard(), rule);
        assert!(told.iter().all(|f| f.pupil == Some(3) && f.is_told()), "{told:?}");
        told.iter().map(|f| (f.round.clone(), f.severity)).collect::<Vec<_>>()
    };
    // Then it is told once, in the first round where it holds, also where it took less to hold than it does since
    assert_eq!(told(Rule::Level, 1.9), [("2022-2023 najaar".to_owned(), Severity::B)]);
    // and where two people fill in, it takes more in the rounds of one of them too
    assert_eq!(told(Rule::Persistent, 1.8), []);
    assert_eq!(told(Rule::Persistent, 2.3), [("2022-2023 voorjaar".to_owned(), Severity::B)]);
}

#[test]
fn what_went_on_through_such_a_round_is_no_news_to_who_looks_at_the_last_ones_alone() {
    // Low enough for the rounds of the teacher alone (1.885), not for those of two (2.127)
    let given = |who: &Who| match (who.nth, who.informant) {
        (_, Parent) if who.round.is_multiple_of(2) => None,
        (3, Teacher) => Some(2.0),
        _ => Some(calm(who, 20)),
    };
    let world = World { rounds: 5, informants: vec![Teacher, Parent], ..World::of(&given) };
    let told = world.news(&standard(), Rule::Persistent);
    assert_eq!(told.iter().map(|f| f.round.as_str()).collect::<Vec<_>>(), ["2023-2024 najaar"]);
    assert_eq!(world.last_news(&standard(), Rule::Persistent, Troubled::default()), []);
}

#[test]
fn two_who_see_the_whole_list_fall_on_other_scales_most_give_one_finding() {
    let fell = |who: &Who| {
        let most = who.scale == if who.informant == Teacher { 1 } else { 3 };
        Some(if who.round == 0 {
            0.0
        } else if most {
            2.3
        } else {
            2.0
        })
    };
    let found = two(5, 2, Rule::UnexpectedDecline, &fell);
    assert_eq!((found.len(), pupils(&found)), (1, vec![3]), "{found:?}");
    assert!(found[0].whole_list);
}

#[test]
fn a_pupil_is_missed_by_a_list_after_two_rounds_while_another_list_goes_on() {
    let missed = |teacher: [bool; 3], parent: [bool; 3]| {
        two(1, 3, Rule::NotMeasured, &move |who| {
            let there = if who.informant == Teacher { teacher } else { parent };
            there[who.round as usize].then_some(0.0)
        })
    };
    let found = missed([true, false, false], [true, true, true]);
    assert_eq!((pupils(&found), found[0].severity, found[0].informant), (vec![3], Severity::C, Teacher));
    // One round, or not twice running.
    assert!(missed([true, true, false], [true; 3]).is_empty());
    assert!(missed([true, false, true], [true; 3]).is_empty());
    // Gone from every list: left. Never in this one: not its pupil.
    assert!(missed([true, false, false], [true, false, false]).is_empty());
    assert!(missed([false; 3], [true; 3]).is_empty());
}

#[test]
fn who_has_grown_out_of_a_list_is_not_missed_by_it() {
    // Given a list of the teacher's that group 0 gave up after the first round, or that forgot one pupil there
    let missed = |forgotten: &dyn Fn(&Who) -> bool| {
        let there = |who: &Who| (who.informant == Parent || who.round == 0 || !forgotten(who)).then_some(0.0);
        let world = World { rounds: 3, groups: 2, informants: vec![Teacher, Parent], ..World::of(&there) };
        pupils(&world.of_rule(Rule::NotMeasured))
    };
    assert!(missed(&|who| who.group == 0).is_empty());
    assert_eq!(missed(&|who| who.group == 0 && who.nth == 3), [3]);
}
