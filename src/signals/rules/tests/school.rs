//! `school-compared`, `school-trend`, `school-safety` and `representativeness`.

use super::world::{Who, World, calm, reads, rho, standard};
use crate::{
    evidence::informant::Informant::Teacher,
    ground::Words,
    signals::{
        finding::{Finding, Rule},
        model::{Level, Severity},
        ruleset::Ruleset,
    },
};

fn told(found: &[Finding], rule: Rule) -> Vec<(u32, Severity)> {
    let own = found.iter().filter(|f| f.rule == rule).inspect(|f| {
        assert!(f.level == Level::School && f.pupil.is_none() && f.group.is_none());
        reads(f);
    });
    own.map(|f| (f.school, f.severity)).collect()
}

/// What the first finding of a rule says; nothing where there is none.
fn sentence(found: &[Finding], rule: Rule) -> String {
    let first = found.iter().find(|f| f.rule == rule);
    first.map_or_else(String::new, |f| Words::default().say(&f.reason))
}

/// With what the first finding would not have been.
fn hinge(found: &[Finding]) -> String {
    let first = found.iter().find(|f| f.level == Level::School);
    first.map_or_else(String::new, |f| Words::default().say(&f.hinge))
}

/// Schools of which the first stands so many standard errors lower than the others.
fn compared(schools: u32, size: u32, errors: f64) -> Vec<(u32, Severity)> {
    let at = |who: &Who| calm(&Who { school: 0, ..*who }, size);
    let (n, k) = (f64::from(size), f64::from(schools));
    let who = |nth| Who { school: 0, group: 0, nth, scale: 0, informant: Teacher, round: 0 };
    let squares: f64 = (0..size).map(|nth| at(&who(nth)).powi(2)).sum();
    let by = errors * (squares / (n - 1.0) / n).sqrt() * k / (k - 1.0);
    let given = |who: &Who| Some(at(who) + if who.school == 0 { by } else { 0.0 });
    told(&World { schools, size, rounds: 1, ..World::of(&given) }.holds(&standard()), Rule::SchoolCompared)
}

#[test]
fn schools_are_compared_from_eight_schools_of_thirty() {
    assert_eq!(compared(8, 30, 3.12), [(0, Severity::B)]);
    assert_eq!(compared(8, 30, 3.06), []);
    assert_eq!(compared(8, 30, -4.0), []);
    assert_eq!(compared(7, 30, 4.0), []);
    assert_eq!(compared(8, 29, 4.0), []);
}

#[test]
fn a_year_level_is_compared_with_the_same_year_level_elsewhere() {
    // Given eight schools with two year levels, of which one is low at one school; the other lies where all do
    let with = |low: f64, other: f64, (size, others): (u32, u32)| {
        let given = |who: &Who| {
            if who.group == 1 && who.nth >= others {
                return None;
            }
            let by = match (who.school, who.group) {
                (0, 0) => low,
                (0, _) => other,
                _ => 0.0,
            };
            Some(calm(who, size) + by)
        };
        let year = |who: &Who| Some(who.group + 5);
        let world = World { schools: 8, groups: 2, size, rounds: 1, year: &year, ..World::of(&given) };
        let mut found = world.of_rule(Rule::SchoolCompared);
        found.retain(|f| f.school == 0);
        found
    };
    let of = |low, other, size| with(low, other, (size, size));
    let years = |found: &[Finding]| found.iter().map(|f| f.year).collect::<Vec<_>>();
    let found = of(0.8, -0.8, 30);
    assert_eq!((years(&found), found[0].n), (vec![Some(5)], Some(30)));
    assert!(sentence(&found, Rule::SchoolCompared).starts_with("Scoort in leerjaar 5 "), "{found:?}");
    // Where the school as a whole is low it is told once; of two low year levels the lower one; 29 pupils are too few.
    assert_eq!(years(&of(1.5, 1.5, 30)), [None]);
    assert_eq!(years(&of(0.8, -0.8, 29)), []);
    assert_eq!(years(&of(0.0, 0.0, 30)), []);
    // Of so few others the mean could be worked out from the two.
    assert_eq!(years(&with(1.0, -2.0, (40, 30))), [Some(5)]);
    assert_eq!(years(&with(1.0, -2.0, (40, 29))), []);
}

