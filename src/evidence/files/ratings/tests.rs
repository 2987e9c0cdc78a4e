//! Tests of reading ratings.

use super::*;

use crate::ground::Error;

const HEADER: &str = "groep;afnamedatum;beoordelaar;beoordeelde;oordeel";

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 31).expect("a day")
}

fn read(rows: &str, points: Option<u8>) -> Ratings {
    let points = points.map(|points| Points::new(points).expect("a scale"));
    read_ratings(format!("{HEADER}\n{rows}").as_bytes(), points, today()).expect("a file")
}

fn reasons(ratings: &Ratings) -> Vec<(usize, &str)> {
    ratings.refused.iter().map(|one| (one.line, one.reason.key.as_ref())).collect()
}

#[test]
fn both_languages_and_all_forms_are_read() {
    let dutch = read("4;2026-03-02;1;2;3\n4;2-3-2026;2;1;1,0\n", Some(3));
    let english = b"Group,Date,Rater,Rated,Rating\n4,2026-03-02,1,2,3\n4,2026-03-02,2,1,1\n";
    assert_eq!(dutch.rows, read_ratings(english, Some(Points::THREE), today()).expect("a file").rows);
    let chosen = read("4;2026-03-02;1;2;+\n4;2026-03-02;1;3;-\n4;2026-03-02;1;4;–\n", None);
    let opinions: Vec<Opinion> = chosen.rows.iter().map(|row| row.opinion).collect();
    assert_eq!(opinions, [Opinion::Liked, Opinion::Disliked, Opinion::Disliked]);
    assert_eq!(chosen.points, Points::THREE);
}

#[test]
fn each_bad_row_is_refused_with_its_reason_and_the_others_stay() {
    let ratings = read(
        "4;2026-03-02;1;1;3\n4;2026-03-02;1;2;4\n4;2026-03-02;1;3;0\n4;2026-03-02;1;4;2,5\n4;2026-03-02;1;5;NaN\n\
         4;2026-03-02;1;6;\n4;2026-04-02;1;7;3\n4;31-2-2026;1;7;3\n;2026-03-02;1;7;3\n4;2026-03-02;;7;3\n\
         4;2026-03-02;1;8;-1\n4;2026-03-02;1;9;2\n",
        Some(3),
    );
    assert_eq!(
        reasons(&ratings),
        [
            (2, "row-rating-of-oneself"),
            (3, "row-rating-outside"),
            (4, "row-rating-form"),
            (5, "row-rating-form"),
            (6, "row-rating-form"),
            (7, "row-cell-empty"),
            (8, "row-date-future"),
            (9, "row-date-form"),
            (10, "row-cell-empty"),
            (11, "row-cell-empty"),
            (12, "row-rating-form"),
        ]
    );
    assert_eq!(ratings.rows.len(), 1);
}

#[test]
fn the_same_pair_twice_counts_once_or_not_at_all() {
    let same =
        read("4;2026-03-02;1;2;3\n4;2026-03-02;1;2;3\n4;2026-03-03;1;2;1\n5;2026-03-02;1;2;1\n", Some(3));
    assert_eq!((same.rows.len(), same.refused.len()), (3, 0));
    let torn = read("4;2026-03-02;1;2;3\n4;2026-03-02;2;1;3\n4;2026-03-02;1;2;1\n", Some(3));
    assert_eq!(reasons(&torn), [(2, "row-rating-twice"), (4, "row-rating-twice")]);
    assert_eq!(torn.rows.len(), 1);
}

#[test]
fn the_scale_is_told_by_the_ratings_or_asked_for() {
    let rows = |given: &[u8]| {
        let line = |(at, points): (usize, &u8)| format!("4;2026-03-02;a{at};b;{points}\n");
        given.iter().enumerate().map(line).collect::<String>()
    };
    assert_eq!(read(&rows(&[1, 2, 2]), None).points, Points::THREE);
    assert_eq!(read(&rows(&[5, 4, 3, 2, 1]), None).points.highest(), 5);
    assert_eq!(read(&rows(&[1, 5]), Some(7)).points.neutral(), 4);
    for unclear in [&[1, 2, 3, 5][..], &[1, 2, 3, 4], &[1, 2, 3, 4, 5, 6], &[1, 2, 3, 200]] {
        let bytes = format!("{HEADER}\n{}", rows(unclear));
        let Err(Error::Refused(reason)) = read_ratings(bytes.as_bytes(), None, today()) else {
            panic!("{unclear:?} tells no scale");
        };
        assert_eq!(reason.key, "ratings-scale-unclear");
    }
}

#[test]
fn what_is_no_file_of_ratings_is_refused_whole() {
    for (text, key) in [
        ("", "file-empty"),
        (HEADER, "file-header-only"),
        ("groep;afnamedatum;beoordelaar;oordeel\n4;2026-03-02;1;3\n", "file-column-missing"),
        ("groep;group;afnamedatum;beoordelaar;beoordeelde;oordeel\n", "file-column-twice"),
        ("groep;afnamedatum;beoordelaar;001;002;001\n4;2026-03-02;002;1;;1\n", "ratings-pupil-twice"),
    ] {
        let Err(Error::Refused(reason)) = read_ratings(text.as_bytes(), None, today()) else {
            panic!("{text:?} was read");
        };
        assert_eq!(reason.key, key);
    }
}

const MATRIX: &str = "groep;afnamedatum;beoordelaar;001;002;003;bsn";

fn matrix(rows: &str) -> Ratings {
    read_ratings(format!("{MATRIX}\n{rows}").as_bytes(), None, today()).expect("a file")
}

#[test]
fn a_matrix_says_the_same_as_its_pairs() {
    let table = matrix("4;2026-03-02;001;;3;1;9\n4;2026-03-02;002;2;;;9\n4;2026-03-02;003;;;;9\n");
    let pairs = read("4;2026-03-02;001;002;3\n4;2026-03-02;001;003;1\n4;2026-03-02;002;001;2\n", None);
    let said = |ratings: &Ratings| -> Vec<(String, String, Opinion)> {
        ratings.rows.iter().map(|row| (row.rater.clone(), row.rated.clone(), row.opinion)).collect()
    };
    assert_eq!(said(&table), said(&pairs));
    // The third row belongs to somebody who was not there.
    assert_eq!((table.data_rows, table.refused.len()), (3, 0));
    assert_eq!(table.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [1, 1, 2]);
    assert_eq!(Column::dropped(&table.columns), ["bsn"]);
}

#[test]
fn a_row_of_a_matrix_is_taken_whole_or_not_at_all() {
    let table = matrix(
        "4;2026-03-02;001;3;3;1;\n4;2026-03-02;002;2;;ja;\n4;2026-03-02;003;1;3;;\n4;2026-03-02;003;1;2;;\n",
    );
    assert_eq!(
        reasons(&table),
        [
            (2, "row-rating-of-oneself-here"),
            (3, "row-rating-form"),
            (4, "row-rating-twice"),
            (5, "row-rating-twice")
        ]
    );
    assert_eq!((table.refused[1].column.as_str(), table.refused[1].value.as_str()), ("003", "ja"));
    assert!(table.rows.is_empty());
}

#[test]
fn a_rating_under_nobodys_number_is_refused() {
    let text = "groep;afnamedatum;beoordelaar;001;;002\n4;2026-03-02;003;1;2;3\n4;2026-03-02;002;1;;\n";
    let table = read_ratings(text.as_bytes(), None, today()).expect("a file");
    assert_eq!(reasons(&table), [(2, "row-rating-of-nobody")]);
    assert_eq!((table.refused[0].value.as_str(), table.rows.len()), ("2", 1));
}
