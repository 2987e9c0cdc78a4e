//! Tests of reading a header.

use super::*;

fn header(line: &str) -> Header {
    Header::new(line.split(';'))
}

#[test]
fn names_are_found_in_any_case_and_both_languages() {
    let mut header = header("Leerlingnummer;SCALE; Score Type ;opmerking;");
    assert_eq!(header.need("leerlingnummer", "pupil").expect("there"), 0);
    assert_eq!(header.need("schaal", "scale").expect("there"), 1);
    assert_eq!(header.find("score_type", "score_type").expect("once"), Some(2));
    assert_eq!(Column::ignored(&header.columns()), ["opmerking"]);
}

#[test]
fn a_missing_and_a_double_column_are_named() {
    let mut header = header("leerlingnummer;pupil");
    let Err(Error::Refused(twice)) = header.find("leerlingnummer", "pupil") else {
        panic!("two columns for one thing");
    };
    assert_eq!(twice.key, "file-column-twice");
    let Err(Error::Refused(missing)) = header.need("score", "score") else {
        panic!("no column score");
    };
    assert_eq!(missing.key, "file-column-missing");
}

#[test]
fn what_baken_may_not_have_is_dropped() {
    let header = header(
        "leerlingnummer;BSN;Burgerservicenummer;Nationaliteit 1;Land;Password;Onderwijsnummer;Ethnicity;Sofinummer;Geboorteland",
    );
    assert_eq!(Column::dropped(&header.columns()).len(), 9);
    assert!(Column::ignored(&header.columns()).contains(&"leerlingnummer".to_owned()));
}

#[test]
fn the_kind_shows_in_the_names() {
    assert_eq!(header("leerlingnummer;schaal;score").kind(), Some(Kind::Scores));
    assert_eq!(header("pupil;last_name;group").kind(), Some(Kind::Roster));
    assert_eq!(header("a;b;c").kind(), None);
}