/// A school of `size` that moves by `by` in the last round.
fn trend(size: u32, rounds: u32, by: f64) -> Vec<(u32, Severity)> {
    let given = |who: &Who| Some(calm(who, size) + if who.round + 1 == rounds { by } else { 0.0 });
    told(&World { rounds, size, ..World::of(&given) }.holds(&standard()), Rule::SchoolTrend)
}

#[test]
fn school_trend_compares_with_a_year_before() {
    let rho = rho(0, 2);
    let at = |share: f64| 2.5 * ((1.0 - rho * rho) / 30.0 + 0.05 * 0.05).sqrt() * share;
    assert_eq!(trend(30, 3, at(1.01)), [(0, Severity::C)]);
    assert_eq!(trend(30, 3, at(0.99)), []);
    assert_eq!(trend(30, 3, at(-1.01)), [(0, Severity::C)]);
    // 29 pupils; no round a year before.
    assert_eq!(trend(29, 3, 2.0), []);
    assert_eq!(trend(30, 2, 2.0), []);
    // From the sixth round on one round alone weighs less.
    assert_eq!(trend(30, 5, at(1.05)), [(0, Severity::C)]);
    assert_eq!(trend(30, 6, at(1.05)), []);
}

#[test]
fn a_school_whose_groups_moved_apart_since_a_year_is_surer_of_nothing() {
    // Given a school of four groups that moved by half a z since a year before
    let of = |apart: f64| {
        let given = |who: &Who| {
            let now = who.round == 2;
            let own = if who.group.is_multiple_of(2) { apart } else { -apart };
            Some(calm(who, 25) + if now { 0.5 + own } else { 0.0 })
        };
        let teacher = |who: &Who| Some(who.round * 10 + who.group);
        let world = World { rounds: 3, groups: 4, size: 25, rater: &teacher, ..World::of(&given) };
        told(&world.holds(&standard()), Rule::SchoolTrend)
    };
    // Then it is told where all did, and not where they moved as far apart as other teachers make them
    assert_eq!(of(0.0), [(0, Severity::C)]);
    assert_eq!(of(0.5), []);
}

/// A school of `groups` of `size` that all move by `by` in the second round.
fn together(groups: u32, size: u32, by: f64) -> Vec<(u32, Severity)> {
    let given = |who: &Who| Some(calm(who, size) + if who.round == 1 { by } else { 0.0 });
    told(&World { groups, size, ..World::of(&given) }.holds(&standard()), Rule::SchoolTrend)
}

#[test]
fn school_trend_speaks_of_groups_that_moved_together() {
    let rho = rho(0, 1);
    let of_group = |n: f64| (1.0 - rho * rho) / n;
    let school =
        |groups: f64| 2.05 * (of_group(25.0 * groups) + 0.05_f64.powi(2) + 0.07_f64.powi(2) / groups).sqrt();
    let group = 2.05 * (of_group(25.0) + 0.07_f64.powi(2)).sqrt();
    // A note until a group would have rung by itself; better is one always.
    assert_eq!(together(4, 25, school(4.0) * 0.99), []);
    assert_eq!(together(4, 25, school(4.0) * 1.01), [(0, Severity::C)]);
    assert_eq!(together(4, 25, group * 0.99), [(0, Severity::C)]);
    assert_eq!(together(4, 25, group * 1.01), [(0, Severity::B)]);
    assert_eq!(together(4, 25, -2.0), [(0, Severity::C)]);
    // Three groups, thirty pupils.
    assert_eq!(together(3, 25, 2.0), [(0, Severity::B)]);
    assert_eq!(together(2, 25, 2.0), []);
    assert_eq!(together(3, 10, 2.0), [(0, Severity::B)]);
    assert_eq!(together(3, 9, 2.0), []);
}

