//! Groups and their pupils: who only moved with the group does not ring, and nothing else is hidden by it.

use std::collections::BTreeSet;

use super::world::{Who, World, pupil, standard};
use crate::{
    analytics::{Analysis, AsOf, normal},
    signals::{
        finding::{Finding, Rule},
        model::Severity,
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
    let mut found = super::super::findings(&analysis.assess(AsOf::BeforeLast(0)).unwrap(), ruleset);
    found.retain(|f| f.group.is_some_and(|group| group < SUNK));
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
    let rows = analysis.assess(AsOf::BeforeLast(0)).unwrap().assessments;
    let beyond = rows
        .iter()
        .filter(|row| row.group.get().is_some_and(|group| group < SUNK))
        .filter(|row| row.expected.is_some_and(|expected| expected.surprise > 1.79));
    assert!((less.len() - 3) * 4 <= beyond.count() - 3, "{less:?}");
    for rule in [Rule::Level, Rule::Persistent, Rule::SteadyDecline] {
        assert_eq!(of(&folded, rule), of(&apart, rule), "{rule:?}");
    }
    for rule in [Rule::Level, Rule::Persistent] {
        assert!(each(4).all(|pupil| of(&folded, rule).contains(&pupil)), "{rule:?}");
    }
}

#[test]
fn groups_of_a_school_that_moved_as_a_whole_do_not_each_ring() {
    // Four groups of a school of its own, beside three schools to which nothing happens.
    let moved = |extra: f64| {
        let given = |who: &Who| {
            let usual = 0.8 * noise(who, 99) + 0.6 * noise(who, u64::from(who.round));
            let own = if who.group == 0 { extra } else { 0.0 };
            Some(usual + if who.school == 0 && who.round == 1 { 0.8 + own } else { 0.0 })
        };
        let world = World { schools: 4, groups: 4, size: 25, ..World::of(&given) };
        let found = world.of_rule(Rule::GroupShift);
        found
            .into_iter()
            .filter(|f| f.severity == Severity::B)
            .map(|f| (f.school, f.group))
            .collect::<Vec<_>>()
    };
    assert_eq!(moved(0.0), []);
    assert_eq!(moved(0.8), [(0, Some(0))]);
}
