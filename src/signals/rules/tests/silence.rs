//! Where a rule cannot speak it says why; and where it says so, it is silent.

use super::super::silence::{Silence, Why};
use super::circle::{Circle, silent};
use super::world::{Who, World, calm, standard};
use crate::{
    evidence::score_type::ScoreType,
    signals::{
        finding::{Finding, Rule},
        model::Level,
    },
};

/// Why rules cannot speak of the first group, or of the school; not what all these worlds of two rounds lack, in which nobody
/// signs.
fn why(found: &[Silence], level: Level) -> Vec<(Rule, Why, u32)> {
    let lacks = [Why::NoRater, Why::NoRoster, Why::FewRounds];
    let of = |one: &&Silence| one.level == level && one.group.unwrap_or(0) == 0 && one.school == 0;
    let own = found.iter().filter(of).filter(|one| !lacks.contains(&one.why));
    let mut own: Vec<_> = own.map(|one| (one.rule, one.why, one.least)).collect();
    own.sort();
    own
}

/// Pupils to whom nothing happens.
const STILL: fn(&Who) -> Option<f64> = |who| Some(calm(who, 25));

#[test]
fn a_small_group_in_a_small_school_hears_what_it_takes() {
    let found = World { groups: 2, size: 7, ..World::of(&STILL) }.silences(&standard());
    assert_eq!(
        why(&found, Level::Group),
        [
            (Rule::GroupShift, Why::FewBefore, 8),
            (Rule::GroupLevel, Why::Few, 10),
            (Rule::GroupShare, Why::Few, 10)
        ]
    );
    assert_eq!(
        why(&found, Level::School),
        [
            (Rule::SchoolCompared, Why::Few, 30),
            (Rule::SchoolTrend, Why::FewGroups, 3),
            (Rule::Representativeness, Why::FewBefore, 30)
        ]
    );
    assert_eq!(why(&found, Level::Pupil), []);
}

#[test]
fn enough_pupils_without_others_to_compare_with() {
    let found = World { groups: 3, size: 25, ..World::of(&STILL) }.silences(&standard());
    assert_eq!(why(&found, Level::Group), [(Rule::GroupLevel, Why::FewUnits, 8)]);
    assert_eq!(why(&found, Level::School), [(Rule::SchoolCompared, Why::FewUnits, 8)]);
    // Eight groups are enough; a first round has nothing before it.
    assert_eq!(
        why(&World { groups: 8, size: 25, ..World::of(&STILL) }.silences(&standard()), Level::Group),
        []
    );
    let first = World { groups: 8, size: 25, rounds: 1, ..World::of(&STILL) }.silences(&standard());
    assert_eq!(why(&first, Level::Group), [(Rule::GroupShift, Why::FewBefore, 8)]);
}

#[test]
fn who_is_missing_another_person_and_a_coarse_unit_are_reasons() {
    let missing = |who: &Who| (who.round == 0 || who.group > 0 || who.nth >= 9).then(|| calm(who, 25));
    let world = World { groups: 8, size: 25, ..World::of(&missing) };
    let silent = [Rule::GroupShift, Rule::GroupLevel, Rule::GroupShare].map(|rule| (rule, Why::Response, 67));
    assert_eq!(why(&world.silences(&standard()), Level::Group), silent);
    let rater = |who: &Who| Some(if who.group == 0 { who.round } else { 7 });
    let world = World { groups: 8, size: 25, rater: &rater, ..World::of(&STILL) };
    assert_eq!(why(&world.silences(&standard()), Level::Group), [(Rule::GroupShift, Why::OtherRater, 0)]);
    let quartile = |who: &Who| Some(f64::from(1 + who.nth % 4));
    let world = World { groups: 8, size: 25, unit: ScoreType::Quartile, ..World::of(&quartile) };
    let coarse = why(&world.silences(&standard()), Level::Group);
    assert_eq!(coarse, [(Rule::GroupShift, Why::Coarse, 0), (Rule::GroupShare, Why::Coarse, 0)]);
}

#[test]
fn a_round_that_does_not_stand_for_the_school_is_the_reason_there() {
    let missing = |who: &Who| (who.round == 0 || who.nth >= 11).then(|| calm(who, 25));
    let found =
        World { groups: 3, size: 25, domain: "veiligheid", ..World::of(&missing) }.silences(&standard());
    let doubted = |rule| (rule, Why::Doubted, 0);
    assert_eq!(
        why(&found, Level::School),
        [doubted(Rule::SchoolCompared), doubted(Rule::SchoolTrend), doubted(Rule::SchoolSafety)]
    );
}

