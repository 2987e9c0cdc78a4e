//! `rejected-twice`: only twice, only new, only with enough who judge.

use super::circle::{Circle, said};
use super::world::{reads, standard};
use crate::ground::{Language, Words};
use crate::signals::{
    finding::{Finding, Rule},
    model::{Level, Severity},
    ruleset::RejectedTerms,
    sociograms::Wanted,
};

const LOW: Circle = Circle { low: 1, ..Circle::CALM };

/// The pupils of whom it says so, with the day.
fn told(wanted: Wanted, circles: &[Circle]) -> Vec<(i64, String)> {
    let own = found(wanted, circles).into_iter().filter(|f| f.rule == Rule::RejectedTwice);
    own.map(|f| (f.pupil.expect("a pupil"), f.round)).collect()
}

fn found(wanted: Wanted, circles: &[Circle]) -> Vec<Finding> {
    said(&standard(), wanted, circles)
}

fn later(days: u64, circle: Circle) -> Circle {
    Circle { day: days, ..circle }
}

#[test]
fn rejected_twice_speaks_of_two_sociograms_in_a_row_and_once() {
    let day = "2026-02-28".to_owned();
    assert_eq!(told(Wanted::New, &[LOW]), []);
    assert_eq!(told(Wanted::New, &[LOW, later(180, Circle::CALM)]), []);
    assert_eq!(told(Wanted::New, &[Circle::CALM, later(180, LOW)]), []);
    assert_eq!(told(Wanted::New, &[LOW, later(180, LOW)]), [(0, day.clone())]);
    let third = [LOW, later(180, LOW), later(360, LOW)];
    assert_eq!(told(Wanted::New, &third), []);
    assert_eq!(told(Wanted::Standing, &third), [(0, "2026-08-27".to_owned())]);
    assert_eq!(told(Wanted::Replay, &third), [(0, day)]);
}

#[test]
fn rejected_twice_follows_a_pupil_to_another_group() {
    let moved = [LOW, later(180, Circle { group: 1, ..LOW })];
    assert_eq!(told(Wanted::New, &moved).len(), 1);
}

#[test]
fn rejected_twice_takes_near_sociograms_as_one() {
    assert_eq!(told(Wanted::New, &[LOW, later(90, LOW)]).len(), 1);
    assert_eq!(told(Wanted::New, &[LOW, later(89, LOW)]), []);
}

#[test]
fn rejected_twice_asks_for_ten_who_judge_and_seven_of_ten_of_the_group() {
    // Of fifteen, eleven are 73 %; the pupil is one of those who judge.
    let with = |judge, pupils| {
        let one = Circle { pupils, judge, ..LOW };
        [one, later(180, one)]
    };
    assert_eq!(told(Wanted::New, &with(11, 15)).len(), 1);
    assert_eq!(told(Wanted::New, &with(10, 14)), [], "nine judge the pupil");
    assert_eq!(told(Wanted::New, &with(11, 16)), [], "69 % of the group");
}

#[test]
fn rejected_twice_looks_at_the_last_half_year_of_the_school_only() {
    // Another group was measured half a year later; what held before is no news then.
    let circles =
        [LOW, later(120, LOW), later(180, Circle { group: 1, pupils: 3, judge: 3, ..Circle::CALM })];
    assert_eq!(told(Wanted::New, &circles), []);
    assert_eq!(told(Wanted::Replay, &circles).len(), 1);
}

#[test]
fn rejected_twice_is_a_b_and_says_how_many_judged_and_when_never_a_label() {
    let all = found(Wanted::New, &[LOW, later(180, LOW)]);
    let one = all.iter().find(|f| f.rule == Rule::RejectedTwice).expect("a finding");
    reads(one);
    assert_eq!((one.level, one.severity), (Level::Pupil, Severity::B));
    assert_eq!(
        Words::default().say(&one.reason),
        "Wordt weinig gekozen, twee metingen achter elkaar: ma 1 september 2025 (13 klasgenoten oordeelden) en \
         za 28 februari 2026 (13)."
    );
    let english = Words(Language::English).say(&one.reason);
    assert!(english.contains("Mon 1 September 2025 (13 classmates judged)"), "{english}");
    // Statistics alone are no A, whatever the ruleset says.
    let mut ruleset = standard();
    ruleset.rejected_twice =
        ruleset.rejected_twice.map(|terms| RejectedTerms { severity: Severity::A, ..terms });
    let all = said(&ruleset, Wanted::New, &[LOW, later(180, LOW)]);
    assert!(all.iter().all(|f| f.severity >= Severity::B));
    ruleset.rejected_twice = ruleset.rejected_twice.map(|terms| RejectedTerms { on: false, ..terms });
    assert_eq!(said(&ruleset, Wanted::New, &[LOW, later(180, LOW)]), []);
}
