//! `level`, `persistent`, `steady-decline` and `recovery`.

use super::world::{World, calm, label, pupil, pupils, rho, standard};
use crate::{
    analytics::{expectation::slope_weights, normal},
    evidence::{informant::Informant, instruments::Stability, score_type::ScoreType},
    ground::words::{Language, Words},
    signals::{
        finding::Rule,
        fresh::{Kept, Troubled},
        model::Severity,
    },
};

/// One pupil's z by round among twenty to whom nothing happens; not a number: not measured.
fn course(z: &[f64]) -> impl Fn(&super::world::Who) -> Option<f64> + '_ {
    |who| {
        let own = z.get(who.round as usize).copied().filter(|z| !z.is_nan());
        if who.nth == 3 { own } else { Some(calm(who, 20)) }
    }
}

/// What a rule finds in the last round of such a course.
fn world(z: &[f64], rule: Rule) -> Vec<(i64, Severity)> {
    let given = course(z);
    let rounds = u32::try_from(z.len()).unwrap();
    let found = World { rounds, ..World::of(&given) }.of_rule(rule);
    found.iter().map(|f| (f.pupil.unwrap(), f.severity)).collect()
}

const THIRD: i64 = 3;

#[test]
fn level_speaks_from_where_kelley_does() {
    // With a reliability of .80: a probability of .80 at z = 1.854, of .50 at 1.433.
    assert_eq!(world(&[1.86], Rule::Level), [(THIRD, Severity::B)]);
    assert_eq!(world(&[1.85], Rule::Level), [(THIRD, Severity::C)]);
    assert_eq!(world(&[1.44], Rule::Level), [(THIRD, Severity::C)]);
    assert_eq!(world(&[1.42], Rule::Level), []);
}

#[test]
fn level_counts_every_round() {
    // What is a note by itself is none after a round that was fine, and more after one like it.
    assert_eq!(world(&[0.0, 1.60], Rule::Level), []);
    assert_eq!(world(&[1.75, 1.75], Rule::Level), [(THIRD, Severity::B)]);
}

#[test]
fn what_would_have_changed_it_is_led_back_by_the_norm_that_is_in_the_unit() {
    // Given T-scores, low is worse: a few pupils of whom one has 28 twice
    let given =
        |who: &super::world::Who| Some(if who.nth == 3 { 28.0 } else { 46.0 + f64::from(who.nth % 9) });
    let world = World { unit: ScoreType::TScore, high_is: "strength", normed: false, ..World::of(&given) };
    let found = world.of_rule(Rule::Persistent);
    // Then 36 is the first whole score with a z under 1.5: 35 lies on it
    let says = Words(Language::Dutch).say(&found[0].hinge);
    assert!(says.contains("36 of hoger"), "{says}");
}

#[test]
fn persistent_wants_two_rounds_running_that_are_both_low() {
    assert_eq!(world(&[1.501, 1.501], Rule::Persistent), [(THIRD, Severity::B)]);
    assert_eq!(world(&[1.499, 1.8], Rule::Persistent), []);
    assert_eq!(world(&[1.8, 1.499], Rule::Persistent), []);
    assert_eq!(world(&[1.8], Rule::Persistent), []);
    assert_eq!(world(&[1.8, f64::NAN, 1.8], Rule::Persistent), []);
}

#[test]
fn steady_decline_wants_a_slope_over_four_rounds() {
    let days: Vec<f64> = [0.0, 182.0, 365.0, 547.0].to_vec();
    let line = [-0.75, -0.25, 0.25, 0.75];
    let weights = slope_weights(Stability::default(), &days).unwrap();
    let unit: f64 = weights.iter().zip(line).map(|(w, z)| w * z).sum();
    let at = |share: f64| line.map(|z| z * 1.959_964 / unit * share);
    assert_eq!(world(&at(1.01), Rule::SteadyDecline), [(THIRD, Severity::C)]);
    assert_eq!(world(&at(0.99), Rule::SteadyDecline), []);
    assert_eq!(world(&at(-1.5), Rule::SteadyDecline), []);
    assert_eq!(world(&[-2.0, 0.0, 2.0], Rule::SteadyDecline), []);
}

#[test]
fn what_came_in_one_fall_is_no_decline_over_rounds() {
    // The line goes as steep; in the first it was no worse than at first until the last round.
    assert_eq!(world(&[0.3, 0.3, 0.2, 3.5], Rule::SteadyDecline), []);
    assert_eq!(world(&[0.3, 0.3, 0.4, 3.5], Rule::SteadyDecline), [(THIRD, Severity::C)]);
}

