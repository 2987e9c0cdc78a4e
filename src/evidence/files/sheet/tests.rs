//! Tests of opening a sheet.

use super::*;

fn rows(text: &str) -> Vec<(usize, usize, Vec<String>)> {
    let mut sheet = Sheet::open(text).expect("a table");
    let mut cells = StringRecord::new();
    let mut rows = Vec::new();
    while let Some(row) = sheet.next_row(&mut cells).expect("a row") {
        rows.push((row.number, row.line, row.kept()));
    }
    rows
}

#[test]
fn every_delimiter_is_recognised_and_quotes_are_respected() {
    for delimiter in [';', ',', '\t'] {
        let text = format!("leerlingnummer{delimiter}score\n\"a{delimiter}b\"{delimiter}3\n");
        let sheet = Sheet::open(&text).expect("a table");
        assert_eq!(sheet.delimiter, delimiter);
        assert_eq!(rows(&text)[0].2, [format!("a{delimiter}b"), "3".to_owned()]);
    }
}

#[test]
fn rows_and_lines_are_counted_as_a_person_would() {
    let text = "leerlingnummer;opmerking\r\n\r\n1;\"een\r\ntwee\"\r\n;\r\n2;x\r\n\r\n\r\n3;y";
    let places: Vec<_> = rows(text).into_iter().map(|row| (row.0, row.1)).collect();
    assert_eq!(places, [(1, 3), (2, 6), (3, 9)]);
}

#[test]
fn a_quotation_mark_that_never_closes_is_refused_with_its_line() {
    let mut sheet = Sheet::open("leerlingnummer;score\n1;2\n\"2;3\n4;5\n").expect("a table");
    let mut cells = StringRecord::new();
    assert!(sheet.next_row(&mut cells).expect("row 1").is_some());
    let Err(Error::Refused(message)) = sheet.next_row(&mut cells).map(|_| ()) else {
        panic!("swallowed the rest");
    };
    assert_eq!(message, Message::new("file-open-quote").with("line", 3_usize));
}

#[test]
fn what_may_not_be_read_is_not_handed_back_either() {
    let text = "leerlingnummer;BSN;score\n1;123456782;9\n1;123456782\n1;x;123456782;3\n";
    assert!(rows(text).iter().all(|row| !row.2.iter().any(|cell| cell.contains("123456782"))));
}
