//! The simulation and its marks, on worlds small enough for a test.

use super::measure::{Count, above, begins, delay, false_share, found, loads, right, threshold};
use super::run::Grid;
use super::simulate::Simulated;
use super::worlds::{ROUNDS, WORLDS, World};
use super::{Marks, RULESETS, Ruleset, evaluate};
use crate::signals::{finding::Rule, model::Level};

const PUPILS: usize = 600;

fn world(name: &str) -> &'static World {
    WORLDS.iter().find(|world| world.name == name).unwrap()
}

fn live(name: &str) -> Simulated {
    Simulated::live(world(name), PUPILS, 1)
}

fn marks(name: &str) -> Marks {
    let rulesets: Vec<Ruleset> = RULESETS.iter().map(|name| Ruleset::find(name).unwrap()).collect();
    evaluate(world(name), PUPILS, &[1], &rulesets, || {}).unwrap()
}

#[test]
fn nothing_happens_where_nothing_happens_and_to_one_in_ten_elsewhere() {
    for world in WORLDS {
        let lived = Simulated::live(world, PUPILS, 1);
        let hit = lived.onset.iter().flatten().count();
        let sank = lived.sank.iter().flatten().filter(|sank| **sank).count();
        let quiet = world.name.starts_with("nothing");
        assert!(if quiet { hit == 0 } else { (30..90).contains(&hit) }, "{}: {hit}", world.name);
        assert_eq!(sank > 0, world.name.starts_with("sinking"), "{}", world.name);
        assert!(lived.onset.iter().flatten().all(|onset| (1..ROUNDS).contains(onset)));
    }
}

#[test]
fn pupils_get_worse_from_their_onset_on() {
    let lived = live("smooth");
    let hit = |pupil: &usize| lived.onset[*pupil].is_some();
    let shift = |rounds: fn(usize, usize) -> bool| {
        let of = |pupil: usize| {
            let onset = lived.onset[pupil].unwrap();
            (0..ROUNDS).filter(move |round| rounds(*round, onset)).map(move |round| (pupil, round))
        };
        let scores: Vec<f64> = (0..PUPILS)
            .filter(hit)
            .flat_map(of)
            .map(|(pupil, round)| lived.scores[round][0][pupil])
            .collect();
        scores.iter().sum::<f64>() / scores.len() as f64
    };
    let (before, after) = (shift(|round, onset| round < onset), shift(|round, onset| round >= onset));
    assert!((1.1..1.9).contains(&(after - before)), "{before} → {after}");
}

#[test]
fn forms_are_missing_only_where_they_should_be() {
    let missing = |name: &str| {
        let lived = live(name);
        let gaps = lived.scores.iter().flatten().flatten().filter(|x| x.is_nan()).count();
        gaps as f64 / (PUPILS * ROUNDS) as f64
    };
    assert!(missing("smooth").abs() < f64::EPSILON);
    assert!((0.08..0.16).contains(&missing("missing")));
    let half = live("half-floor");
    let first = &half.scores[0][0];
    let floor = first.iter().filter(|x| **x == 0.0).count() as f64 / PUPILS as f64;
    assert!((0.35..0.6).contains(&floor), "{floor}");
}

#[test]
fn a_pupil_stays_in_a_school_and_classes_change_in_august() {
    let lived = live("smooth");
    let people = &lived.people;
    for groups in &people.group {
        assert_eq!((groups[0], groups[2], groups[4]), (groups[1], groups[3], groups[5]));
        assert!(groups[0] < groups[2] && groups[2] < groups[4]);
    }
    let stable = live("sinking-stable");
    assert!(stable.people.group.iter().all(|groups| groups.iter().all(|group| *group == groups[0])));
    let mut school_of = std::collections::BTreeMap::new();
    for (group, school) in
        people.group.iter().flat_map(|g| g.iter()).zip(people.school.iter().flat_map(|s| [s; ROUNDS]))
    {
        assert_eq!(school_of.entry(group).or_insert(school), &school);
    }
}

#[test]
fn the_threshold_gives_three_false_alarms_per_hundred() {
    let lived = [live("smooth")];
    // The scores themselves as a statistic: continuous, so that the share can be met.
    let stat: Grid<f64> =
        (0..PUPILS).map(|pupil| std::array::from_fn(|round| lived[0].scores[round][0][pupil])).collect();
    let stats = [stat];
    let cut = threshold(&lived, &stats, 3.0);
    let share = false_share(&lived, &stats, cut).unwrap();
    assert!(share <= 3.0 && share > 2.9, "{share}");
    assert!(threshold(&lived, &stats, 1.0) > cut);
}