#[test]
fn a_steady_decline_says_how_many_points_a_year() {
    // Given a pupil who goes down half a z each half year, on a scale where a z is 13.44 points and high is worse
    let given =
        |who: &super::world::Who| Some(if who.nth == 3 { f64::from(who.round) * 0.5 } else { calm(who, 20) });
    let found = World { rounds: 5, ..World::of(&given) }.of_rule(Rule::SteadyDecline);
    let slope = found.iter().find(|f| f.pupil == Some(pupil(0, 3))).and_then(|f| f.slope).unwrap();
    let points = 50.0 / normal::z_of_share(0.9999);
    assert!((slope - points).abs() < 0.2, "{slope} {points}");
}

#[test]
fn who_was_judged_by_another_person_is_shown_with_both_figures() {
    // Given a group that another person judged one z lower, and in it a pupil three z lower than before
    let given = |who: &super::world::Who| {
        let moved = if who.round == 0 || who.group == 1 { 0.0 } else { 1.0 };
        let own = if who.round == 1 && (who.group, who.nth) == (0, 3) { 2.0 } else { 0.0 };
        Some(calm(who, 25) + moved + own)
    };
    let rater = |who: &super::world::Who| Some(u32::from(who.round == 1 && who.group == 0));
    let world = World { groups: 2, size: 25, rater: &rater, ..World::of(&given) };
    let found = world.of_rule(Rule::UnexpectedDecline);
    assert_eq!(pupils(&found), [pupil(0, 3)]);
    // The group moved about as far as it is taken out: a z each over the spread of one pupil.
    let (as_it_is, without) = found[0].both.unwrap();
    let step = 1.0 / (1.0 - rho(0, 1).powi(2)).sqrt();
    assert!(as_it_is > without + 0.5 * step && without > 1.5 * step, "{as_it_is} {without}");
    // By the same person there is one figure.
    let same = World { groups: 2, size: 25, rater: &|_| Some(0), ..World::of(&given) };
    assert!(same.of_rule(Rule::UnexpectedDecline).iter().all(|f| f.both.is_none()));
}

/// Who is told to have recovered, by the last rounds and what is kept of earlier ones.
fn by_last_rounds(z: &[f64], before: Troubled) -> Vec<i64> {
    let given = course(z);
    let world = World { rounds: u32::try_from(z.len()).unwrap(), ..World::of(&given) };
    pupils(&world.last_news(&standard(), Rule::Recovery, before))
}

#[test]
fn recovery_wants_a_signal_before_and_a_score_that_is_no_longer_low() {
    let recovered = |z: [f64; 3]| {
        let given = course(&z);
        let found = World { rounds: 3, ..World::of(&given) }.news(&standard(), Rule::Recovery);
        assert!(found.iter().all(|f| f.severity == Severity::C && f.statistic <= -1.645));
        pupils(&found)
    };
    assert_eq!(recovered([0.0, 3.0, -0.5]), [pupil(0, 3)]);
    // Just as much better, and never a signal.
    assert!(recovered([0.6, 0.6, -1.5]).is_empty());
    // Much better than expected and still low, or by all rounds together still in the lowest tenth; no better than expected.
    assert!(recovered([0.6, 3.0, 0.85]).is_empty());
    assert!(recovered([3.0, 3.0, 0.83]).is_empty());
    assert!(recovered([0.0, 3.0, 0.8]).is_empty());
}

