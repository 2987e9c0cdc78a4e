//! On which series a list is judged as a whole, where some have its total and others do not, or fewer of its scales.

use super::world::{Total, Who, World, calm, pupils, standard};
use crate::signals::{finding::Rule, model::Level, rules::silence::Why};

/// Three scales and the total (`TOTAL`) of twenty pupils of whom the fourth is low on all; `has`: who has what.
fn world(has: impl Fn(&Who) -> bool, mut look: impl FnMut(&World<'_>)) {
    let given = |who: &Who| {
        let z = if who.nth == 3 { 2.6 } else { calm(who, 20) };
        has(who).then_some(z)
    };
    look(&World { scales: 3, rounds: 4, total: Total::First, ..World::of(&given) });
}

const TOTAL: u32 = 0;
const THIRD: [i64; 1] = [3];
const OF_LISTS: [Rule; 2] = [Rule::Level, Rule::Persistent];

#[test]
fn the_total_of_one_pupil_takes_nothing_from_the_others() {
    // Given one total, of another pupil in the last round
    let has = |who: &Who| who.scale != TOTAL || (who.nth == 7 && who.round == 3);
    // Then the low one is judged by the scales
    world(has, |world| {
        for rule in OF_LISTS {
            let found = world.of_rule(rule);
            assert_eq!(pupils(&found), THIRD, "{rule:?}");
            assert!(found[0].whole_list && found[0].scale != "totaal", "{rule:?}");
        }
    });
}

#[test]
fn totals_that_come_later_change_nothing_of_what_was_said() {
    let news = |from: u32| {
        let mut all = Vec::new();
        world(
            |who| who.scale != TOTAL || who.round >= from,
            |world| all.push(OF_LISTS.map(|rule| world.news(&standard(), rule))),
        );
        all.concat().concat()
    };
    // Given a list of scales, with totals from the third round on or without
    let key = |f: &crate::signals::finding::Finding| (f.rule, f.pupil, f.round_at, f.severity);
    let (with, without) = (news(2), news(9));
    // Then what is told is the same, and nobody is told again because the yardstick is another one
    assert_eq!(with.iter().map(key).collect::<Vec<_>>(), without.iter().map(key).collect::<Vec<_>>());
    assert_eq!(with.len(), 2, "{with:?}");
}

#[test]
fn who_has_had_the_total_as_often_as_the_scales_is_judged_on_it() {
    world(
        |_| true,
        |world| {
            let found = world.of_rule(Rule::Level);
            assert_eq!((pupils(&found).as_slice(), found[0].scale.as_str()), (&THIRD[..], "totaal"));
        },
    );
    // With one total less than forms, the scales know more.
    let has = |who: &Who| who.scale != TOTAL || who.nth != 3 || who.round != 1;
    world(has, |world| assert_ne!(world.of_rule(Rule::Level)[0].scale, "totaal"));
}

#[test]
fn a_school_that_gives_fewer_scales_than_another_is_judged_by_its_own() {
    // Given two schools, of which one gives one of three scales, with a low pupil each
    let given = |fewer: bool| {
        move |who: &Who| {
            let z = if who.nth == 3 { 2.6 } else { calm(who, 20) };
            (who.school == 0 || who.scale == 1 || !fewer).then_some(z)
        }
    };
    let found = |fewer| {
        let given = given(fewer);
        let world = World { scales: 3, schools: 2, ..World::of(&given) };
        world.of_rule(Rule::Persistent).iter().map(|f| f.school).collect::<Vec<_>>()
    };
    // Then both are found, whatever the other gives
    assert_eq!((found(true), found(false)), (vec![0, 1], vec![0, 1]));
    // But of who has one where the others have three too little is known.
    let short = |who: &Who| {
        let z = if who.nth == 3 { 2.6 } else { calm(who, 20) };
        (who.nth != 3 || who.scale == 1).then_some(z)
    };
    assert_eq!(World { scales: 3, ..World::of(&short) }.of_rule(Rule::Persistent), []);
}

#[test]
fn a_group_is_judged_on_what_most_of_its_pupils_have() {
    // Given two groups that went down, of which one has totals and the other those of two pupils
    let given = |who: &Who| {
        let fell = who.round == 1 && who.group < 2;
        let has = who.scale != TOTAL || who.group != 1 || who.nth < 2;
        has.then(|| calm(who, 25) + if fell { 1.2 } else { 0.0 })
    };
    let world = World { groups: 4, size: 25, scales: 3, total: Total::First, ..World::of(&given) };
    // Then each is told of once, on its whole list
    let found = world.of_rule(Rule::GroupShift);
    let on = |group| {
        let own = found.iter().filter(|f| f.level == Level::Group && f.group == Some(group));
        own.map(|f| (f.whole_list, f.scale == "totaal")).collect::<Vec<_>>()
    };
    assert_eq!((on(0), on(1)), (vec![(true, true)], vec![(true, false)]), "{found:?}");
}

#[test]
fn a_second_scale_of_one_pupil_changes_nothing_for_who_has_one() {
    let declines = |scales: u32, second: &dyn Fn(&Who) -> bool| {
        let given = |who: &Who| {
            let fell = who.round == 3 && who.nth % 5 == 3;
            let has = who.scale == 0 || second(who);
            has.then_some(calm(who, 20) + if fell { 2.2 } else { 0.0 })
        };
        let world = World { scales, rounds: 4, ..World::of(&given) };
        let found = world.of_rule(Rule::UnexpectedDecline);
        found.iter().map(|f| (f.pupil, f.statistic, f.threshold)).collect::<Vec<_>>()
    };
    // Given a row on a second scale of another pupil, in one round or in all
    let without = declines(1, &|_| false);
    assert_eq!(without.len(), 4, "{without:?}");
    assert_eq!(declines(2, &|who| who.nth == 7 && who.round == 3), without);
    assert_eq!(declines(2, &|who| who.nth == 7), without);
}

#[test]
fn one_pupil_with_every_scale_silences_nobody_who_has_one() {
    // Given a list of three scales of which a school gives one, and one pupil on whom all were filled in
    let given = |who: &Who| {
        let z = if who.nth == 3 { 2.6 } else { calm(who, 20) };
        (who.scale == 0 || who.nth == 7).then_some(z)
    };
    let world = World { scales: 3, rounds: 4, ..World::of(&given) };
    // Then who is low is found all the same.
    for rule in OF_LISTS {
        assert_eq!(pupils(&world.of_rule(rule)), THIRD, "{rule:?}");
    }
    // A scale that two of twenty have is one that the school gives: then one of three is no half of a list.
    let two = |who: &Who| given(who).or_else(|| (who.nth == 8).then(|| calm(who, 20)));
    let two = World { scales: 3, rounds: 4, ..World::of(&two) };
    assert!(pupils(&two.of_rule(Rule::Level)).is_empty());
    // And that nothing is said of them is said; where the one scale was the list there is nothing to say.
    let silent = |world: &World<'_>| {
        let found = world.silences(&standard());
        found.into_iter().filter(|one| one.why == Why::FewScales).map(|one| one.rule).collect::<Vec<_>>()
    };
    assert_eq!(silent(&two), [Rule::Level, Rule::Persistent, Rule::SteadyDecline]);
    assert_eq!(silent(&world), []);
}
