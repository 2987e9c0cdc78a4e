//! Rounds out of order, pupils who come late, versions of a list, and the number of threads.

use chrono::{Days, NaiveDate};

use super::{analysed, line, settled, spread, table};
use crate::analytics::{Analysis, Assessment, ScoreLine, Span};

#[test]
fn rounds_come_by_date_whatever_their_order_in_the_table() {
    let forward = || (0..30).flat_map(|p| (0..4).map(move |r| line(p, 0, r, spread(p, r))));
    let mut backward: Vec<ScoreLine> = forward().collect();
    backward.reverse();
    let (one, other) = (analysed(table(4, forward())), analysed(table(4, backward)));
    assert_eq!(one.last().assessments(), other.last().assessments());
    assert_eq!(one.layout.label(0, 3), "meting 3");
}

#[test]
fn scales_that_stand_apart_in_a_file_are_of_one_form_and_another_day_or_class_is_another() {
    // Given two scales of each pupil, of some the second a week later in another group, and of one given twice
    let first = |p: i64, r: u32| line(p, 0, r, spread(p, r));
    let second = |p: i64, r: u32| {
        let own = ScoreLine { series: 2, score: spread(p + 3, r), ..first(p, r) };
        let later = ScoreLine { date: own.date + Days::new(7), group: Some(1), ..own };
        if p % 5 == 0 { later } else { own }
    };
    let each = || (0..30).flat_map(|p| (0..4).map(move |r| (p, r)));
    let together = each().flat_map(|(p, r)| [first(p, r), second(p, r)]);
    let again = ScoreLine { date: second(5, 3).date + Days::new(1), origin: 9, ..second(5, 3) };
    let apart = each().map(|(p, r)| second(p, r)).chain(each().map(|(p, r)| first(p, r))).chain([again]);
    // When they stand pupil by pupil, and scale by scale
    let (one, none) = settled(table(4, together));
    let (other, told) = settled(table(4, apart));
    // Then all is the same but for what was given twice, on two days
    assert_eq!((none.contradictions.len(), told.contradictions.len(), told.repeated), (0, 2, 0));
    assert_eq!((one.size().0, other.size().0), (30 * 4 * 2, 30 * 4 * 2 - 1));
    let rows = |analysis: &Analysis, pupil: i64| -> Vec<(u32, u32, f64)> {
        let own = |r: &&Assessment| r.pupil == pupil && !analysis.layout.series[r.series as usize].is_list();
        let last = analysis.last().assessments();
        last.iter().filter(own).map(|r| (r.series, r.group.unwrap(), r.score)).collect()
    };
    for pupil in [0, 1, 10, 29] {
        assert_eq!(rows(&one, pupil), rows(&other, pupil));
        let moved = u32::from(pupil % 5 == 0);
        assert_eq!(rows(&one, pupil), [(0, 0, spread(pupil, 3)), (2, moved, spread(pupil + 3, 3))]);
    }
    assert_eq!(rows(&other, 5), [(0, 0, spread(5, 3))]);
}

#[test]
fn rounds_on_one_day_are_expected_by_what_no_time_between_says() {
    let same_day = |r: u32| NaiveDate::from_ymd_opt(2023, 10, 1 + r / 5).unwrap();
    let lines = (0..30)
        .flat_map(|p| (0..3).map(move |r| ScoreLine { date: same_day(r), ..line(p, 0, r, spread(p, r)) }));
    let analysis = analysed(table(3, lines));
    let rows = analysis.last().assessments();
    assert_eq!(rows.len(), 30);
    // ρ(0) = .80, so β = .80/1.80 for each of two and v = 1 − 2·.80²/1.80.
    for row in rows {
        assert!((row.expected.unwrap().variance - 0.288_89).abs() < 1e-4, "{row:?}");
        assert!(row.trend.unwrap().is_finite());
    }
}

#[test]
fn who_arrives_late_or_has_gaps_is_judged_by_what_there_is() {
    // Pupil 1 comes in the last round, pupil 2 misses the third and pupil 3 is there once before, long ago.
    let there = |p: i64, r: u32| match p {
        1 => r == 4,
        2 => r != 2,
        3 => r == 0 || r == 4,
        _ => true,
    };
    let lines =
        (0..30).flat_map(|p| (0..5).filter(move |r| there(p, *r)).map(move |r| line(p, 0, r, spread(p, r))));
    let analysis = analysed(table(5, lines));
    let assessed = analysis.last();
    let row = |pupil: i64| assessed.assessments().into_iter().find(|row| row.pupil == pupil).unwrap();
    let used =
        |pupil: i64| (row(pupil).rounds_used, row(pupil).expected.is_some(), row(pupil).previous_z.is_some());
    assert_eq!(used(0), (5, true, true));
    assert_eq!(used(1), (1, false, false));
    assert_eq!(used(2), (4, true, true));
    // Not the round before, so no two rounds running; and less sure of what to expect.
    assert_eq!(used(3), (2, true, false));
    let variance = |pupil: i64| row(pupil).expected.unwrap().variance;
    assert!(variance(3) > variance(2) && variance(2) > variance(0));
}

#[test]
fn two_versions_of_a_list_never_share_a_series() {
    // Version 1 until the second round, version 2 from the third.
    let lines = (0..30).flat_map(|p| (0..4).map(move |r| line(p, u32::from(r < 2), r, spread(p, r))));
    let analysis = analysed(table(4, lines));
    let first = analysis.assess(analysis.rounds(Span::Replay)[2]).unwrap();
    assert!(first.assessments().iter().all(|row| row.series == 0 && row.rounds_used == 1));
    assert!(first.assessments().iter().all(|row| row.expected.is_none() && row.previous_z.is_none()));
    assert_eq!(first.pool(0), 30);
    let now = analysis.last();
    assert!(now.assessments().iter().all(|row| row.series == 0 && row.rounds_used == 2));
    assert_eq!(now.pool(0), 60);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let lines = || {
        (0..5000_i64).flat_map(|p| {
            (0..4).flat_map(move |r| {
                let own =
                    ScoreLine { group: Some(u32::try_from(p / 25).unwrap()), ..line(p, 0, r, spread(p, r)) };
                [own, ScoreLine { series: 2, score: spread(p + 3, r), ..own }]
            })
        })
    };
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let analysis = settled(table(4, lines())).0;
            let assessed = analysis.last();
            (format!("{:?}", assessed.assessments()), format!("{:?}{:?}", assessed.groups, assessed.schools))
        })
    };
    let (one, four) = (with(1), with(4));
    assert!(one.0 == four.0 && one.1 == four.1);
}
