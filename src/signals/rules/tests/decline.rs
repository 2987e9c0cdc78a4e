//! `unexpected-decline`: one scale, a list of five, scores too coarse for it.

use super::world::{Total, Who, World, calm, pupil, pupils, rho, standard};
use crate::{
    evidence::score_type::ScoreType,
    signals::{
        finding::{Finding, Rule},
        model::Severity,
    },
};

const DECLINE: Rule = Rule::UnexpectedDecline;

/// Of 21 pupils who score what is expected of them, one falls: the z whose trend is this. The one who fell is the whole
/// spread of the round, which is drawn towards 1 with the weight of 100 pupils.
fn z_of_trend(trend: f64) -> f64 {
    let (rho, n) = (rho(0, 1), 21.0);
    let square = trend * trend;
    let surprise = (100.0 * square / (n + 100.0 - square)).sqrt();
    surprise * (1.0 - rho * rho).sqrt()
}

#[test]
fn it_speaks_beyond_the_z_that_its_share_exceeds_by_chance_and_not_before() {
    let at = |trend: f64| {
        let fall = z_of_trend(trend);
        let given = |who: &Who| Some(if who.nth == 3 && who.round == 1 { fall } else { 0.0 });
        World { size: 21, ..World::of(&given) }.of_rule(DECLINE)
    };
    // Φ(1.7866) = 1 - 0.037.
    let found = at(1.79);
    assert_eq!((pupils(&found), found[0].severity), (vec![3], Severity::B));
    assert!((found[0].statistic - 1.79).abs() < 1e-3 && (found[0].threshold - 1.7866).abs() < 1e-4);
    assert!(at(1.78).is_empty());
}

#[test]
fn one_round_gives_nothing_to_expect_from_and_a_rise_is_none() {
    let low = |who: &Who| Some(if who.nth == 3 { 3.0 } else { calm(who, 20) });
    assert!(World { rounds: 1, ..World::of(&low) }.of_rule(DECLINE).is_empty());
    assert!(World::of(&low).of_rule(Rule::Level).len() == 1);
    let up = |who: &Who| Some(if who.nth == 3 && who.round == 1 { -3.0 } else { calm(who, 20) });
    assert!(World::of(&up).of_rule(DECLINE).is_empty());
}

#[test]
fn nothing_holds_where_nothing_happens() {
    let quiet = |who: &Who| Some(calm(who, 20));
    for rounds in [1, 2, 4] {
        let found = World { rounds, ..World::of(&quiet) }.holds(&standard());
        assert!(found.is_empty(), "{found:?}");
        assert!(World { rounds, scales: 5, ..World::of(&quiet) }.of_rule(DECLINE).is_empty());
    }
}

/// A list of five scales on which pupil 3 falls.
fn list(total: Total, fall: impl Fn(u32) -> f64) -> Vec<Finding> {
    let given = |who: &Who| {
        let fell = who.nth == 3 && who.round == 1;
        Some(calm(who, 20) + if fell { fall(who.scale) } else { 0.0 })
    };
    World { scales: 5, total, ..World::of(&given) }.of_rule(DECLINE)
}

#[test]
fn five_scales_that_all_go_down_are_one_finding_on_the_list() {
    let found = list(Total::None, |_| 2.5);
    assert_eq!((found.len(), pupils(&found)), (1, vec![3]));
    assert!(found[0].whole_list);
}

#[test]
fn one_scale_of_five_that_goes_down_is_one_finding_on_that_scale() {
    let found = list(Total::None, |scale| if scale == 2 { 2.8 } else { 0.0 });
    assert_eq!((found.len(), pupils(&found)), (1, vec![3]));
    assert_eq!((found[0].whole_list, found[0].scale.as_str()), (false, "schaal2"));
}

#[test]
fn a_list_of_which_only_the_total_is_given_is_judged_on_that() {
    let found = list(Total::Alone, |_| 2.5);
    assert_eq!(pupils(&found), [pupil(0, 3)]);
    assert_eq!((found[0].whole_list, found[0].scale.as_str()), (true, "totaal"));
    assert!(list(Total::Alone, |_| 0.5).is_empty());
}

#[test]
fn quartiles_and_levels_say_too_little_of_change() {
    // Forty pupils over the whole range, who stay where they are; one goes from the best to the worst.
    let fallen = |unit, top: f64| {
        let given = |who: &Who| {
            let own = 1.0 + f64::from(who.nth % 4) * (top - 1.0) / 4.0;
            Some(if who.nth != 3 {
                own
            } else if who.round == 1 {
                top
            } else {
                1.0
            })
        };
        World { unit, size: 40, rounds: 2, ..World::of(&given) }.of_rule(DECLINE)
    };
    assert_eq!(pupils(&fallen(ScoreType::Percentile, 99.0)), [3]);
    assert_eq!(pupils(&fallen(ScoreType::Stanine, 9.0)), [3]);
    for (unit, top) in [(ScoreType::Quartile, 4.0), (ScoreType::LetterAE, 5.0), (ScoreType::RomanIV, 5.0)] {
        assert!(fallen(unit, top).is_empty(), "{unit:?}");
    }
}
