//! `baken analyse` as a school runs it: one golden file per output, and the same bytes whatever the order of the rows,
//! the number of threads, or whether the last round was looked at by itself.
//!
//! Where a change of the figures is meant, run the command named in `golden` and copy its files to `tests/golden`.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use crate::support::on_files;

const FILES: [&str; 5] = ["signals.csv", "assessments.csv", "groups.csv", "schools.csv", "run.json"];

fn golden(name: &str) -> PathBuf {
    on_files::golden("analyse", name)
}

fn analyse(scores: &Path, out: &Path, more: &[&str]) -> Output {
    on_files::run("analyse", scores, out, more)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()))
}

#[test]
fn each_output_is_its_golden_file() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let ran = analyse(&golden("scores.csv"), &out, &["--replay"]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(ran.stdout.is_empty());
    for file in FILES {
        let (found, wanted) = (read(&out.join(file)), read(&golden(file)));
        for (line, (found, wanted)) in found.lines().zip(wanted.lines()).enumerate() {
            assert_eq!(found, wanted, "{file}, line {}", line + 1);
        }
        assert_eq!(found.lines().count(), wanted.lines().count(), "{file}");
    }
}

#[test]
fn the_order_of_the_rows_does_not_matter() {
    let dir = tempfile::tempdir().unwrap();
    let text = read(&golden("scores.csv"));
    let (header, rows) = text.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.reverse();
    rows.rotate_left(17);
    let turned = dir.path().join("turned.csv");
    fs::write(&turned, format!("{header}\n{}\n", rows.join("\n"))).unwrap();
    let out = dir.path().join("out");
    assert!(analyse(&turned, &out, &["--replay"]).status.success());
    for file in FILES {
        assert_eq!(read(&out.join(file)), read(&golden(file)), "{file}");
    }
}

#[test]
fn the_last_round_by_itself_is_the_end_of_the_replay() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    assert!(analyse(&golden("scores.csv"), &out, &[]).status.success());
    for file in ["signals.csv", "assessments.csv", "groups.csv", "schools.csv"] {
        let replay = read(&golden(file));
        let wanted: Vec<&str> = replay
            .lines()
            .enumerate()
            .filter(|(at, line)| *at == 0 || line.starts_with("2025-2026 voorjaar;"))
            .map(|(_, line)| line)
            .collect();
        assert_eq!(read(&out.join(file)).lines().collect::<Vec<_>>(), wanted, "{file}");
    }
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    // Given more pupils than are worked through as one piece, on two scales in three rounds, some of them falling
    let dir = tempfile::tempdir().unwrap();
    let scores = dir.path().join("scores.csv");
    let mut text = "school;groep;leerlingnummer;afnamedatum;instrument;informant;schaal;score\n".to_owned();
    for pupil in 0..5000 {
        for (round, day) in ["2024-10-01", "2025-04-01", "2025-10-01"].into_iter().enumerate() {
            for (at, scale) in ["welbevinden", "contact"].into_iter().enumerate() {
                let steady = 14 + (pupil * 7 + at * 3) % 13 + (pupil / 13 + round) % 3;
                let score = if pupil % 40 == 0 && round == 2 { 10 } else { steady };
                let group = pupil / 25;
                writeln!(text, "98YY;{group};{pupil};{day};eigen;leerkracht;{scale};{score}").unwrap();
            }
        }
    }
    fs::write(&scores, text).unwrap();
    // When they are assessed on one thread and on four
    let on = |threads: usize| {
        let out = dir.path().join(threads.to_string());
        let ran = on_files::run_on(threads, "analyse", &scores, &out);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        FILES.map(|file| read(&out.join(file)))
    };
    let (one, four) = (on(1), on(4));
    // Then every file is the same
    assert!(one[0].lines().count() > 100, "who falls has a signal");
    for (file, (one, four)) in FILES.into_iter().zip(one.into_iter().zip(four)) {
        assert!(one == four, "{file} depends on the number of threads");
    }
}

#[test]
fn a_file_of_an_old_spreadsheet_is_read_as_it_was_written_and_told_of_once() {
    // Given the scores of a group called Zoë, in two files: UTF-8, with a score that is none, and windows-1252
    let dir = tempfile::tempdir().unwrap();
    let text = read(&golden("scores.csv")).replace(";5A;", ";Zo\u{eb};");
    let (header, rows) = text.split_once('\n').unwrap();
    let rows: Vec<&str> = rows.lines().collect();
    let (first, second) = rows.split_at(rows.len() / 2);
    let bad = "98YY;6A;0099;2024-10-01;eigen;leerkracht;contact;veel";
    let one = dir.path().join("one.csv");
    fs::write(&one, format!("{header}\n{}\n{bad}\n", first.join("\n"))).unwrap();
    let other = dir.path().join("other.csv");
    let ansi = format!("{header}\n{}\n", second.join("\n"));
    fs::write(&other, encoding_rs::WINDOWS_1252.encode(&ansi).0).unwrap();
    let whole = dir.path().join("whole.csv");
    fs::write(&whole, &text).unwrap();
    // When they are assessed together
    let (out, wanted) = (dir.path().join("out"), dir.path().join("wanted"));
    let ran = on_files::run_with("analyse", &[&one, &other], &out, &[]);
    // Then the outcome is that of one file in UTF-8, and the score that is none is told of once
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(ran.status.success(), "{said}");
    assert_eq!(said.matches("one.csv:").count(), 1, "{said}");
    assert!(analyse(&whole, &wanted, &[]).status.success());
    for file in ["signals.csv", "assessments.csv", "groups.csv", "schools.csv"] {
        let found = read(&out.join(file));
        assert_eq!(found, read(&wanted.join(file)), "{file}");
        assert!(file == "schools.csv" || found.contains("Zo\u{eb}"), "{file}");
    }
}

#[test]
fn what_cannot_be_taken_is_refused_with_a_sentence() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let none = analyse(&dir.path().join("none.csv"), &out, &[]);
    assert_eq!(none.status.code(), Some(2));
    let rules = dir.path().join("mijn.toml");
    fs::write(&rules, "name = \"mijn\"\ndate = 2026-01-01\nsource = \"\"\n[level]\non = true\nhoogte = 1\n")
        .unwrap();
    let ruled = analyse(&golden("scores.csv"), &out, &["--ruleset", rules.to_str().unwrap()]);
    assert_eq!(ruled.status.code(), Some(2));
    let said = String::from_utf8_lossy(&ruled.stderr).into_owned();
    assert!(said.contains("mijn.toml is niet te lezen") && said.contains("hoogte"), "{said}");
    assert!(!out.exists());
}
