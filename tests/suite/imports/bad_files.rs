//! What bad input gets: a sentence with row and column, and nothing lost. Pure, no database.

use baken::evidence::files::header::Column;
use baken::evidence::files::{Parsed, RosterRow, ScoreRow, read_roster, read_scores};
use baken::evidence::instruments::Catalogue;
use baken::ground::{Language, Result, Words};
use chrono::NaiveDate;

use super::{ROSTER, SCORES, key_of};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 12).expect("a day")
}

fn read(bytes: &[u8]) -> Result<Parsed<ScoreRow>> {
    read_scores(bytes, &Catalogue::shipped().expect("instruments"), today())
}

fn scores(rows: &str) -> Parsed<ScoreRow> {
    read(format!("{SCORES}{rows}").as_bytes()).expect("a file of scores")
}

fn roster(rows: &str) -> Parsed<RosterRow> {
    read_roster(format!("{ROSTER}{rows}").as_bytes(), today()).expect("a roster")
}

/// One row is refused at this column for this reason, and none is lost.
#[track_caller]
fn refused(rows: &str, column: &str, key: &str) {
    let good = "001;2026-03-02;eigen;leerkracht;welbevinden;12\n";
    let parsed = scores(&format!("{good}{rows}"));
    assert_eq!(parsed.rows.len(), 1);
    assert_eq!(parsed.refused.len(), 1, "{:?}", parsed.refused);
    let refusal = &parsed.refused[0];
    assert_eq!((refusal.row, refusal.line), (2, 3));
    assert_eq!((refusal.column.as_str(), refusal.reason.key.as_ref()), (column, key));
    for language in [Language::Dutch, Language::English] {
        let sentence = Words(language).say(&refusal.reason);
        assert!(sentence.contains(' ') && !sentence.contains('{'), "{sentence}");
    }
}

#[test]
fn a_file_that_is_no_table_is_refused_whole() {
    assert_eq!(key_of(read(b"")), "file-empty");
    assert_eq!(key_of(read(SCORES.as_bytes())), "file-header-only");
    assert_eq!(key_of(read(b"PK\x03\x04\x14\0[Content_Types].xml")), "file-spreadsheet");
    assert_eq!(key_of(read(b"PK\x03\x04\x14\0scores.csv")), "file-zip");
    let lacking = "leerlingnummer;instrument\n1;eigen\n";
    assert_eq!(key_of(read(lacking.as_bytes())), "file-column-missing");
}

#[test]
fn every_delimiter_encoding_and_decimal_gives_the_same_rows() {
    let comma = "0012;2-3-2026;eigen;leerkracht;welbevinden;12,5\n";
    let expected = scores(comma).rows;
    assert_eq!(expected[0].pupil, "0012");
    assert_eq!((expected[0].date, expected[0].score), (NaiveDate::from_ymd_opt(2026, 3, 2).unwrap(), 12.5));
    let point = format!("{SCORES}{comma}").replace("12,5", "12.5").replace("2-3-2026", "2026-03-02");
    for delimiter in [";", ",", "\t"] {
        let text = point.replace(';', delimiter);
        for bytes in [text.as_bytes().to_vec(), format!("\u{feff}{text}").into_bytes()] {
            assert_eq!(read(&bytes).expect("a file").rows, expected, "{delimiter}");
        }
    }
    let name = format!("{ROSTER}1;Zo\u{eb};;\u{d6}zcan;;5A;\n2;Sam;van 't;Hoff;;5A;\n");
    let ansi = encoding_rs::WINDOWS_1252.encode(&name).0.into_owned();
    assert_ne!(ansi, name.as_bytes());
    assert_eq!(
        read_roster(&ansi, today()).expect("ansi").rows,
        read_roster(name.as_bytes(), today()).expect("utf-8").rows
    );
}

#[test]
fn english_headers_and_words_are_read_too() {
    let text = "Pupil,Date,Instrument,Informant,Scale,Score\n1,2026-03-02,EIGEN,teacher,Welbevinden,12\n";
    let row = &read(text.as_bytes()).expect("a file").rows[0];
    assert_eq!((row.instrument.as_str(), row.scale.as_str()), ("eigen", "welbevinden"));
}

