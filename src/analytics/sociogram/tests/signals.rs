//! Tests of what repeats and of a group's structure.

use super::*;

fn pupil(number: &str, status: Status, raters: usize, response: f64) -> PupilStatus {
    PupilStatus {
        group: "4".to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day"),
        pupil: number.to_owned(),
        raters: Some(raters),
        response,
        figures: Figures::default(),
        status: Some(status),
        note: None,
    }
}

/// Enough raters and answers, and half a school year apart.
const GATES: Gates = Gates { raters: 10, response: 0.70, apart: 90 };

/// Where a group is remarkable.
const LIMITS: Limits = Limits { pupils: 12, response: 0.80, repeated: 2, drop: 2.0, without: 0.15 };

/// What is said of one pupil whose course is a word, so many days apart: `r` rejected, `.` average, `-` not there. None
/// where nothing holds, else whether it is new.
fn said(word: &str, days: u64, raters: usize, response: f64) -> Option<bool> {
    let all: Vec<Vec<PupilStatus>> = (0..)
        .zip(word.chars())
        .map(|(at, letter)| {
            let status = match letter {
                'r' => Status::Rejected,
                '.' => Status::Average,
                _ => return Vec::new(),
            };
            let one = pupil("7", status, raters, response);
            vec![PupilStatus { date: one.date + chrono::Days::new(at * days), ..one }]
        })
        .collect();
    let (now, earlier) = all.split_last()?;
    rejected_twice(now, earlier.iter().flatten(), GATES).first().map(|repeat| repeat.is_new)
}

#[test]
fn only_a_new_repeat_is_new() {
    for word in ["rr", ".rr", "r.rr", "-rr", "r-r", "rr.rr"] {
        assert_eq!(said(word, 180, 10, 0.7), Some(true), "{word}");
    }
    for word in ["rrr", "rrrr", "rr-r"] {
        assert_eq!(said(word, 180, 10, 0.7), Some(false), "{word}");
    }
    for word in ["", "r", ".r", "r.", "r.r", "rr.", "rr-", ".."] {
        assert_eq!(said(word, 180, 10, 0.7), None, "{word}");
    }
}

#[test]
fn measurements_that_lie_near_are_one() {
    assert_eq!(said("rr", 90, 10, 0.7), Some(true));
    assert_eq!(said("rr", 89, 10, 0.7), None);
    // 90 days before the last lies the first; the two between count for nothing.
    assert_eq!(said("r..r", 30, 10, 0.7), Some(true));
    assert_eq!(said(".rrr", 30, 10, 0.7), None);
}

#[test]
fn a_measurement_counts_with_enough_raters_and_response() {
    let named = |raters, response| said("rr", 180, raters, response).is_some();
    assert!(named(10, 0.70) && named(24, 1.0));
    assert!(!named(9, 1.0) && !named(24, 0.69));
}

/// A group of `n` in a ring in which each chooses the next `ties` and the previous `ties`, and rates the others low.
fn ring(n: usize, ties: usize, lonely: usize) -> Ties {
    let near = |i: usize, j: usize| {
        let apart = i.abs_diff(j).min(n - i.abs_diff(j));
        apart <= ties && i.min(j) >= lonely
    };
    let table: Vec<Vec<u8>> =
        (0..n).map(|i| (0..n).map(|j| if near(i, j) { 3 } else { 1 }).collect()).collect();
    Ties::of(&rows_of(&table), points(3)).expect("a group")
}

#[test]
fn ties_are_counted_by_pair_and_by_pupil() {
    let found = ring(12, 2, 0);
    let wanted = Ties { pupils: 12, response: 1.0, pairs: 66, mutual: 24, paired: 12, without: 0 };
    assert_eq!(found, wanted);
    assert_eq!(ring(12, 2, 2).without, 2);
    // One way is no tie, and one way rated is no pair.
    let half =
        Ties::of(&rows_of(&[vec![0, 3, 3], vec![1, 0, 3], vec![0, 3, 0]]), points(3)).expect("a group");
    assert_eq!((half.pairs, half.mutual, half.paired, half.without), (2, 1, 3, 1));
    // Nor where the one way is a low one.
    let low = Ties::of(&rows_of(&[vec![0, 1, 3], vec![0, 0, 0], vec![3, 0, 0]]), points(3)).expect("a group");
    assert_eq!((low.pairs, low.mutual, low.paired, low.without), (1, 1, 2, 0));
}

#[test]
fn a_group_is_remarkable_by_each_of_three_things() {
    let of = |now, before: Option<Ties>, repeated| group_structure(&now, before.as_ref(), repeated, &LIMITS);
    assert_eq!(of(ring(14, 3, 0), Some(ring(14, 3, 0)), 1), []);
    assert_eq!(of(ring(14, 3, 0), None, 2), [Remarkable::Repeated]);
    // 42 of 91 pairs before, 28 now: a drop of .154 against a standard error of .071. From 28 to 14 too.
    assert_eq!(of(ring(14, 2, 0), Some(ring(14, 3, 0)), 0), [Remarkable::FewerTies]);
    assert_eq!(of(ring(14, 3, 0), Some(ring(14, 2, 0)), 0), []);
    // Two of 14 are 14 %, two of 13 are 15.4 %.
    assert_eq!(of(ring(14, 3, 2), None, 0), []);
    assert_eq!(of(ring(13, 3, 2), None, 0), [Remarkable::WithoutTies]);
}

#[test]
fn a_small_group_or_few_answers_say_nothing() {
    assert_eq!(group_structure(&ring(11, 1, 5), None, 5, &LIMITS), []);
    let few = Ties { response: 0.79, ..ring(14, 1, 5) };
    assert_eq!(group_structure(&few, None, 5, &LIMITS), []);
    let before = Ties { response: 0.79, ..ring(14, 3, 0) };
    assert_eq!(group_structure(&ring(14, 2, 0), Some(&before), 0, &LIMITS), []);
    let empty = Ties { pairs: 0, mutual: 0, paired: 0, without: 0, ..ring(14, 1, 0) };
    assert_eq!(group_structure(&empty, None, 5, &LIMITS), []);
}
