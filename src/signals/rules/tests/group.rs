//! `group-shift`, `group-level`, `group-share` and `rater-effect`.

use super::world::{Total, Who, World, calm, reads, rho, standard};
use crate::{
    analytics::normal,
    evidence::informant::Informant::Teacher,
    ground::Words,
    signals::{
        finding::{Finding, Rule},
        model::Severity,
    },
};

/// Two groups of `size`, of which the first moves by `by` in the second round; so many of it are then missing.
fn moved(size: u32, by: f64, missing: u32, change: &dyn Fn(&Who) -> Option<u32>) -> Vec<Finding> {
    let given = |who: &Who| {
        let (now, first) = (who.round == 1, who.group == 0);
        let gone = now && first && who.nth < missing;
        (!gone).then(|| calm(who, size) + if now && first { by } else { 0.0 })
    };
    let mut found = World { groups: 2, size, rater: change, ..World::of(&given) }.holds(&standard());
    found.iter().for_each(reads);
    found.retain(|f| f.pupil.is_none());
    found
}

fn told(found: &[Finding], rule: Rule) -> Vec<(Option<u32>, Severity)> {
    found.iter().filter(|f| f.rule == rule).map(|f| (f.group, f.severity)).collect()
}

/// The shift of a group of `n` at which Z is this: a variance of 1 − ρ² each, and what a group shares by chance.
fn shift(z: f64, n: f64) -> f64 {
    let rho = rho(0, 1);
    z * ((1.0 - rho * rho) / n + 0.07 * 0.07).sqrt()
}

#[test]
fn group_shift_speaks_beyond_its_z_and_not_before() {
    let at = |share: f64| moved(25, shift(2.05, 25.0) * share, 0, &changed(ALL));
    let found = at(1.01);
    assert_eq!(told(&found, Rule::GroupShift), [(Some(0), Severity::B)]);
    assert_eq!((found[0].n, found[0].threshold), (Some(25), 2.05));
    assert_eq!(told(&at(0.99), Rule::GroupShift), []);
    // Better is a note.
    assert_eq!(told(&at(-1.01), Rule::GroupShift), [(Some(0), Severity::C)]);
}

#[test]
fn a_group_that_moved_is_one_of_all_that_was_tested_of_the_school() {
    // Given two groups of which one moved: of each its move and its share of low scores are tested
    let found = moved(25, shift(3.0, 25.0), 0, &changed(ALL));
    let f = found.iter().find(|f| f.rule == Rule::GroupShift).unwrap();
    let tested = f.tested.unwrap();
    // Then its p of .0027 is one of four, and the others say less
    assert_eq!(tested.tests, 4);
    assert!((tested.p - 2.0 * normal::share_below(-f.statistic)).abs() < 1e-12, "{tested:?}");
    let alone = 4.0 * tested.p;
    assert!(tested.p < 0.01 && tested.adjusted <= alone + 1e-12 && tested.adjusted > tested.p, "{tested:?}");
}

#[test]
fn a_group_that_moved_says_what_was_expected_of_it() {
    // Given a group that does worse by one z: the worst score is 100, at 3.719 z from the middle, so that is 13.44 points
    let found = moved(25, 1.0, 0, &changed(ALL));
    let f = found.iter().find(|f| f.rule == Rule::GroupShift).unwrap();
    let points = 50.0 / normal::z_of_share(0.9999);
    let (at, low, high) = (f.expected.unwrap(), f.expected_low.unwrap(), f.expected_high.unwrap());
    assert!((f.observed - at - points).abs() < 0.3, "{f:?}");
    // and the ends lie 1.645 standard errors away.
    let half = 1.645 * shift(1.0, 25.0) * points;
    assert!((high - at - half).abs() < 0.1 && (at - low - half).abs() < 0.1, "{f:?}");
}

#[test]
fn a_group_that_moved_says_with_which_mean_it_would_not_have() {
    // Given a group that went down by one z, its scale of 13.44 points a z and high for worse
    let of = |by| moved(25, by, 0, &changed(ALL));
    let found = of(1.0);
    let f = found.iter().find(|f| f.rule == Rule::GroupShift).unwrap();
    let said = Words::default().say(&f.hinge);
    let mean = said.strip_prefix("Bij een gemiddelde van ").and_then(|rest| rest.split_once(" of lager had"));
    let mean: f64 = mean.unwrap_or_else(|| panic!("{said}")).0.replace(',', ".").parse().unwrap();
    // When it had gone down to that mean, it would have said nothing; a little more, and it would
    let by = 1.0 - (f.observed - mean) / (50.0 / normal::z_of_share(0.9999));
    assert_eq!(told(&of(by), Rule::GroupShift), [], "{said}");
    assert_eq!(told(&of(by + 0.03), Rule::GroupShift), [(Some(0), Severity::B)], "{said}");
}

