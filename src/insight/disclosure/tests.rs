//! Each rule by hand. That nobody subtracts a way back: `back`.

use std::collections::BTreeMap;

use super::round::hidden;
use super::*;

mod back;

/// Others, at the usual size.
const OTHERS: Reader = Reader { smallest: Some(10) };

/// Pupils from..to of a group, brought in by one import; the score is the pupil's number.
fn rows(group: &str, pupils: std::ops::Range<i32>, came: &str) -> Vec<Row> {
    let group = (!group.is_empty()).then(|| GroupId(group.to_owned()));
    pupils
        .map(|at| Row {
            pupil: at.into(),
            score: at.into(),
            group: group.clone(),
            came: came.to_owned(),
            seen: false,
        })
        .collect()
}

/// Scores that were taken back.
fn taken(gone: &[Row]) -> Gone {
    Gone { rows: gone.to_vec(), moved: false }
}

/// How many pupils a figure is of; or why it is not shown.
fn sizes(round: &Round) -> (Result<usize, Hidden>, Vec<Result<usize, Hidden>>) {
    let n = |held: &Disclosed<usize>| held.shown().copied();
    (n(&round.whole(<[f64]>::len)), round.groups(<[f64]>::len).iter().map(|(_, held)| n(held)).collect())
}

fn hides(sizes: &[usize]) -> Vec<usize> {
    let cells: BTreeMap<_, _> =
        sizes.iter().enumerate().map(|(at, n)| (Some(GroupId(at.to_string())), *n)).collect();
    let mut hide: Vec<usize> =
        hidden(&cells, 10).into_iter().flatten().filter_map(|id| id.0.parse().ok()).collect();
    hide.sort_unstable();
    hide
}

#[test]
fn groups_under_ten_are_hidden() {
    assert_eq!(hides(&[9, 8, 24, 10]), [0, 1]);
    assert!(hides(&[10, 24]).is_empty());
    assert_eq!(hides(&[4]), [0]);
}

#[test]
fn what_follows_from_the_total_takes_the_next_smallest_along() {
    assert_eq!(hides(&[24, 9, 21, 26]), [1, 2]);
    assert_eq!(hides(&[24, 4, 5, 26]), [0, 1, 2], "two of nine together are still few");
}

#[test]
fn who_is_in_no_group_does_not_follow_from_the_total_either() {
    let mut round = rows("a", 0..20, "1");
    round.extend(rows("b", 20..45, "1"));
    round.extend(rows("", 45..47, "1"));
    let (whole, groups) = sizes(&OTHERS.round(round, &Gone::default()));
    assert_eq!((whole, groups), (Ok(47), vec![Err(Hidden::Derivable), Ok(25)]));
}

#[test]
fn who_sees_a_class_by_role_takes_it_from_no_sum_of_few() {
    let beside = |others: std::ops::Range<i32>| {
        let own = rows("a", 0..20, "1").into_iter().map(|row| Row { seen: true, ..row });
        sizes(&OTHERS.round(own.chain(rows("b", others, "1")).collect(), &Gone::default()))
    };
    // Five others in the total: the own class taken from it, their sum is left.
    assert_eq!(beside(20..25), (Err(Hidden::Few), vec![Err(Hidden::Few); 2]));
    assert_eq!(beside(20..30), (Ok(30), vec![Ok(20), Ok(10)]));
    // Nobody else: each is seen already.
    assert_eq!(beside(20..20), (Ok(20), vec![Ok(20)]));
    // Who comes in late is few among the others too.
    let own = rows("a", 0..20, "1").into_iter().map(|row| Row { seen: true, ..row });
    let all = own.chain(rows("b", 20..32, "1")).chain(rows("b", 32..35, "2"));
    assert_eq!(sizes(&OTHERS.round(all.collect(), &Gone::default())).0, Ok(32));
}

#[test]
fn a_school_under_ten_shows_nothing() {
    let (whole, groups) = sizes(&OTHERS.round(rows("a", 0..9, "1"), &Gone::default()));
    assert_eq!((whole, groups), (Err(Hidden::Few), vec![Err(Hidden::Few)]));
}

#[test]
fn few_who_come_in_later_wait_for_more() {
    let mut round = rows("a", 0..20, "1");
    round.extend(rows("a", 20..23, "2"));
    assert_eq!(sizes(&OTHERS.round(round.clone(), &Gone::default())), (Ok(20), vec![Ok(20)]));
    round.extend(rows("a", 23..30, "3"));
    assert_eq!(sizes(&OTHERS.round(round.clone(), &Gone::default())), (Ok(30), vec![Ok(30)]));
    // another class, as a file of its own, is enough by itself
    round.extend(rows("b", 30..45, "4"));
    assert_eq!(sizes(&OTHERS.round(round, &Gone::default())), (Ok(45), vec![Ok(30), Ok(15)]));
}

#[test]
fn once_hidden_stays_hidden() {
    let mut round = rows("a", 0..20, "1");
    round.extend(rows("b", 20..25, "1"));
    round.extend(rows("b", 25..40, "2"));
    let hidden = Err(Hidden::Derivable);
    assert_eq!(
        sizes(&OTHERS.round(round, &Gone::default())),
        (Ok(40), vec![hidden, hidden]),
        "25 was shown of both before"
    );
}

#[test]
fn a_change_is_of_the_same_pupils() {
    let then = OTHERS.round(rows("a", 0..20, "1"), &Gone::default());
    let now = OTHERS.round(rows("b", 0..20, "2"), &Gone::default());
    assert_eq!(now.change(&then, <[_]>::len).shown(), Ok(&20));
    let left = OTHERS.round(rows("b", 11..20, "2"), &Gone::default());
    assert_eq!(left.change(&then, <[_]>::len).shown(), Err(Hidden::Few));
}

