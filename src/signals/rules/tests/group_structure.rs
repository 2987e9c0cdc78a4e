//! `group-structure`: each of its three grounds, the gates, and that it is news only where it says more.

use super::circle::{Circle, said};
use super::world::{reads, standard};
use crate::ground::Words;
use crate::signals::{
    finding::Rule,
    model::{Level, Severity},
    sociograms::Wanted,
};

const CALM: Circle = Circle::CALM;

/// The sentences it gives.
fn told(wanted: Wanted, circles: &[Circle]) -> Vec<String> {
    let all = said(&standard(), wanted, circles);
    let own = all.iter().filter(|f| f.rule == Rule::GroupStructure).inspect(|f| {
        assert!((f.level, f.severity, f.group, f.pupil) == (Level::Group, Severity::C, Some(0), None));
        reads(f);
    });
    own.map(|f| Words::default().say(&f.reason)).collect()
}

fn later(days: u64, circle: Circle) -> Circle {
    Circle { day: days, ..circle }
}

#[test]
fn group_structure_is_silent_in_a_calm_group() {
    assert_eq!(told(Wanted::New, &[CALM, later(180, CALM)]), [] as [&str; 0]);
}

#[test]
fn group_structure_tells_of_several_who_are_seldom_chosen_twice() {
    // Two of fourteen without a mutual choice are 14 %: under the limit.
    let low = Circle { low: 2, ..CALM };
    let said = told(Wanted::New, &[low, later(180, low)]);
    let words = "Het sociogram van za 28 februari 2026, met 14 leerlingen; 2 leerlingen worden twee metingen achter \
                 elkaar weinig gekozen.";
    assert_eq!(said, [words]);
}

#[test]
fn group_structure_tells_of_fewer_mutual_choices() {
    // 42 of 91 pairs, then 28: 2.2 standard errors.
    let said = told(Wanted::New, &[CALM, later(180, Circle { near: 2, ..CALM })]);
    assert!(said.len() == 1 && said[0].contains("minder wederzijdse keuzes"), "{said:?}");
    let other_group = [Circle { group: 1, ..CALM }, later(180, Circle { near: 2, ..CALM })];
    assert_eq!(told(Wanted::New, &other_group), [] as [&str; 0]);
}

#[test]
fn group_structure_tells_of_pupils_without_a_mutual_choice_and_once() {
    let low = Circle { low: 3, ..CALM };
    let first = told(Wanted::New, &[low]);
    assert!(first.len() == 1 && first[0].contains("3 leerlingen hebben geen wederzijdse keuze"), "{first:?}");
    // The second time it says more: they are seldom chosen twice. The third time it says the same.
    assert_eq!(told(Wanted::New, &[low, later(180, low)]).len(), 1);
    let third = [low, later(180, low), later(360, low)];
    assert_eq!(told(Wanted::New, &third), [] as [&str; 0]);
    assert_eq!(told(Wanted::Standing, &third).len(), 1);
}

#[test]
fn group_structure_asks_for_twelve_pupils_and_eight_of_ten() {
    let low = |pupils, judge| [Circle { low: 3, pupils, judge, ..CALM }];
    assert_eq!(told(Wanted::New, &low(12, 12)).len(), 1);
    assert_eq!(told(Wanted::New, &low(11, 11)), [] as [&str; 0]);
    assert_eq!(told(Wanted::New, &low(15, 12)).len(), 1);
    assert_eq!(told(Wanted::New, &low(16, 12)), [] as [&str; 0]);
}