#[test]
fn a_group_that_moved_on_a_list_is_told_of_the_list_wherever_its_total_stands() {
    // Given two groups, of which one moved on every scale and on the total, which came in before the scales
    let given = |who: &Who| {
        let moved = who.round == 1 && who.group == 0;
        Some(calm(who, 25) + if moved { shift(3.5, 25.0) } else { 0.0 })
    };
    let world = World { groups: 2, size: 25, scales: 3, total: Total::First, ..World::of(&given) };
    // When the rule speaks, then of the total alone
    let found = world.of_rule(Rule::GroupShift);
    let on: Vec<&str> = found.iter().map(|f| f.scale.as_str()).collect();
    assert_eq!(on, ["totaal"]);
}

#[test]
fn group_shift_wants_eight_pupils_and_two_thirds_of_the_group() {
    assert_eq!(told(&moved(8, 2.0, 0, &changed(ALL)), Rule::GroupShift), [(Some(0), Severity::B)]);
    assert_eq!(told(&moved(7, 2.0, 0, &changed(ALL)), Rule::GroupShift), []);
    // 17 of 25, 16 of 25.
    assert_eq!(told(&moved(25, 2.0, 8, &changed(ALL)), Rule::GroupShift), [(Some(0), Severity::B)]);
    assert_eq!(told(&moved(25, 2.0, 9, &changed(ALL)), Rule::GroupShift), []);
}

#[test]
fn what_is_left_of_a_group_of_which_a_third_was_missed_says_nothing_of_the_group() {
    // 17 of 25, 16 of 25: all low, and by another person.
    let rules = [Rule::GroupShare, Rule::RaterEffect];
    let of = |missing| {
        let found = moved(25, 2.0, missing, &changed(0));
        rules.map(|rule| told(&found, rule).len())
    };
    assert_eq!((of(8), of(9)), ([1, 1], [0, 0]));
    // Among ten groups one of which is low.
    let low = |missing: u32| {
        let given = |who: &Who| {
            let gone = who.group == 0 && who.round == 1 && who.nth < missing;
            (!gone).then(|| calm(who, 25) + if who.group == 0 { 1.0 } else { 0.0 })
        };
        told(&World { groups: 10, size: 25, ..World::of(&given) }.of_rule(Rule::GroupLevel), Rule::GroupLevel)
    };
    assert_eq!((low(8).len(), low(9).len()), (1, 0));
}

/// Groups that stand apart, from so many z better to so many worse than the mean, and stay so; the one in the middle moves.
fn standing_apart(groups: u32, reach: f64, by: f64) -> Vec<(Option<u32>, Severity)> {
    let given = |who: &Who| {
        let stands = f64::from(2 * who.group) / f64::from(groups - 1) - 1.0;
        let moves = if who.group == groups / 2 && who.round == 1 { by } else { 0.0 };
        Some(calm(who, 18) + reach * stands + moves)
    };
    let found = World { groups, size: 18, rater: &changed(ALL), ..World::of(&given) }.holds(&standard());
    told(&found, Rule::GroupShift)
}

#[test]
fn groups_that_stand_apart_and_stay_so_have_not_moved() {
    // Given twelve groups, whose pupils are expected to come back towards the mean by a third, and do not (too few for the
    // run to see that they never do)
    assert_eq!(standing_apart(12, 1.5, 0.0), []);
    // Then one that did move is found among sixteen, as it is where groups are alike.
    assert_eq!(standing_apart(16, 1.0, 0.45), [(Some(8), Severity::B)]);
    assert_eq!(standing_apart(16, 1.0, -0.45), [(Some(8), Severity::C)]);
}

#[test]
fn a_group_in_its_first_round_has_not_moved() {
    let low = |who: &Who| Some(calm(who, 25) + if who.group == 0 { 1.0 } else { 0.0 });
    let world = World { groups: 2, size: 25, rounds: 1, ..World::of(&low) };
    assert!(world.of_rule(Rule::GroupShift).is_empty());
}

/// No pupil is at or after this place: nobody new fills in.
const ALL: u32 = u32::MAX;

/// In the first group another person fills in from the second round on, for pupils from `from`.
fn changed(from: u32) -> impl Fn(&Who) -> Option<u32> {
    move |who| Some(if who.group == 0 && who.round == 1 && who.nth >= from { 8 } else { 7 })
}

#[test]
fn a_change_of_rater_silences_group_shift_and_speaks_as_rater_effect() {
    let rho = rho(0, 1);
    let at = |share: f64| 2.5 * (1.0 - rho * rho).sqrt() / 5.0 * share;
    let found = moved(25, at(1.01), 0, &changed(0));
    assert_eq!(told(&found, Rule::RaterEffect), [(Some(0), Severity::B)]);
    assert_eq!(told(&found, Rule::GroupShift), []);
    assert_eq!(told(&moved(25, at(0.99), 0, &changed(0)), Rule::RaterEffect), []);
    // Higher is told too.
    assert_eq!(told(&moved(25, at(-1.01), 0, &changed(0)), Rule::RaterEffect), [(Some(0), Severity::B)]);
}