#[test]
fn a_change_that_leaves_a_few_is_not_shown() {
    let then = OTHERS.round(rows("a", 0..20, "1"), &Gone::default());
    for (more, shown) in [(21, false), (24, false), (29, false), (30, true)] {
        let now = OTHERS.round(rows("a", 0..more, "2"), &Gone::default());
        assert_eq!(now.change(&then, <[_]>::len).shown().is_ok(), shown, "{more} now");
        assert_eq!(then.change(&now, <[_]>::len).shown().is_ok(), shown, "{more} then");
    }
    // a class of new pupils is known by itself, so it does not cover the one
    let mut now = rows("a", 0..21, "2");
    now.extend(rows("b", 30..55, "2"));
    assert_eq!(OTHERS.round(now, &Gone::default()).change(&then, <[_]>::len).shown(), Err(Hidden::Derivable));
}

#[test]
fn what_was_shown_and_is_taken_back_is_not_told_by_what_is_left() {
    let (mut here, mut gone) = (rows("a", 0..20, "1"), rows("b", 20..40, "2"));
    // A class that came as a file of its own was known by itself.
    assert_eq!(sizes(&OTHERS.round(here.clone(), &taken(&gone))).0, Ok(20));
    // All but one of it are back.
    here.extend(gone.drain(1..));
    let (whole, groups) = sizes(&OTHERS.round(here.clone(), &taken(&gone)));
    assert_eq!((whole, groups), (Err(Hidden::Derivable), vec![Err(Hidden::Derivable); 2]));
    here.append(&mut gone);
    assert_eq!(sizes(&OTHERS.round(here.clone(), &Gone::default())), (Ok(40), vec![Ok(20), Ok(20)]));
    // Few who came late were not shown, and may go.
    assert_eq!(sizes(&OTHERS.round(here.clone(), &taken(&rows("a", 40..43, "3")))).0, Ok(40));
    // Whom the reader sees goes without a trace.
    let own: Vec<Row> = rows("a", 40..43, "1").into_iter().map(|row| Row { seen: true, ..row }).collect();
    assert_eq!(sizes(&OTHERS.round(here, &taken(&own))).0, Ok(40));
}

#[test]
fn what_is_left_is_not_taken_together_anew() {
    // a 20 and one of c, shown as one; b 10 and one of c wait, until nine of a come and b is shown.
    let first = [rows("a", 0..20, "1"), rows("c", 20..21, "1")].concat();
    let second = [rows("b", 21..31, "2"), rows("c", 31..32, "2")].concat();
    let third = rows("a", 32..41, "3");
    let all = [first.clone(), second.clone(), third.clone()].concat();
    let (derivable, few) = (Err(Hidden::Derivable), Err(Hidden::Few));
    assert_eq!(sizes(&OTHERS.round(all, &Gone::default())), (Ok(41), vec![derivable, Ok(10), few]));
    // A total of 11 would tell, beside b, of the one of c.
    let left = OTHERS.round([second, third].concat(), &taken(&first));
    assert_eq!(sizes(&left), (Ok(20), vec![few, Ok(10), few]));
}

#[test]
fn who_comes_again_in_another_class_would_be_told() {
    let here = [rows("a", 0..19, "1"), rows("b", 19..40, "1")].concat();
    let moved = Gone { rows: Vec::new(), moved: true };
    assert_eq!(sizes(&OTHERS.round(here.clone(), &moved)).0, Err(Hidden::Derivable));
    assert_eq!(OTHERS.round(here, &moved).took_part(0, 40).shown(), Err(Hidden::Derivable));
}

#[test]
fn a_change_is_not_shown_once_a_part_of_it_is_taken_back() {
    // Three classes of the same pupils, each a file of its own.
    let class = |at: i32, round: i32| rows(&at.to_string(), at * 20..at * 20 + 20, &format!("{round}{at}"));
    let then = OTHERS.round((0..3).flat_map(|at| class(at, 1)).collect(), &Gone::default());
    let now = |classes: std::ops::Range<i32>, gone: &[Row]| {
        OTHERS.round(classes.flat_map(|at| class(at, 2)).collect(), &taken(gone))
    };
    let told = |now: &Round| now.change(&then, <[_]>::len).shown().copied();
    assert_eq!((told(&now(0..3, &[])), told(&now(0..2, &[]))), (Ok(60), Ok(40)));
    assert_eq!(told(&now(0..2, &class(2, 2))), Err(Hidden::Derivable));
}

#[test]
fn shares_are_of_enough_and_coded() {
    assert_eq!(OTHERS.share(3, 9).shown(), Err(Hidden::Few));
    assert_eq!(OTHERS.share(0, 10).shown(), Ok(&Share::Few));
    assert_eq!(OTHERS.share(5, 10).shown(), Ok(&Share::Percent(50)));
}

#[test]
fn who_sees_each_pupil_has_every_figure_that_says_something() {
    let all = Reader { smallest: None };
    let mut round = rows("a", 0..8, "1");
    round.extend(rows("b", 8..15, "2"));
    let round = all.round(round, &Gone::default());
    assert_eq!(sizes(&round), (Ok(15), vec![Ok(8), Err(Hidden::Few)]), "a mean of seven says little");
    assert_eq!(round.change(&round, <[_]>::len).shown(), Ok(&15));
    let few = all.round(rows("b", 8..15, "2"), &Gone::default());
    assert_eq!(round.change(&few, <[_]>::len).shown(), Err(Hidden::Few));
    assert_eq!(all.share(1, 4).shown(), Ok(&Share::Of { part: 1, whole: 4 }));
    assert_eq!(all.share(0, 0).shown(), Err(Hidden::Few), "there is no share of nothing");
}
