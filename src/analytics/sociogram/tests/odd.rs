//! Odd groups: a figure or a reason, and the same whatever the order.

use super::*;

fn notes(found: &[PupilStatus]) -> Vec<&str> {
    found.iter().map(|one| one.note.as_ref().map_or("", |note| note.key.as_ref())).collect()
}

/// A group in which every status of SSrat and of Coie & Dodge but one or two occurs, on three points.
fn table() -> Vec<Vec<u8>> {
    let mut seed = 3;
    let row = |i: usize| (0..12).map(move |j| (i, j));
    let one = |(i, j): (usize, usize)| match j {
        0 => 3,
        1 => 1,
        2 => 2,
        3 => {
            if i % 2 == 0 {
                1
            } else {
                3
            }
        }
        _ => 1 + dice(&mut seed, 3),
    };
    (0..12).flat_map(row).map(one).collect::<Vec<u8>>().chunks(12).map(<[u8]>::to_vec).collect()
}

#[test]
fn who_is_liked_disliked_or_passed_over_comes_out_so_in_all_three() {
    for method in Method::ALL {
        let found = of(&rows_of(&table()), 3, method);
        let status = |at: usize| found[at].status;
        assert_eq!(status(0), Some(Status::Popular), "{method:?}");
        assert_eq!(status(1), Some(Status::Rejected), "{method:?}");
        assert_eq!(status(2), Some(Status::Neglected), "{method:?}");
        assert!(found.iter().all(|one| one.status.is_some() && one.note.is_none() && one.raters == Some(11)));
    }
    let ssrat = of(&rows_of(&table()), 3, Method::Ssrat);
    assert_eq!(ssrat[3].status, Some(Status::Controversial));
}

#[test]
fn coie_and_dodge_has_the_figures_of_the_article() {
    // Liked: 2, 1, 1, 0. Disliked: 0, 1, 0, 2. By hand: mean 1, sd .8165; mean .75, sd .9574.
    let table = vec![vec![0, 3, 2, 1], vec![3, 0, 2, 2], vec![3, 1, 0, 1], vec![2, 2, 3, 0]];
    let found = of(&rows_of(&table), 3, Method::CoieDodge);
    let near = |figure: Option<f64>, wanted: f64| figure.is_some_and(|figure| (figure - wanted).abs() < 5e-4);
    assert!(near(found[0].figures.sympathy, 1.2247) && near(found[0].figures.antipathy, -0.7833));
    assert!(near(found[3].figures.sympathy, -1.2247) && near(found[3].figures.antipathy, 1.3056));
    // zLM − zLL: 2.0080, −.2611, .7833, −2.5303; sd 1.9250.
    assert!(near(found[0].figures.preference, 1.0431) && near(found[3].figures.preference, -1.3145));
    assert_eq!((found[0].status, found[3].status), (Some(Status::Popular), Some(Status::Rejected)));
    assert_eq!((found[1].status, found[2].status), (Some(Status::Average), Some(Status::Average)));
}

#[test]
fn one_or_two_who_judge_make_no_status() {
    let judging = |n: usize| -> Vec<Vec<u8>> {
        let line = |(at, line): (usize, Vec<u8>)| if at < n { line } else { vec![0; 12] };
        table().into_iter().enumerate().map(line).collect()
    };
    for method in Method::ALL {
        for n in [1, 2] {
            let found = of(&rows_of(&judging(n)), 3, method);
            assert!(found.iter().all(|one| one.status.is_none() && one.note.is_some()), "{method:?}, {n}");
        }
    }
    let three = of(&rows_of(&judging(3)), 3, Method::CoieDodge);
    assert!(three.iter().all(|one| one.status.is_some()));
}

#[test]
fn the_order_of_the_rows_does_not_matter() {
    let mut rows = rows_of(&table());
    let again: Vec<RatingRow> =
        rows.iter().map(|row| RatingRow { group: "3".to_owned(), ..row.clone() }).collect();
    rows.extend(again);
    for method in Method::ALL {
        let found = of(&rows, 3, method);
        let mut turned = rows.clone();
        turned.reverse();
        turned.rotate_left(31);
        assert_eq!(of(&turned, 3, method), found);
        assert_eq!(found.len(), 24);
        assert!(found.is_sorted_by_key(|one| (one.group.clone(), one.pupil.clone())));
    }
}