#[test]
fn each_wrong_cell_is_named() {
    refused("1;2026-03-02;eigen;leerkracht;welbevinden;41\n", "score", "row-score-outside");
    refused("1;2026-03-02;eigen;leerkracht;welbevinden;-1\n", "score", "row-score-outside");
    refused("1;2026-03-02;eigen;leerkracht;welbevinden;veel\n", "score", "row-score-not-number");
    refused("1;2026-03-02;eigen;leerkracht;welbevinden;\n", "score", "row-cell-empty");
    refused("1;2026-03-13;eigen;leerkracht;welbevinden;9\n", "afnamedatum", "row-date-future");
    refused("1;3/2/2026;eigen;leerkracht;welbevinden;9\n", "afnamedatum", "row-date-form");
    refused("1;31-2-2026;eigen;leerkracht;welbevinden;9\n", "afnamedatum", "row-date-form");
    refused("1;2026-03-02;onbekend;leerkracht;welbevinden;9\n", "instrument", "row-instrument-unknown");
    refused("1;2026-03-02;eigen;leerkracht;iets;9\n", "schaal", "row-scale-unknown");
    refused("1;2026-03-02;eigen;buurman;welbevinden;9\n", "informant", "row-informant-unknown");
    refused(";2026-03-02;eigen;leerkracht;welbevinden;9\n", "leerlingnummer", "row-cell-empty");
    refused("1;2026-03-02;eigen;leerkracht;welbevinden;9;extra\n", "", "row-width");
}

#[test]
fn a_megabyte_in_one_cell_is_one_refused_row() {
    let cell = "x".repeat(1_000_000);
    let row = format!("{cell};2026-03-02;eigen;leerkracht;welbevinden;9\n");
    refused(&row, "leerlingnummer", "row-cell-too-long");
    let shown = scores(&row).refused[0].value.chars().count();
    assert!(shown < 50, "{shown} characters shown");
}

#[test]
fn normed_scores_become_numbers_that_point_the_way_of_their_scale() {
    let text = format!(
        "{};score_type\n{}",
        SCORES.trim_end(),
        "1;2026-03-02;eigen;leerkracht;welbevinden;A;AE\n\
         2;2026-03-02;eigen;leerkracht;welbevinden;V;IV\n\
         3;2026-03-02;eigen;leerkracht;welbevinden;9;stanine\n\
         4;2026-03-02;eigen;leerkracht;welbevinden;10;stanine\n\
         5;2026-03-02;eigen;leerkracht;welbevinden;F;AE\n\
         6;2026-03-02;eigen;leerkracht;welbevinden;9;zomaar\n"
    );
    let parsed = read(text.as_bytes()).expect("a file");
    let values: Vec<f64> = parsed.rows.iter().map(|row| row.score).collect();
    assert_eq!(values, [5.0, 1.0, 9.0]);
    let keys: Vec<&str> = parsed.refused.iter().map(|one| one.reason.key.as_ref()).collect();
    assert_eq!(keys, ["row-score-outside", "row-score-not-level", "row-score-type-unknown"]);
}

#[test]
fn what_baken_may_not_have_is_named_and_never_read() {
    let text = "leerlingnummer;BSN;roepnaam;achternaam;groep;nationaliteit\n\
                1;123456782;Noor;Vos;5A;Nederlandse\n2;123456782;;;;\n";
    let parsed = read_roster(text.as_bytes(), today()).expect("a roster");
    assert_eq!(Column::dropped(&parsed.columns), ["BSN", "nationaliteit"]);
    let everything = format!("{:?}", (parsed.rows, parsed.refused));
    assert!(!everything.contains("123456782") && !everything.contains("Nederlandse"));
}

#[test]
fn roster_rows_are_checked_too() {
    let parsed =
        roster("1;Noor;;Vos;2-3-2016;5A;5\n2;;;Leeg;;5A;5\n3;Sam;;Hoff;2027-01-01;5A;5\n4;Lia;;Bos;;;5\n");
    let places: Vec<_> = parsed.refused.iter().map(|one| (one.line, one.column.as_str())).collect();
    assert_eq!(places, [(3, "roepnaam"), (4, "geboortedatum"), (5, "groep")]);
}
