//! The sentence goes with the scale: what is worse is higher on one and lower on another.

use super::world::{Who, World, calm, standard};
use crate::{
    evidence::informant::Informant,
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

/// The Dutch sentence of the decline of pupil 3 of the first group, with whether its score lies within what was expected.
fn declined(world: &World<'_>) -> (String, bool) {
    let found = world.of_rule(Rule::UnexpectedDecline);
    let own = found.iter().find(|f| f.pupil == Some(3)).unwrap();
    let within =
        own.expected_low.is_some_and(|low| low <= own.observed) && own.expected_high >= Some(own.observed);
    (Words(Language::Dutch).say(&own.reason), within)
}

#[test]
fn what_carries_a_decline_is_said_where_the_score_lies_within_what_was_expected() {
    let of_three = |by: &dyn Fn(&Who) -> f64, who: &Who| {
        Some(calm(who, 20) + if who.group == 0 && who.nth == 3 { by(who) } else { 0.0 })
    };
    let last = |who: &Who, by: f64| if who.round == 1 { by } else { 0.0 };

    // Given a pupil who falls far: the figures say it.
    let far = |who: &Who| of_three(&|who| last(who, 2.5), who);
    let (says, within) = declined(&World::of(&far));
    assert!(!within && says.ends_with("dachten we 30,5–62,2."), "{says}");

    // A group that goes up, all but one: another teacher, say.
    let up = |who: &Who| {
        let rises = who.group == 0 && who.nth != 3 && who.round == 1;
        Some(
            calm(who, 20)
                + last(who, if rises { -2.0 } else { 0.0 })
                + last(who, 0.8) * f64::from(who.nth == 3),
        )
    };
    let group = "; vergeleken met de andere leerlingen van de groep, bleef deze leerling achter.";
    let (says, within) = declined(&World { groups: 10, ..World::of(&up) });
    assert!(within && says.ends_with(group), "nobody signed: {says}");
    let one = |who: &Who| Some(who.group);
    let (says, within) = declined(&World { groups: 10, rater: &one, ..World::of(&up) });
    assert!(
        within && says.ends_with("bij wie dezelfde persoon invulde, bleef deze leerling achter."),
        "{says}"
    );

    // A list of five scales, a little on each in two rounds.
    let little = |who: &Who| of_three(&|who| [0.0, 1.1, 1.6][who.round as usize], who);
    let (says, within) = declined(&World { scales: 5, rounds: 3, ..World::of(&little) });
    let list = "; over alle schalen samen, met eerdere metingen erbij, is het minder goed dan verwacht.";
    assert!(within && says.ends_with(list), "{says}");

    // Two who fill in, a little each.
    let both = |who: &Who| of_three(&|who| last(who, 1.2), who);
    let informants = vec![Informant::Teacher, Informant::Parent];
    let (says, within) = declined(&World { informants, ..World::of(&both) });
    let informants = "; met wat anderen invulden erbij, is het minder goed dan verwacht.";
    assert!(within && says.ends_with(informants), "{says}");

    // A little more each round.
    let slow = |who: &Who| of_three(&|who| [0.0, 0.0, 1.0, 2.0][who.round as usize], who);
    let (says, within) = declined(&World { rounds: 4, ..World::of(&slow) });
    assert!(
        within && says.ends_with("; met eerdere metingen erbij, is het minder goed dan verwacht."),
        "{says}"
    );
}

#[test]
fn a_decline_on_one_scale_of_a_list_says_what_that_scale_hangs_on() {
    let on = |scales: u32| {
        let given = move |who: &Who| {
            let fell = who.nth == 3 && who.round == 1 && who.scale < scales;
            Some(calm(who, 20) + if fell { 2.6 } else { 0.0 })
        };
        let found = World { scales: 5, ..World::of(&given) }.of_rule(Rule::UnexpectedDecline);
        let own = found.iter().find(|f| f.pupil == Some(3)).unwrap();
        (own.whole_list, Words(Language::Dutch).say(&own.hinge))
    };
    // Given one scale that fell, and five: the words are about that scale, and about the list.
    let (whole_list, says) = on(1);
    assert!(
        !whole_list && says.starts_with("Was deze score ver genoeg in de buurt van de verwachting"),
        "{says}"
    );
    let (whole_list, says) = on(5);
    assert!(whole_list && says.starts_with("Waren de scores op de schalen van deze lijst"), "{says}");
}

#[test]
fn who_has_one_scale_of_a_list_is_told_of_that_scale_alone() {
    // Given a list of two scales of which twenty pupils have one, and one pupil both
    let given = |who: &Who| {
        let z = if who.nth == 3 { 2.8 } else { calm(who, 20) };
        (who.scale == 0 || who.nth == 7).then_some(z)
    };
    let says = |scales: u32| {
        let found = World { scales, rounds: 4, ..World::of(&given) }.of_rule(Rule::Level);
        found.iter().map(|f| Words(Language::Dutch).say(&f.reason)).collect::<Vec<_>>()
    };
    // Then the sentence of the low one is that of a list with one scale.
    assert_eq!(says(2), says(1));
    assert!(says(2)[0].contains("op schaal0 ("), "{:?}", says(2));
}