#[test]
fn too_few_rounds_and_what_a_file_does_not_tell_are_reasons() {
    let lacks = |world: &World<'_>| {
        let found = world.silences(&standard());
        let mut told: Vec<_> = found.iter().map(|one| (one.level, one.rule, one.why, one.least)).collect();
        told.retain(|(.., why, _)| {
            [Why::NoRater, Why::NoRoster, Why::FewRounds, Why::NoGroups].contains(why)
        });
        told.sort();
        told.dedup();
        told
    };
    let (roster, rater) = (
        (Level::Pupil, Rule::NotMeasured, Why::NoRoster, 0),
        (Level::Group, Rule::RaterEffect, Why::NoRater, 0),
    );
    let few = |rule, least| (Level::Pupil, rule, Why::FewRounds, least);
    // Given eight groups in which nobody signs: over four rounds, over two, and once.
    let rounds = |rounds: u32| World { groups: 8, size: 25, rounds, ..World::of(&STILL) };
    assert_eq!(lacks(&rounds(4)), [roster, rater]);
    assert_eq!(lacks(&rounds(2)), [few(Rule::SteadyDecline, 4), roster, rater]);
    let once = [(Rule::UnexpectedDecline, 2), (Rule::Persistent, 2), (Rule::SteadyDecline, 4)];
    assert_eq!(lacks(&rounds(1))[..3], once.map(|(rule, least)| few(rule, least)));
    // Who signs is known; groups are not.
    let signed = |who: &Who| Some(who.group);
    assert_eq!(lacks(&World { rater: &signed, ..rounds(4) }), [roster]);
    let alone = lacks(&World { groups: 0, ..rounds(4) });
    let groups = [Rule::GroupShift, Rule::GroupLevel, Rule::GroupShare];
    for rule in groups {
        assert!(alone.contains(&(Level::Group, rule, Why::NoGroups, 0)), "{rule:?} in {alone:?}");
    }
}

/// A school of `size` without norms, of whom the first falls from the top to the bottom.
fn one_falls(size: u32, normed: bool) -> (Vec<Finding>, Vec<Silence>) {
    let given = |who: &Who| {
        let usual = calm(who, size);
        Some(match (who.nth, who.round) {
            (0, 0) => -2.0,
            (0, _) => 2.0,
            _ => usual,
        })
    };
    let world = World { size, normed, ..World::of(&given) };
    let mut found = world.holds(&standard());
    found.retain(|f| f.pupil.is_some());
    (found, world.silences(&standard()))
}

#[test]
fn without_a_norm_nothing_is_said_of_a_pupil_by_fewer_than_thirty_scores() {
    // Twice fourteen, twice fifteen.
    let (found, silent) = one_falls(14, false);
    assert_eq!(found, []);
    assert_eq!(
        why(&silent, Level::Pupil),
        [
            (Rule::Level, Why::SmallPool, 30),
            (Rule::UnexpectedDecline, Why::SmallPool, 30),
            (Rule::Persistent, Why::SmallPool, 30),
            (Rule::SteadyDecline, Why::SmallPool, 30)
        ]
    );
    let (found, silent) = one_falls(15, false);
    assert!(found.iter().any(|f| f.rule == Rule::UnexpectedDecline), "{found:?}");
    assert_eq!(why(&silent, Level::Pupil), []);
    let (found, _) = one_falls(14, true);
    assert!(found.iter().any(|f| f.rule == Rule::UnexpectedDecline), "{found:?}");
}

#[test]
fn of_scores_that_are_all_the_same_nothing_is_said_and_why() {
    let same = |_: &Who| Some(0.5);
    let world = World { size: 25, rounds: 4, normed: false, ..World::of(&same) };
    assert_eq!(world.holds(&standard()).iter().filter(|f| f.pupil.is_some()).count(), 0);
    let rules = [Rule::Level, Rule::UnexpectedDecline, Rule::Persistent, Rule::SteadyDecline];
    assert_eq!(why(&world.silences(&standard()), Level::Pupil), rules.map(|rule| (rule, Why::AllEqual, 0)));
}