#[test]
fn one_group_that_sank_is_no_school() {
    for groups in 3..7 {
        let given = |who: &Who| {
            let sinks = who.group == 0 && who.round == 1;
            Some(calm(who, 25) + if sinks { 1.5 } else { 0.0 })
        };
        let found = World { groups, size: 25, ..World::of(&given) }.holds(&standard());
        assert_eq!(told(&found, Rule::SchoolTrend), [], "of {groups}");
        let sunk: Vec<_> = found.iter().filter(|f| f.rule == Rule::GroupShift).map(|f| f.group).collect();
        assert_eq!(sunk, [Some(0)], "of {groups}");
    }
}

/// Of a school of `size`, 3 were low and now `low` are; so many are now missing.
fn safety(domain: &'static str, size: u32, low: u32, missing: u32, ruleset: &Ruleset) -> Vec<Finding> {
    let given = |who: &Who| {
        let low = if who.round == 1 { low } else { 3 };
        let gone = who.round == 1 && who.nth >= size - missing;
        (!gone).then_some(if who.nth < low { 1.0 } else { 0.0 })
    };
    World { size, domain, normed: false, ..World::of(&given) }.holds(ruleset)
}

#[test]
fn school_safety_speaks_against_a_norm_where_there_is_one() {
    let of = |size: u32, low: u32, rounds, normed| {
        let given = |who: &Who| Some(if who.nth < low { 1.0 } else { 0.0 });
        let world = World { size, rounds, domain: "veiligheid", normed, ..World::of(&given) };
        told(&world.holds(&standard()), Rule::SchoolSafety)
    };
    // Of 30: 11 have .219 as the lower end, 10 have .192. As many as the time before, or no time before.
    assert_eq!(of(30, 11, 2, true), [(0, Severity::B)]);
    assert_eq!(of(30, 11, 1, true), [(0, Severity::B)]);
    assert_eq!(of(30, 10, 2, true), []);
    assert_eq!(of(29, 20, 2, true), []);
    assert_eq!(of(30, 11, 2, false), []);
}

#[test]
fn school_safety_speaks_where_the_intervals_part() {
    let of = |domain, size, low| told(&safety(domain, size, low, 0, &standard()), Rule::SchoolSafety);
    // Of 30: 3 have .256 as the upper end; 13 have .274 as the lower, 12 have .246.
    assert_eq!(of("veiligheid", 30, 13), [(0, Severity::B)]);
    assert_eq!(of("veiligheid", 30, 12), []);
    let says = hinge(&safety("veiligheid", 30, 20, 0, &standard()));
    assert!(says.contains("hoogstens 12 van 30"), "{says}");
    assert_eq!(of("veiligheid", 29, 25), []);
    assert_eq!(of("gedrag", 30, 25), []);
}

#[test]
fn a_scale_that_only_explains_raises_nothing_on_a_school() {
    // Given a school in which many more feel unsafe, or that misses a third, by a scale that raises signals or not
    let found = |signals, (low, missing): (u32, u32)| {
        let given = |who: &Who| {
            let gone = who.round == 1 && who.nth >= 60 - missing;
            (!gone).then_some(if who.nth < 3 + who.round * low { 1.0 } else { 0.0 })
        };
        let world = World { size: 60, domain: "veiligheid", signals, normed: false, ..World::of(&given) };
        let holds = world.holds(&standard());
        (told(&holds, Rule::SchoolSafety).len(), told(&holds, Rule::Representativeness).len())
    };
    assert_eq!((found(true, (20, 0)), found(true, (0, 25))), ((1, 0), (0, 1)));
    assert_eq!((found(false, (20, 0)), found(false, (0, 25))), ((0, 0), (0, 0)));
}

#[test]
fn a_round_that_misses_a_third_does_not_stand_for_the_school() {
    let of = |size, missing| told(&safety("gedrag", size, 3, missing, &standard()), Rule::Representativeness);
    // 19 of 30; who is missing was like the others but for 3 of 19.
    assert_eq!(of(30, 11), [(0, Severity::C)]);
    assert_eq!(of(29, 11), []);
    assert_eq!(of(30, 0), []);
    let says = sentence(&safety("gedrag", 30, 3, 11, &standard()), Rule::Representativeness);
    assert!(says.contains("van 30 leerlingen deden er maar 19 mee"), "{says}");
    assert!(hinge(&safety("gedrag", 30, 3, 11, &standard())).contains("minstens 20 van de 30"));
}

