//! Tests of looking at a list.

use super::State::{Forbidden, Free, Nameless, Twice};
use super::*;
use crate::evidence::files::dates::DateForm;

fn look(text: &str) -> Look {
    Look::at(&Source::of(text.as_bytes(), &[]).expect("text")).expect("a list")
}

#[test]
fn a_header_with_unknown_names_is_found_below_titles() {
    let look = look("Uitvoer groep 6;;;\n;;;\nNr;Kind;BT;WB\n1;Noor;12;13\n2;Sam;11;10\n");
    let names: Vec<_> = look.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!((names, look.rows), (vec!["Nr", "Kind", "BT", "WB"], 2));
    assert_eq!(look.columns[1].first, ["Noor", "Sam"]);
}

#[test]
fn nothing_of_a_forbidden_column_is_kept() {
    let look = look("Nr;BSN;Kind;Kind;\n1;123456782;Noor;x;y\n2;123456782\n");
    let states: Vec<_> = look.columns.iter().map(|column| column.state).collect();
    assert_eq!(states, [Free, Forbidden, Free, Twice, Nameless]);
    assert!(!format!("{look:?}").contains("123456782"));
    // The second row does not fit its names: nothing of it can be shown for sure.
    assert_eq!(look.columns[0].first, ["1", ""]);
}

#[test]
fn a_column_decides_how_its_dates_are_written_where_it_can() {
    let dates = |cells: &str| dates_in(&look(&format!("Dag;Score\n{cells}")), Some(&[0]));
    let pattern = |dates: Dates| match dates {
        Dates::None => Vec::new(),
        Dates::Usual => vec!["usual".to_owned()],
        Dates::Only(form) => vec![form.pattern()],
        Dates::Open(forms) => forms.iter().map(DateForm::pattern).collect(),
    };
    assert_eq!(pattern(dates("2-3-2026;1\n2026-03-02;1\n")), ["usual"]);
    assert_eq!(pattern(dates("3/4/2026;1\n31/12/2025;1\n")), ["dd/mm/jjjj"]);
    assert_eq!(pattern(dates("3/4/2026;1\n12/31/2025;1\n")), ["mm/dd/jjjj"]);
    assert_eq!(pattern(dates("3/4/2026;1\n5/6/2026;1\n")), ["dd/mm/jjjj", "mm/dd/jjjj"]);
    assert_eq!(pattern(dates("20260304;1\nTotaal;1\n")), ["jjjjmmdd"]);
}

#[test]
fn the_mark_of_numbers_is_open_where_both_stand_or_thousands_may_be_meant() {
    let marks = |cells: &str| marks_in(&look(&format!("Nr;Score\n{cells}")), Some(&[1]));
    assert_eq!(marks("1;12,5\n2;12\n"), Marks::Clear);
    assert_eq!(marks("1;12,5\n2;12.5\n"), Marks::Open);
    assert_eq!(marks("1;1.234\n2;12\n"), Marks::Open);
}
