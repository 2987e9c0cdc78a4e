//! `baken sociogram` as a school runs it. The golden files were computed apart from the program, with fractions and by
//! counting, from the same definitions (`docs/sociogram.md`); a change of a figure there is a change of the method.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::support::on_files;

const METHODS: [&str; 3] = ["ssrat", "newcomb-bukowski", "coie-dodge"];
const HEADER: &str = "groep;afnamedatum;beoordelaar;beoordeelde;oordeel";

fn golden(name: &str) -> PathBuf {
    on_files::golden("sociogram", name)
}

fn sociogram(ratings: &Path, out: &Path, more: &[&str]) -> Output {
    on_files::run("sociogram", ratings, out, more)
}

/// What comes of a file with these rows: the exit status, the lines of the file out, what was said.
fn of(rows: &str, more: &[&str]) -> (Option<i32>, Vec<String>, String) {
    let dir = tempfile::tempdir().unwrap();
    let (ratings, out) = (dir.path().join("oordelen.csv"), dir.path().join("uit.csv"));
    fs::write(&ratings, rows).unwrap();
    let ran = sociogram(&ratings, &out, more);
    let lines = fs::read_to_string(&out).unwrap_or_default();
    assert!(ran.stdout.is_empty());
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    (ran.status.code(), lines.lines().map(ToOwned::to_owned).collect(), said)
}

#[test]
fn each_method_gives_its_golden_file_whatever_the_order_of_the_rows() {
    let dir = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(golden("ratings.csv")).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.sort_unstable();
    let turned = dir.path().join("turned.csv");
    fs::write(
        &turned,
        format!("{header}\r\n{}\r\n", rows.join("\r\n").replace(';', ","))
            .replace("groep;afnamedatum;beoordelaar;beoordeelde;oordeel", "Group,Date,Rater,Rated,Rating"),
    )
    .unwrap();
    for method in METHODS {
        let wanted = fs::read_to_string(golden(&format!("{method}.csv"))).unwrap();
        for (ratings, more) in [
            (golden("ratings.csv"), vec!["--method", method, "--points", "3"]),
            (golden("ratings.csv"), vec!["--method", method]),
            (turned.clone(), vec!["--method", method, "--points", "3"]),
        ] {
            let out = dir.path().join("out.csv");
            let ran = sociogram(&ratings, &out, &more);
            assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
            let found = fs::read_to_string(&out).unwrap();
            for (line, (found, wanted)) in found.lines().zip(wanted.lines()).enumerate() {
                assert_eq!(found, wanted, "{method}, line {}", line + 1);
            }
            assert_eq!(found, wanted, "{method}");
        }
    }
}

#[test]
fn without_a_method_it_is_ssrat() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out.csv");
    assert!(sociogram(&golden("ratings.csv"), &out, &[]).status.success());
    assert_eq!(fs::read(&out).unwrap(), fs::read(golden("ssrat.csv")).unwrap());
}

#[test]
fn bad_rows_are_named_and_the_others_count() {
    let rows = "4;2026-03-02;1;1;3\n4;2026-03-02;1;2;3\n4;2026-03-02;2;1;7\n4;2026-03-02;2;3;nan\n\
                4;2026-03-02;3;1;1\n4;2026-03-02;3;2;1\n4;2026-03-02;3;2;2\n";
    let (code, lines, said) = of(&format!("{HEADER}\n{rows}"), &["--points", "3"]);
    assert_eq!(code, Some(0));
    for wanted in [
        "csv:2: beoordeelde \"1\": Een leerling beoordeelt hier zichzelf",
        "csv:4: oordeel \"7\": Dit oordeel valt buiten de schaal: die loopt van 1 tot en met 3",
        "csv:5: oordeel \"nan\": Dit is geen oordeel",
        "csv:7: beoordeelde \"2\": Deze leerling staat er op deze dag twee keer in",
        "csv:8: beoordeelde \"2\": Deze leerling staat er op deze dag twee keer in",
        "Schaal van 3 punten. 1 groep, 3 leerlingen, 5 geweigerde rijen.",
    ] {
        assert!(said.contains(wanted), "{wanted}\n{said}");
    }
    assert_eq!(
        lines,
        [
            "group;date;pupil;raters;sympathy;antipathy;preference;impact;status;note",
            "4;2026-03-02;1;1;0.0000;1.0000;1.0000;1.0000;;geen spreiding in de oordelen",
            "4;2026-03-02;2;1;1.0000;0.0000;3.0000;1.0000;;geen spreiding in de oordelen",
            "4;2026-03-02;3;0;;;;;;door niemand beoordeeld",
        ]
    );
}

#[test]
fn what_cannot_be_computed_is_refused_whole_and_writes_nothing() {
    let good = "4;2026-03-02;1;2;3\n";
    for (text, more, wanted) in [
        (String::new(), &[][..], "Dit bestand is leeg"),
        (HEADER.to_owned(), &[], "geen enkele regel met gegevens"),
        (
            "groep;afnamedatum;beoordelaar;oordeel\n4;2026-03-02;1;3\n".to_owned(),
            &[],
            "beoordeelde (rated) ontbreekt",
        ),
        (format!("{HEADER}\n4;2026-03-02;1;1;3\n"), &[], "geen enkele rij die gebruikt kan worden"),
        (format!("{HEADER}\n{good}4;2026-03-02;2;1;5\n"), &[], "Kies de schaal"),
        (format!("{HEADER}\n{good}"), &["--points", "4"], "invalid value '4'"),
        (format!("{HEADER}\n{good}"), &["--method", "anders"], "invalid value 'anders'"),
    ] {
        let (code, lines, said) = of(&text, more);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(wanted), "{wanted}\n{said}");
        assert!(lines.is_empty());
    }
    let dir = tempfile::tempdir().unwrap();
    let gone = sociogram(&dir.path().join("weg.csv"), &dir.path().join("uit.csv"), &[]);
    assert_eq!(gone.status.code(), Some(2));
}

#[test]
fn a_crowd_in_one_group_gets_a_reason_at_once() {
    let rows: Vec<String> = (0..20_000).map(|i| format!("8;2026-03-02;{i};{};+", i + 1)).collect();
    let (code, lines, _) = of(&format!("{HEADER}\n{}", rows.join("\n")), &[]);
    assert_eq!((code, lines.len()), (Some(0), 20_002));
    let reason = "20001 leerlingen is te veel voor één groep, want een sociogram gaat over hoogstens 200";
    assert_eq!(lines[1], format!("8;2026-03-02;0;;;;;;;{reason}"));
}

#[test]
fn names_that_a_spreadsheet_would_run_are_made_harmless() {
    let (_, lines, _) = of(&format!("{HEADER}\n=4;2026-03-02;@1;2;3\n=4;2026-03-02;2;@1;1\n"), &[]);
    assert!(lines[1].starts_with("'=4;2026-03-02;2;1;"), "{lines:?}");
    assert!(lines[2].starts_with("'=4;2026-03-02;'@1;1;"), "{lines:?}");
}

#[test]
fn the_help_explains_with_an_example() {
    let ran = Command::new(env!("CARGO_BIN_EXE_baken")).args(["sociogram", "--help"]).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(
        said.contains("Example: baken sociogram oordelen.csv --points 3") && said.contains("coie-dodge"),
        "{said}"
    );
}