#[test]
fn a_round_without_those_who_were_low_does_not_stand_for_the_school() {
    // 40 pupils, of whom 4 are missing: those at these places of forty by z.
    let of = |gone: [u32; 4]| {
        let given = |who: &Who| {
            let missing = who.round == 1 && gone.contains(&who.nth);
            (!missing).then(|| (f64::from(who.nth) - 19.5) / 20.0)
        };
        let holds = World { size: 40, ..World::of(&given) }.holds(&standard());
        let says = sentence(&holds, Rule::Representativeness);
        let way = ["beter", "slechter"].into_iter().find(|way| says.contains(way));
        told(&holds, Rule::Representativeness).pop().map(|(.., severity)| (severity, way))
    };
    let note = |way| Some((Severity::C, Some(way)));
    assert_eq!(of([36, 37, 38, 39]), note("slechter"));
    assert_eq!(of([0, 1, 2, 3]), note("beter"));
    assert_eq!(of([18, 19, 20, 21]), None);
    // An SD is 11.7 places, and 4 of 40 differ by 1.03 SD by chance. Missing 10.5 places above the middle: 1.0 SD from
    // those who are there; 11 places: 1.045.
    assert_eq!(of([28, 29, 30, 33]), None);
    assert_eq!(of([28, 29, 31, 34]), note("slechter"));
}

#[test]
fn one_pupil_of_forty_is_not_missed_by_the_school() {
    // Given forty pupils of whom the last two stood far below the others: one lies 2.4 SD from the rest (2.0 is what chance makes of one)
    let of = |gone: u32| {
        let given = |who: &Who| {
            let missing = who.round == 1 && who.nth >= 40 - gone;
            let z = if who.nth >= 38 { 1.7 } else { (f64::from(who.nth) - 18.5) / 19.0 };
            (!missing).then_some(z)
        };
        told(&World { size: 40, ..World::of(&given) }.holds(&standard()), Rule::Representativeness)
    };
    // Then without that one the mean of the school moves by .06 SD, and without two such pupils it is not.
    assert_eq!(of(1), []);
    assert_eq!(of(2), [(0, Severity::C)]);
}

#[test]
fn a_round_that_does_not_stand_for_the_school_silences_the_rules_on_schools() {
    let without = Ruleset { representativeness: None, ..standard() };
    let (rule, doubt) = (Rule::SchoolSafety, Rule::Representativeness);
    // 35 of 60 pupils, nearly all low.
    let loud = safety("veiligheid", 60, 34, 25, &without);
    assert_eq!((told(&loud, rule).len(), told(&loud, doubt).len()), (1, 0));
    let silent = safety("veiligheid", 60, 34, 25, &standard());
    assert_eq!((told(&silent, rule).len(), told(&silent, doubt).len()), (0, 1));
}

#[test]
fn what_is_compared_is_silent_too_where_the_round_does_not_stand_for_the_school() {
    let given = |who: &Who| {
        let low = who.school == 0;
        let gone = low && who.round == 1 && who.nth >= 35;
        (!gone).then(|| calm(who, 60) + if low { 2.0 } else { 0.0 })
    };
    let world = World { schools: 8, size: 60, ..World::of(&given) };
    let without = Ruleset { representativeness: None, ..standard() };
    assert_eq!(told(&world.holds(&without), Rule::SchoolCompared), [(0, Severity::B)]);
    assert_eq!(told(&world.holds(&standard()), Rule::SchoolCompared), []);
    // A year on, with a third of the school missing since the round before.
    let given = |who: &Who| {
        let gone = who.round == 3 && who.nth >= 35;
        (!gone).then(|| calm(who, 60) + if who.round == 3 { 2.0 } else { 0.0 })
    };
    let world = World { size: 60, rounds: 4, ..World::of(&given) };
    assert_eq!(told(&world.holds(&without), Rule::SchoolTrend).len(), 1);
    assert_eq!(told(&world.holds(&standard()), Rule::SchoolTrend), []);
}