#[test]
fn who_judges_nobody_is_still_judged_and_who_nobody_judges_has_no_figures() {
    let mut table = table();
    table[1] = vec![0; 12];
    for line in &mut table {
        line[5] = 0;
    }
    for method in Method::ALL {
        let found = of(&rows_of(&table), 3, method);
        assert_eq!(
            (found[0].raters, found[1].raters, found[5].raters),
            (Some(10), Some(11), Some(0)),
            "{method:?}"
        );
        assert_eq!(found[1].status, Some(Status::Rejected), "{method:?}");
        assert_eq!((found[5].status, found[5].figures), (None, Figures::default()));
        assert_eq!(notes(&found)[5], "sociogram-note-unrated");
        assert!((found[0].response - 11.0 / 12.0).abs() < 1e-12);
    }
}

#[test]
fn without_spread_or_with_one_side_there_is_a_reason_and_no_status() {
    for method in Method::ALL {
        for (same, highest) in [(2, 3), (1, 5), (9, 9)] {
            let found = of(&rows_of(&vec![vec![same; 12]; 12]), highest, method);
            assert!(notes(&found).iter().all(|note| *note == "sociogram-note-spread"), "{method:?}");
            assert!(found.iter().all(|one| one.status.is_none()));
        }
        let likes_only: Vec<Vec<u8>> =
            table().iter().map(|line| line.iter().map(|points| *points.max(&2)).collect()).collect();
        let found = of(&rows_of(&likes_only), 3, method);
        assert!(notes(&found).iter().all(|note| *note == "sociogram-note-one-sided"), "{method:?}");
        assert!(found.iter().all(|one| one.figures.sympathy.is_some() && one.status.is_none()));
    }
}

#[test]
fn groups_too_small_and_too_large_have_a_reason() {
    for method in Method::ALL {
        let two = of(&rows_of(&[vec![0, 3], vec![1, 0]]), 3, method);
        assert!(two.iter().all(|one| one.status.is_none() && one.note.is_some()), "{method:?}");
        let crowd = |n: usize| -> Vec<RatingRow> {
            (0..n).map(|i| row(&i.to_string(), &(i + 1).to_string(), Opinion::Liked)).collect()
        };
        let large = of(&crowd(LARGEST), 3, method);
        assert_eq!(large.len(), LARGEST + 1);
        assert!(notes(&large).iter().all(|note| *note == "sociogram-note-large"));
        assert!(large.iter().all(|one| one.raters.is_none()), "nobody counted");
        assert!(of(&[], 3, method).is_empty());
    }
    let three = of(&rows_of(&[vec![0, 3, 1], vec![3, 0, 1], vec![1, 3, 0]]), 3, Method::Ssrat);
    assert!(notes(&three).iter().all(|note| *note == "sociogram-note-few"));
}

#[test]
fn judgements_that_do_not_go_together_have_a_reason() {
    let mut rows = rows_of(&table());
    rows.push(row("00", "12", Opinion::Liked));
    assert!(notes(&of(&rows, 3, Method::Ssrat)).iter().all(|note| *note == "sociogram-note-mixed"));
    let rows = rows_of(&[vec![0, 3, 4], vec![1, 0, 2], vec![1, 2, 0]]);
    assert!(notes(&of(&rows, 3, Method::Ssrat)).iter().all(|note| *note == "sociogram-note-outside"));
}

#[test]
fn a_judgement_of_oneself_never_counts() {
    let mut rows = rows_of(&table());
    let found = of(&rows, 3, Method::Ssrat);
    rows.push(row("01", "01", Opinion::Rated(3)));
    assert_eq!(of(&rows, 3, Method::Ssrat), found);
}

#[test]
fn choices_are_ratings_on_three_points_with_the_others_neutral() {
    let rated = rows_of(&table());
    let chosen: Vec<RatingRow> = rated
        .iter()
        .filter_map(|row| match row.opinion {
            Opinion::Rated(3) => Some(RatingRow { opinion: Opinion::Liked, ..row.clone() }),
            Opinion::Rated(1) => Some(RatingRow { opinion: Opinion::Disliked, ..row.clone() }),
            _ => None,
        })
        .collect();
    for method in Method::ALL {
        assert_eq!(of(&chosen, 9, method), of(&rated, 3, method));
    }
}
