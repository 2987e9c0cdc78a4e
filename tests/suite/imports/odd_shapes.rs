//! The shapes that lists of schools come in: titles and headers twice, totals, merged cells, what spreadsheets make of
//! numbers, mixed line ends, far too many columns, and names in the encodings that have them.

use baken::evidence::files::header::Column;
use baken::evidence::files::{Parsed, RosterRow, ScoreRow, read_roster, read_scores};
use baken::evidence::instruments::Catalogue;
use baken::ground::Result;
use chrono::NaiveDate;

use super::{ROSTER, SCORES, key_of};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 12).expect("a day")
}

fn scores(text: &str) -> Result<Parsed<ScoreRow>> {
    read_scores(text.as_bytes(), &Catalogue::shipped()?, today())
}

fn roster(text: &[u8]) -> Parsed<RosterRow> {
    read_roster(text, today()).expect("a roster")
}

/// Line, column and sentence of what was refused.
fn told<R>(parsed: &Parsed<R>) -> Vec<(usize, &str, &str)> {
    let told = parsed.refused.iter();
    told.map(|one| (one.line, one.column.as_str(), one.reason.key.as_ref())).collect()
}

#[test]
fn titles_above_the_header_are_passed() {
    for title in
        ["Leerlingen De Wilgen;;;;;;\n", "Export van 12-3-2026\n\nGroep;alle\n", ";;naam;;;plaats;\n"]
    {
        let parsed = roster(format!("{title}{ROSTER}1;Noor;;Vos;;5A;5\n").as_bytes());
        assert_eq!((parsed.rows.len(), told(&parsed)), (1, vec![]), "{title}");
        assert_eq!(parsed.rows[0].line, title.lines().count() + 2);
    }
}

#[test]
fn a_header_again_and_totals_below_are_refused_as_what_they_are() {
    let row = "1;2026-03-02;eigen;leerkracht;welbevinden;12\n";
    let total = "Totaal;;;;;12\nGemiddelde;;;;;12\n";
    let parsed = scores(&format!("{SCORES}{row}{SCORES}{total}")).expect("scores");
    assert_eq!(parsed.rows.len(), 1);
    assert_eq!(
        told(&parsed),
        [
            (3, "leerlingnummer", "row-header-again"),
            (4, "leerlingnummer", "row-total"),
            (5, "leerlingnummer", "row-total")
        ]
    );
    let english = roster(format!("{ROSTER}pupil;first_name;infix;last_name;;group;\n").as_bytes());
    assert_eq!(told(&english), [(2, "leerlingnummer", "row-header-again")]);
}

#[test]
fn merged_cells_that_became_blanks_are_refused_row_by_row_and_never_guessed() {
    let parsed = roster(
        format!("{ROSTER}1;Noor;;Vos;;5A;5\n2;Sam;;Bos;;;\n3;Lia;;Das;;5B;5\n4;Mo;;Ros;;;\n").as_bytes(),
    );
    assert_eq!(parsed.rows.len(), 2);
    assert_eq!(told(&parsed), [(3, "groep", "row-cell-empty"), (5, "groep", "row-cell-empty")]);
}

#[test]
fn numbers_that_a_spreadsheet_spoiled_are_told_as_such() {
    let row =
        |number: &str, score: &str| format!("{number};2026-03-02;eigen;leerkracht;welbevinden;{score}\n");
    let rows = [row("1", "5-mrt"), row("2", "3-4-2026"), row("1,23457E+11", "9"), row("2026-03-02", "9")];
    let parsed = scores(&format!("{SCORES}{}", rows.concat())).expect("scores");
    assert_eq!(
        told(&parsed),
        [
            (2, "score", "row-cell-date"),
            (3, "score", "row-cell-date"),
            (4, "leerlingnummer", "row-number-shortened"),
            (5, "leerlingnummer", "row-cell-date")
        ]
    );
    let parsed = roster(format!("{ROSTER}1;Noor;;Vos;;5-jun;5\n2;Sam;;Bos;;5-6;5\n").as_bytes());
    assert_eq!((parsed.rows.len(), told(&parsed)), (1, vec![(2, "groep", "row-cell-date")]));
}

#[test]
fn line_ends_of_every_system_may_stand_in_one_file() {
    let text = "leerlingnummer;roepnaam;achternaam;groep\r\n1;Noor;Vos;5A\n2;Sam;Bos;5A\r3;Lia;Das;5A\r\n\r\n4;;Ros;5A";
    let parsed = roster(text.as_bytes());
    assert_eq!(parsed.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 4]);
    assert_eq!(told(&parsed), [(6, "roepnaam", "row-cell-empty")]);
}

#[test]
fn ten_thousand_columns_are_no_list_and_a_few_hundred_are() {
    let wide = |columns: usize| {
        let names = (0..columns).map(|at| format!(";v{at}")).collect::<Vec<_>>().concat();
        let cells = ";1".repeat(columns);
        format!("{}{names}\n1;2026-03-02;eigen;leerkracht;welbevinden;12{cells}\n", SCORES.trim_end())
    };
    assert_eq!(key_of(scores(&wide(10_000))), "file-too-many-columns");
    let parsed = scores(&wide(500)).expect("scores");
    assert_eq!((parsed.rows.len(), Column::ignored(&parsed.columns).len()), (1, 500));
}

#[test]
fn surnames_are_read_in_every_encoding_that_has_them() {
    let rows = "1;Noor;van 't;Hoff;;5A;5\n2;Sam;;O'Neill;;5A;5\n3;Lia;;\u{d6}zcan;;5A;5\n";
    let text = format!("{ROSTER}{rows}");
    let ansi = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
    let marked = format!("\u{feff}{text}").into_bytes();
    for bytes in [text.as_bytes(), &ansi, &marked] {
        let parsed = roster(bytes);
        let names: Vec<String> = parsed
            .rows
            .iter()
            .map(|row| format!("{} {}", row.infix, row.last_name).trim().to_owned())
            .collect();
        assert_eq!(names, ["van 't Hoff", "O'Neill", "\u{d6}zcan"]);
    }
    // windows-1252 has no \u{15e}; UTF-8 does.
    let parsed = roster(format!("{ROSTER}1;Ay\u{15f}e;;\u{15e}ahin;;5A;5\n").as_bytes());
    assert_eq!(
        (parsed.rows[0].first_name.as_str(), parsed.rows[0].last_name.as_str()),
        ("Ay\u{15f}e", "\u{15e}ahin")
    );
}
