//! The sentence goes with the scale: what is worse is higher on one and lower on another.

use super::world::{Who, World, calm, standard};
use crate::{
    evidence::score_type::ScoreType,
    ground::words::{Language, Words},
    signals::finding::Rule,
};

/// The Dutch sentence of a rule in a world of ten groups of which the first goes down.
fn told(high_is: &'static str, rule: Rule) -> String {
    let given = |who: &Who| {
        // One pupil falls further than the group.
        let by = if who.nth == 12 { 3.4 } else { 1.2 };
        Some(calm(who, 25) + if who.group == 0 && who.round == 1 { by } else { 0.0 })
    };
    let other = |who: &Who| Some(if rule == Rule::RaterEffect && who.group == 0 { who.round } else { 9 });
    let world = World { groups: 10, size: 25, high_is, rater: &other, ..World::of(&given) };
    let found = world.holds(&standard());
    let first = found.iter().find(|f| f.rule == rule && f.group == Some(0)).unwrap();
    Words(Language::Dutch).say(&first.reason)
}

#[test]
fn worse_is_higher_on_a_scale_of_concern_and_lower_on_one_of_strength() {
    for (rule, concern, strength) in [
        (Rule::GroupLevel, "hoger", "lager"),
        (Rule::GroupShare, "hoogste", "laagste"),
        (Rule::RaterEffect, "Hoger", "Lager"),
        (Rule::Level, "Scoort hoog", "Scoort laag"),
        (Rule::UnexpectedDecline, "stijgt", "daalt"),
        (Rule::GroupShift, "achteruit", "achteruit"),
    ] {
        let (worse, lower) = (told("concern", rule), told("strength", rule));
        assert!(worse.contains(concern), "{worse}");
        assert!(lower.contains(strength), "{lower}");
    }
}

#[test]
fn in_a_coarse_unit_nothing_is_said_of_change_however_many_rounds() {
    let given = |who: &Who| Some(if who.nth == 3 { 5.0 } else { f64::from(1 + who.nth % 4) });
    let world =
        World { size: 25, rounds: 3, high_is: "concern", unit: ScoreType::LetterAE, ..World::of(&given) };
    let found = world.holds(&standard());
    let low = found.iter().find(|f| f.rule == Rule::Level && f.pupil.is_some()).unwrap();
    let says = Words(Language::Dutch).say(&low.reason);
    assert!(
        says.contains("verandering niet te zien") && says.contains("geen verwachting af te leiden"),
        "{says}"
    );
    // A letter is said as a letter.
    assert!(says.contains(": E op "), "{says}");
    let first = World { rounds: 1, ..world }.holds(&standard());
    let says = first.iter().find(|f| f.rule == Rule::Level && f.pupil.is_some());
    assert!(says.is_none_or(|f| Words(Language::Dutch).say(&f.reason).contains("eerste meting")));
}
