//! Schools, their groups and pupils: who only moved with the group or the school does not ring, and nothing else is
//! hidden by it.

use std::collections::BTreeSet;

use super::world::{Who, World, pupil, reads, standard};
use crate::{
    analytics::{Analysis, normal},
    ground::Words,
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
        ruleset::Ruleset,
    },
};

/// A draw from the standard normal that is the same every time.
fn noise(who: &Who, stream: u64) -> f64 {
    let seed = u64::from(who.group) << 40 | u64::from(who.nth) << 20 | stream;
    let mut mixed = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for shift in [30, 27, 31] {
        mixed = (mixed ^ (mixed >> shift)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    }
    normal::z_of_share((mixed >> 11) as f64 / (1_u64 << 53) as f64)
}

/// The groups that sink, and by how much.
const SUNK: u32 = 3;
const BY: f64 = 0.9;

/// Forty groups of 25, of which three sink in the third round; pupil 3 of each by 2.5 more, pupil 4 was low all along.
fn sinking(who: &Who) -> f64 {
    let by = if who.group < SUNK && who.round == 2 { BY } else { 0.0 };
    match (who.group, who.nth) {
        (0..SUNK, 3) if who.round == 2 => BY + 2.5,
        (0..SUNK, 3) => 0.0,
        (0..SUNK, 4) => 2.0 + by,
        _ => 0.8 * noise(who, 99) + 0.6 * noise(who, u64::from(who.round)) + by,
    }
}

/// What holds in the groups that sink.
fn found(analysis: &Analysis, ruleset: &Ruleset) -> Vec<Finding> {
    let mut found = super::super::findings(&analysis.last(), ruleset);
    found.retain(|f| f.is_told() && f.group.is_some_and(|group| group < SUNK));
    found
}

fn of(found: &[Finding], rule: Rule) -> BTreeSet<i64> {
    found.iter().filter(|f| f.rule == rule).filter_map(|f| f.pupil).collect()
}

#[test]
fn pupils_who_only_moved_with_their_group_do_not_ring_and_nothing_else_is_hidden() {
    let given = |who: &Who| Some(sinking(who));
    let analysis = World { groups: 40, size: 25, rounds: 3, ..World::of(&given) }.analysis();
    let folded = found(&analysis, &standard());
    let apart = found(&analysis, &Ruleset { group_shift: None, ..standard() });
    let groups: Vec<_> = folded.iter().filter(|f| f.rule == Rule::GroupShift).collect();
    assert!(groups.len() == 3 && groups.iter().all(|f| f.severity == Severity::B && f.pupil.is_none()));
    let (less, more) = (of(&folded, Rule::UnexpectedDecline), of(&apart, Rule::UnexpectedDecline));
    assert!(less.is_subset(&more) && less.len() < more.len(), "{less:?} of {more:?}");
    // Those who moved more than their group ring; of those who went beyond the threshold with it, few do.
    let each = |nth: u32| (0..SUNK).map(move |group| pupil(group, nth));
    assert!(each(3).all(|pupil| less.contains(&pupil)));
    let rows = analysis.last().assessments();
    let beyond = rows
        .iter()
        .filter(|row| row.group.is_some_and(|group| group < SUNK))
        .filter(|row| row.expected.is_some_and(|expected| expected.surprise > 1.79));
    assert!((less.len() - 3) * 4 <= beyond.count() - 3, "{less:?}");
    for rule in [Rule::Level, Rule::Persistent, Rule::SteadyDecline] {
        assert_eq!(of(&folded, rule), of(&apart, rule), "{rule:?}");
    }
    for rule in [Rule::Level, Rule::Persistent] {
        assert!(each(4).all(|pupil| of(&folded, rule).contains(&pupil)), "{rule:?}");
    }
}

/// Four groups of a school beside three schools to which nothing happens; the first school moves by `by` in the second
/// round, its first group by `extra` more, and the first `gone` of each of its groups are then missing.
fn school_moved(by: f64, extra: f64, gone: u32, ruleset: &Ruleset) -> Vec<Finding> {
    let given = |who: &Who| {
        let usual = 0.8 * noise(who, 99) + 0.6 * noise(who, u64::from(who.round));
        let own = if who.group == 0 { extra } else { 0.0 };
        let moves = who.school == 0 && who.round == 1;
        (!moves || who.nth >= gone).then_some(usual + if moves { by + own } else { 0.0 })
    };
    let world = World { schools: 4, groups: 4, size: 25, ..World::of(&given) };
    let mut found = world.holds(ruleset);
    found.iter().for_each(reads);
    found.retain(|f| f.school == 0);
    found
}

/// The groups (none: the school) that a rule says something of, and how much it weighs.
fn told(found: &[Finding], rule: Rule) -> Vec<(Option<u32>, Severity)> {
    found.iter().filter(|f| f.rule == rule).map(|f| (f.group, f.severity)).collect()
}

#[test]
fn one_signal_on_a_school_that_sank_stands_for_its_groups_and_for_who_moved_with_it() {
    let found = school_moved(0.8, 0.0, 0, &standard());
    assert_eq!(told(&found, Rule::GroupShift), []);
    assert_eq!(told(&found, Rule::SchoolTrend), [(None, Severity::B)]);
    let school = found.iter().find(|f| f.rule == Rule::SchoolTrend).unwrap();
    assert_eq!((school.level, school.n), (Level::School, Some(100)));
    let says = Words::default().say(&school.reason);
    assert!(says.contains("in 4 van de 4 groepen"), "{says}");
    // A group that moved more than the school rings by itself.
    let more = school_moved(0.8, 0.8, 0, &standard());
    assert_eq!(told(&more, Rule::GroupShift), [(Some(0), Severity::B)]);
    assert_eq!(told(&more, Rule::SchoolTrend), [(None, Severity::B)]);
    // Pupils are judged by what they moved more than the others: of a hundred who all moved, few ring.
    let apart = school_moved(0.8, 0.0, 0, &Ruleset { group_shift: None, ..standard() });
    let (less, all) = (of(&found, Rule::UnexpectedDecline), of(&apart, Rule::UnexpectedDecline));
    assert!(less.is_subset(&all) && less.len() <= 10, "{less:?} of {all:?}");
    for rule in [Rule::Level, Rule::Persistent, Rule::SteadyDecline] {
        assert_eq!(of(&found, rule), of(&apart, rule), "{rule:?}");
    }
}

#[test]
fn where_nothing_can_be_said_of_the_school_its_groups_speak_for_themselves() {
    let all: Vec<_> = (0..4).map(|group| (Some(group), Severity::B)).collect();
    let off = school_moved(0.8, 0.0, 0, &Ruleset { school_trend: None, ..standard() });
    assert_eq!(told(&off, Rule::GroupShift), all);
    // More than a third is missing: neither the school nor its groups are judged, and that is said.
    let few = school_moved(0.8, 0.0, 9, &standard());
    assert_eq!((told(&few, Rule::GroupShift), told(&few, Rule::SchoolTrend)), (vec![], vec![]));
    assert_eq!(told(&few, Rule::Representativeness), [(None, Severity::C)]);
}

#[test]
fn who_is_in_a_group_that_did_better_than_its_school_does_not_ring_for_that() {
    // Given two schools of twenty groups; one sinks as a whole, but for a group that goes up
    let given = |who: &Who| {
        let noise = 0.8 * noise(who, 99 + u64::from(who.school)) + 0.6 * noise(who, u64::from(who.round));
        let moved = match (who.school, who.group, who.round) {
            (0, 0, 2) => -BY,
            (0, _, 2) => BY,
            _ => 0.0,
        };
        Some(noise + moved)
    };
    let analysis = World { schools: 2, groups: 20, size: 25, rounds: 3, ..World::of(&given) }.analysis();
    let assessed = analysis.last();
    let rows = assessed.assessments();
    let up = rows.iter().filter(|row| row.school == 0 && row.group == Some(0));
    let highest = up.max_by(|a, b| a.trend.partial_cmp(&b.trend).unwrap()).unwrap();
    let (trend, apart) = (f64::from(highest.trend.unwrap()), f64::from(highest.trend_in_group.unwrap()));
    assert!(apart > trend + 0.001 && trend > 0.5, "{trend} {apart}");
    // When the threshold lies between what is judged of a pupil there, and that without what the group shares
    let told = |threshold: f64| {
        let mut rules = standard();
        rules.unexpected_decline.as_mut().unwrap().share = normal::share_below(-threshold);
        let mut found = super::super::findings(&assessed, &rules);
        found.retain(|f| f.school == 0);
        of(&found, Rule::UnexpectedDecline).contains(&highest.pupil)
    };
    // Then it is not told, and is where the pupil fell that far.
    assert!(!told(f64::midpoint(trend, apart)) && told(trend - 0.01));
}

#[test]
fn what_is_expected_of_a_school_is_told_by_the_groups_that_were_judged() {
    // Given a school of which four groups sink, and four with another teacher who sees them as better by more
    let given = |who: &Who| {
        let by = match (who.round, who.group) {
            (1, 0..4) => 0.7,
            (1, _) => -1.2,
            _ => 0.0,
        };
        Some(0.8 * noise(who, 99) + 0.6 * noise(who, u64::from(who.round)) + by)
    };
    let rater = |who: &Who| Some(if who.group < 4 { 9 } else { who.round });
    let world = World { groups: 8, size: 25, rounds: 2, rater: &rater, ..World::of(&given) };
    let found = world.of_rule(Rule::SchoolTrend);
    let school = found.iter().find(|f| f.severity == Severity::B).unwrap();
    // Then it is said of the hundred pupils of the four, and their school lies on the worse side of its band
    assert_eq!(school.n, Some(100));
    assert!(school.expected_high < Some(school.observed), "{school:?}");
    // and what would have changed it is a mean.
    let says = Words::default().say(&school.hinge);
    assert!(says.contains("gemiddelde van"), "{says}");
}