#[test]
fn another_parent_is_no_change_of_who_fills_in_for_the_group() {
    // Given lists by one parent each, the other one in the second round, and a group that goes down
    let parent = |who: &Who| Some(100 + who.group * 1000 + who.nth * 2 + who.round);
    let found = moved(25, 2.0, 0, &parent);
    assert_eq!(told(&found, Rule::RaterEffect), []);
    assert_eq!(told(&found, Rule::GroupShift), [(Some(0), Severity::B)]);
}

#[test]
fn rater_effect_wants_another_person_for_most_of_eight_pupils() {
    let found = moved(25, 2.0, 0, &changed(ALL));
    assert_eq!((told(&found, Rule::RaterEffect).len(), told(&found, Rule::GroupShift).len()), (0, 1));
    // For 13 of 25; for 12.
    assert_eq!(told(&moved(25, 2.0, 0, &changed(12)), Rule::RaterEffect).len(), 1);
    assert_eq!(told(&moved(25, 2.0, 0, &changed(13)), Rule::RaterEffect), []);
    assert_eq!(told(&moved(8, 2.0, 0, &changed(0)), Rule::RaterEffect).len(), 1);
    assert_eq!(told(&moved(7, 2.0, 0, &changed(0)), Rule::RaterEffect), []);
}

/// Groups of `size` of which the first stands `by` within-group errors lower than the others, beyond what the mean of
/// all takes along.
fn apart(groups: u32, size: u32, errors: f64) -> Vec<(Option<u32>, Severity)> {
    let z = |nth: u32, by: f64| {
        let calm =
            |nth| calm(&Who { school: 0, group: 0, nth, scale: 0, informant: Teacher, round: 0 }, size);
        calm(nth) + by
    };
    let (n, k) = (f64::from(size), f64::from(groups));
    let squares: f64 = (0..size).map(|nth| z(nth, 0.0).powi(2)).sum();
    let error = (squares / (n - 1.0) / n).sqrt();
    let by = errors * error * k / (k - 1.0);
    let given = |who: &Who| Some(z(who.nth, if who.group == 0 { by } else { 0.0 }));
    let found = World { groups, size, rounds: 1, ..World::of(&given) }.of_rule(Rule::GroupLevel);
    told(&found, Rule::GroupLevel)
}

#[test]
fn group_level_compares_eight_groups_or_more() {
    assert_eq!(apart(8, 10, 3.12), [(Some(0), Severity::B)]);
    assert_eq!(apart(8, 10, 3.06), [(Some(0), Severity::C)]);
    assert_eq!(apart(8, 10, 1.98), [(Some(0), Severity::C)]);
    assert_eq!(apart(8, 10, 1.94), []);
    assert_eq!(apart(8, 10, -4.0), []);
    assert_eq!(apart(7, 10, 4.0), []);
    assert_eq!(apart(8, 9, 4.0), []);
}

#[test]
fn group_share_wants_more_low_scores_than_chance_gives() {
    let share = |size: u32, low: u32| {
        let given = |who: &Who| Some(if who.group == 0 && who.nth < low { 0.85 } else { 0.83 });
        let world = World { groups: 2, size, rounds: 1, ..World::of(&given) };
        told(&world.of_rule(Rule::GroupShare), Rule::GroupShare)
    };
    // Wilson's lower end passes .20 at 5 of 10, 7 of 15 and 9 of 25.
    for (size, low) in [(10, 5), (15, 7), (25, 9)] {
        assert_eq!(share(size, low), [(Some(0), Severity::C)], "{low} of {size}");
        assert_eq!(share(size, low - 1), [], "{} of {size}", low - 1);
    }
    assert_eq!(share(9, 9), []);
}

#[test]
fn who_scores_the_printed_p80_is_not_beyond_it() {
    // On a scale of few whole scores far more than a fifth may have it.
    let share = |z: f64| {
        let given = |who: &Who| Some(if who.nth < 15 { z } else { 0.0 });
        told(
            &World { groups: 2, size: 25, rounds: 1, ..World::of(&given) }.of_rule(Rule::GroupShare),
            Rule::GroupShare,
        )
    };
    assert_eq!(share(crate::analytics::normal::FIFTH), []);
    assert_eq!(share(0.85), [(Some(0), Severity::C), (Some(1), Severity::C)]);
}

#[test]
fn group_share_knows_how_many_stand_in_the_worst_answer_of_a_coarse_scale() {
    // Given a scale of two scores, without norms: nine of 25 have the worse one, more than a fifth, and 22 of one group
    let given = |who: &Who| {
        let low = if who.group == 0 { 22 } else { 9 };
        Some(if who.nth < low { 1.0 } else { 0.0 })
    };
    let world = World { groups: 40, size: 25, rounds: 1, normed: false, ..World::of(&given) };
    // Then that group alone has many of them
    let found = world.of_rule(Rule::GroupShare);
    assert_eq!(told(&found, Rule::GroupShare), [(Some(0), Severity::C)]);
    assert!((found[0].threshold - (22.0 + 39.0 * 9.0) / 1000.0).abs() < 1e-12);
}