#[test]
fn who_stands_well_twice_after_a_signal_has_recovered_also_without_a_leap() {
    // Given a pupil who fell in the second round, with a signal that the school keeps, and came back little by little
    let recovered = |z: &[f64], before| {
        let given = course(z);
        let rounds = u32::try_from(z.len()).unwrap();
        World { rounds, ..World::of(&given) }.last_news(&standard(), Rule::Recovery, before)
    };
    let z = [0.0, 2.2, 1.1, 0.3, 0.1];
    assert!(recovered(&z[..4], kept(Informant::Teacher, 1)).is_empty(), "calm once");
    let found = recovered(&z, kept(Informant::Teacher, 1));
    assert_eq!((pupils(&found), found[0].round_at, found[0].severity), (vec![pupil(0, 3)], 4, Severity::C));
    assert!(found[0].statistic < 0.2 && (found[0].threshold - 0.2).abs() < 1e-9, "{found:?}");
    // Told once: not again in the next round, unless there was something new.
    let after = |found: &[u32], told: u32| {
        let kept = Kept { found: found.iter().map(|at| label(*at)).collect(), recovered: vec![label(told)] };
        let kept = [(("proef".to_owned(), Informant::Teacher, pupil(0, 3)), kept)].into();
        pupils(&recovered(&[0.0, 2.2, 1.1, 0.3, 0.1, 0.0], kept))
    };
    assert_eq!(after(&[1], 4), Vec::<i64>::new());
    assert_eq!(after(&[1, 3], 2), [pupil(0, 3)]);
    // Not of whom nothing is kept.
    let of = |before| by_last_rounds(&z, before);
    assert_eq!(of(Troubled::new()), Vec::<i64>::new());
    // Not one of the rounds in which the pupil stands well, such as this one looked at before.
    assert_eq!(of(kept(Informant::Teacher, 3)), Vec::<i64>::new());
    assert_eq!(of(kept(Informant::Teacher, 4)), Vec::<i64>::new());
}

/// A signal on pupil 3 that the school keeps of a round.
fn kept(informant: Informant, round: u32) -> Troubled {
    let kept = Kept { found: vec![label(round)], ..Kept::default() };
    [(("proef".to_owned(), informant, pupil(0, 3)), kept)].into()
}

#[test]
fn who_falls_on_a_scale_has_not_recovered_on_the_list() {
    // Given a list of five scales on which a pupil stands well again, but that one scale may fall in the last round
    let told = |last: f64| {
        let own = [0.0, 2.2, 1.1, 0.3, 0.1];
        let given = |who: &super::world::Who| {
            // What others have by chance, so that the scales do not all say the same.
            let step = who.nth * (3 + 2 * who.scale) + 5 * who.round * who.scale;
            let others = calm(who, 100) + f64::from(step % 11) / 10.0 - 0.5;
            let falls = who.scale == 1 && who.round == 4;
            let own = if falls { last } else { own[who.round as usize] };
            Some(if who.nth == 3 { own } else { others })
        };
        let world = World { rounds: 5, scales: 5, size: 100, ..World::of(&given) };
        let in_last = |rule| {
            let found = world.last_news(&standard(), rule, kept(Informant::Teacher, 1));
            found.iter().any(|f| f.pupil == Some(pupil(0, 3)) && f.round_at == 4)
        };
        (in_last(Rule::UnexpectedDecline), in_last(Rule::Recovery))
    };
    assert_eq!(told(0.1), (false, true));
    // As a whole the list is as little low as before, and that is no recovery.
    assert_eq!(told(3.7), (true, false));
}

#[test]
fn a_starting_picture_tells_of_no_recovery_from_what_never_was() {
    // Given pupils who do much better than expected in the second round, of whom one had a signal in the first
    let of = |z: [f64; 2], before| {
        let given = course(&z);
        pupils(&World::of(&given).stands(Rule::Recovery, before))
    };
    assert_eq!(of([0.6, -1.5], Troubled::new()), Vec::<i64>::new());
    assert_eq!(of([3.0, 0.0], Troubled::new()), [pupil(0, 3)]);
    assert_eq!(of([0.6, -1.5], kept(Informant::Teacher, 0)), [pupil(0, 3)]);
}

#[test]
fn recovery_knows_of_a_signal_that_the_school_keeps_from_long_before() {
    // Given a pupil who fell in the second round, stood well enough in the third, and does better in the fourth
    let z = [0.0, 3.0, 0.8, -1.4];
    // When the last round is looked at, then what is not remembered is not known
    let of = |before| by_last_rounds(&z, before);
    assert_eq!(of(Troubled::new()), Vec::<i64>::new());
    assert_eq!(of(kept(Informant::Teacher, 1)), [pupil(0, 3)]);
    assert_eq!(of(kept(Informant::Parent, 1)), Vec::<i64>::new());
    // Nor what was raised on the very round.
    assert_eq!(of(kept(Informant::Teacher, 3)), Vec::<i64>::new());
}

#[test]
fn a_signal_before_is_what_was_known_then() {
    // One round cannot be better than expected, whatever it is.
    assert!(rho(0, 1) > 0.69 && world(&[-3.0], Rule::Recovery).is_empty());
}