#[test]
fn what_is_silent_says_nothing() {
    let falls = |who: &Who| (who.nth >= who.group * 3).then(|| calm(who, 25) + f64::from(who.round) * 1.5);
    for (groups, size) in [(1, 5), (2, 9), (4, 12), (9, 25)] {
        let world = World { groups, size, rounds: 3, domain: "veiligheid", ..World::of(&falls) };
        let (found, silent) = (world.holds(&standard()), world.silences(&standard()));
        for one in silent {
            let spoke = found.iter().find(|f| {
                (f.rule, f.level, f.school, f.group) == (one.rule, one.level, one.school, one.group)
            });
            assert_eq!(spoke, None, "{one:?}");
        }
    }
}

#[test]
fn a_list_that_had_one_scale_before_is_not_silent_of_what_moved() {
    // The level of the list needs half of its scales; the first scale moved.
    let moved = |who: &Who| {
        let by = if who.group == 0 && who.round == 1 { 1.5 } else { 0.0 };
        (who.round == 1 || who.scale == 0).then(|| calm(who, 25) + by)
    };
    let world = World { groups: 8, size: 25, scales: 4, ..World::of(&moved) };
    let found = world.holds(&standard());
    assert!(found.iter().any(|f| f.rule == Rule::GroupShift && f.group == Some(0)), "{found:?}");
    let silent = why(&world.silences(&standard()), Level::Group);
    assert!(silent.iter().all(|(rule, ..)| *rule != Rule::GroupShift), "{silent:?}");
}

#[test]
fn a_list_of_which_one_scale_is_filled_in_by_enough_is_not_silent() {
    let given = |scales: u32| {
        move |who: &Who| {
            let filled = who.scale < scales || who.nth < 9;
            filled.then(|| calm(who, 25) + f64::from(who.round))
        }
    };
    let of = |scales: u32| {
        let given = given(scales);
        let found = World { groups: 8, size: 25, scales: 3, ..World::of(&given) }.silences(&standard());
        why(&found, Level::Group).contains(&(Rule::GroupLevel, Why::Few, 10))
    };
    assert!(of(0) && !of(1) && !of(3));
}

#[test]
fn of_a_sociogram_the_rules_say_why_they_cannot_speak() {
    let twice = |one: Circle| silent(&standard(), &[one, Circle { day: 180, ..one }]);
    assert_eq!(twice(Circle::CALM), []);
    assert_eq!(silent(&standard(), &[Circle::CALM]), [(Rule::RejectedTwice, Why::NoneBefore, 90)]);
    let near = [Circle::CALM, Circle { day: 89, ..Circle::CALM }];
    assert_eq!(silent(&standard(), &near), [(Rule::RejectedTwice, Why::NoneBefore, 90)]);
    // The last before it is the one that must count.
    let half = Circle { day: 180, judge: 7, ..Circle::CALM };
    let after = [Circle::CALM, half, Circle { day: 360, ..Circle::CALM }];
    assert_eq!(silent(&standard(), &after), [(Rule::RejectedTwice, Why::NoneBefore, 90)]);
    // Nine judge each; then eleven pupils; then 69 % and 79 % of the group.
    assert_eq!(
        twice(Circle { pupils: 10, judge: 10, ..Circle::CALM }),
        [(Rule::RejectedTwice, Why::FewRaters, 10), (Rule::GroupStructure, Why::FewPupils, 12)]
    );
    assert_eq!(
        twice(Circle { pupils: 11, judge: 11, ..Circle::CALM }),
        [(Rule::GroupStructure, Why::FewPupils, 12)]
    );
    assert_eq!(
        twice(Circle { pupils: 16, judge: 11, ..Circle::CALM }),
        [(Rule::RejectedTwice, Why::Response, 70), (Rule::GroupStructure, Why::Response, 80)]
    );
    assert_eq!(twice(Circle { judge: 11, ..Circle::CALM }), [(Rule::GroupStructure, Why::Response, 80)]);
    // All dislike all.
    assert_eq!(twice(Circle { low: 14, ..Circle::CALM }), [(Rule::RejectedTwice, Why::NoSpread, 0)]);
    assert_eq!(
        twice(Circle { pupils: 201, judge: 201, ..Circle::CALM }),
        [(Rule::RejectedTwice, Why::NoTable, 0), (Rule::GroupStructure, Why::NoTable, 0)]
    );
}