#[test]
fn an_event_counts_as_found_from_the_round_it_is_found_in() {
    let mut lived = live("nothing");
    lived.onset[0] = Some(2);
    lived.onset[1] = Some(5);
    let at = |pupil: usize, round: usize| -> [Grid<bool>; 1] {
        let mut flags = vec![[false; ROUNDS]; PUPILS];
        flags[pupil][round] = true;
        [flags]
    };
    let lived = [lived];
    // Before the onset it is a false alarm; of two pupils the second has no rounds after the onset.
    assert_eq!(found(&lived, &at(0, 1)), [Some(0.0); 3]);
    assert_eq!(found(&lived, &at(0, 2)), [Some(50.0), Some(100.0), Some(100.0)]);
    assert_eq!(found(&lived, &at(0, 3)), [Some(0.0), Some(100.0), Some(100.0)]);
    assert_eq!(found(&lived, &at(0, 4)), [Some(0.0), Some(0.0), Some(100.0)]);
    // A finding after the onset costs nothing, one on a quiet pupil costs in its own round.
    assert!(loads(&lived, &at(0, 4)).iter().all(|load| *load == 0.0));
    // Found two rounds after it, and then two of two findings are right; of who is quiet none is.
    assert_eq!((delay(&lived, &at(0, 4)), delay(&lived, &at(2, 4))), (Some(2.0), None));
    assert_eq!(right(&lived, &at(0, 4)), Count { hits: 1, of: 1 });
    assert_eq!(right(&lived, &at(0, 1)), Count::default(), "the starting picture");
    assert_eq!(right(&lived, &at(2, 4)), Count { hits: 0, of: 1 });
    let quiet = loads(&lived, &at(2, 3));
    assert!((quiet[1] - 100.0 / PUPILS as f64).abs() < 1e-9 && quiet[0] == 0.0);
}

#[test]
fn what_else_is_said_is_counted_where_nothing_happens() {
    let marks_of = |name| marks(name).signals.remove(0);
    assert!(marks_of("smooth").others.is_empty());
    let quiet = marks_of("nothing");
    let of = |rule, about| quiet.others.iter().find(|one| (one.rule, one.about) == (rule, about));
    let notes = of(Rule::Recovery, Level::Pupil).unwrap();
    assert!(notes.is_note && (0.1..6.0).contains(&notes.per_100), "{notes:?}");
    assert!(of(Rule::GroupShift, Level::Group).is_some_and(|one| one.per_100 < 15.0), "{quiet:?}");
    assert!(of(Rule::UnexpectedDecline, Level::Pupil).is_none(), "a signal, counted elsewhere");
    assert_eq!((quiet.starting.len(), quiet.right, quiet.delay), (2, None, None));
}

#[test]
fn only_the_beginning_is_new() {
    let stats = [vec![[0.0, 2.0, 2.0, 0.0, f64::NAN, 2.0]]];
    let new = begins(above(&stats, 1.0));
    assert_eq!(new[0][0], [false, true, false, false, false, true]);
}

#[test]
fn the_same_seed_gives_the_same_marks_and_another_does_not() {
    let json = |marks: &Marks| serde_json::to_string(marks).unwrap();
    let (one, two) = (marks("sinking"), marks("sinking"));
    assert_eq!(json(&one), json(&two));
    let other = Simulated::live(world("sinking"), PUPILS, 2);
    assert_ne!(live("sinking").scores, other.scores);
}

#[test]
fn the_engine_finds_pupils_and_beats_the_fixed_cut_at_one_load() {
    let marks = marks("smooth");
    let of = |name: &str| marks.detectors.iter().find(|one| one.name == name).unwrap();
    let within_one = |name: &str| of(name).found[1].unwrap();
    assert!(within_one("trend") > 50.0 && within_one("best known") > 50.0);
    assert!(within_one("trend") > within_one("raw score"));
    assert!(marks.signals.iter().all(|signals| signals.load > 0.0 && signals.found[0].is_some()));
    let signals = &marks.signals[0];
    assert!(signals.rules.contains_key("unexpected-decline") && signals.groups.is_none());
}
