//! What `baken analyse` says of how it took its input: rounds that are one, pupils without a school, who is counted.

use std::{fmt::Write, fs, path::Path};

use crate::support::on_files;

/// What became of these files, and what was said.
fn said(dir: &Path, texts: &[String]) -> (String, String) {
    let file = |at: usize| dir.join(format!("{at}.csv"));
    let files: Vec<_> = (0..texts.len()).map(file).collect();
    for (file, text) in files.iter().zip(texts) {
        fs::write(file, text).expect("the file");
    }
    let out = dir.join("out");
    let paths: Vec<&Path> = files.iter().map(std::path::PathBuf::as_path).collect();
    let ran = on_files::run_with("analyse", &paths, &out, &[]);
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(ran.status.success(), "{said}");
    (fs::read_to_string(out.join("run.json")).expect("the run"), said)
}

#[test]
fn rounds_that_count_as_one_are_named() {
    // Given two rounds with names of their own, seventy days apart
    let dir = tempfile::tempdir().unwrap();
    let row = |label: &str, day: &str, pupil: u32| {
        format!("{pupil};{day};{label};eigen;leerkracht;contact;{}\n", 9 + pupil)
    };
    let head = "leerlingnummer;afnamedatum;meetmoment;instrument;informant;schaal;score\n";
    let rows = (1..13).map(|pupil| row("M1", "2025-10-01", pupil));
    let rows = rows.chain((13..19).map(|pupil| row("M2", "2025-12-10", pupil)));
    let text: String = std::iter::once(head.to_owned()).chain(rows).collect();
    // When they are assessed
    let (run, told) = said(dir.path(), &[text]);
    // Then it is one round, and both are named
    assert!(run.contains("\"M1\"") && !run.contains("\"M2\""), "{run}");
    assert!(told.contains("Meetmoment M2 ligt minder dan 90 dagen van M1"), "{told}");
}

#[test]
fn a_file_without_schools_beside_one_with_them_is_told_of() {
    // Given the same pupils in two files, of which one names the school
    let dir = tempfile::tempdir().unwrap();
    let file = |day: &str, school: &str, name: &str| {
        let head = format!("leerlingnummer;afnamedatum;instrument;informant;schaal;score{school}\n");
        let row = |pupil: u32| format!("{pupil};{day};eigen;leerkracht;contact;{}{name}\n", 9 + pupil);
        format!("{head}{}", (1..13).map(row).collect::<String>())
    };
    let (autumn, spring) = (file("2025-10-01", ";school", ";99ZZ"), file("2026-03-02", "", ""));
    // When they are assessed
    let (run, told) = said(dir.path(), &[autumn.clone(), spring.clone()]);
    // Then it is said that each counts twice
    assert!(run.contains("\"pupils\": 24"), "{run}");
    assert!(told.contains("Een deel van de rijen noemt geen school."), "{told}");
    // and nothing is, where all files name it or none does.
    for same in
        [[autumn.clone(), file("2026-03-02", ";school", ";99ZZ")], [file("2025-10-01", "", ""), spring]]
    {
        let (run, told) = said(dir.path(), &same);
        assert!(run.contains("\"pupils\": 12") && !told.contains("geen school"), "{told}");
    }
}

#[test]
fn who_has_no_score_left_is_not_counted() {
    // Given a pupil of whom the only two rows contradict each other
    let dir = tempfile::tempdir().unwrap();
    let head = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n";
    let row = |pupil: u32, score: u32| format!("{pupil};2026-03-02;eigen;leerkracht;contact;{score}\n");
    let text = format!("{head}{}{}{}{}", row(1, 12), row(2, 14), row(3, 9), row(3, 30));
    // When the file is assessed, then two pupils are counted
    let (run, _) = said(dir.path(), &[text]);
    assert!(run.contains("\"pupils\": 2") && run.contains("\"refused_rows\": 2"), "{run}");
}

#[test]
fn rules_that_are_not_there_are_told_with_those_that_are() {
    let dir = tempfile::tempdir().unwrap();
    let file = on_files::golden("analyse", "scores.csv");
    let ran = on_files::run("analyse", &file, &dir.path().join("out"), &["--ruleset", "strengst"]);
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert_eq!(ran.status.code(), Some(2));
    assert!(said.contains("Regels met de naam strengst zijn er niet. Kies standaard, streng"), "{said}");
}

#[test]
fn a_total_that_is_not_the_sum_of_its_scales_is_told_of() {
    // Given ten pupils with the four scales of the SDQ that make its total, and a total: of one too low, of one with a
    // scale missing
    let dir = tempfile::tempdir().expect("a folder");
    let scales = ["emotional", "conduct", "hyperactivity", "peer"];
    let head = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n";
    let mut text = head.to_owned();
    for pupil in 1..=10 {
        let mut row = |scale: &str, score: u32| {
            writeln!(text, "{pupil};2026-03-02;sdq;leerkracht;{scale};{score}").expect("a line");
        };
        let given = scales.iter().zip(pupil..).filter(|(scale, _)| pupil != 4 || **scale != "peer");
        given.for_each(|(scale, score)| row(scale, score % 10));
        let sum: u32 = (pupil..pupil + 4).map(|score| score % 10).sum();
        row("total", if pupil == 7 { 3 } else { sum });
    }
    // When it is assessed
    let (_, told) = said(dir.path(), &[text]);
    // Then that one is named, and the missing scale is no odd total
    assert!(told.contains("Eén totaal op total is niet de som van de schalen: bij leerling 7 "), "{told}");
    assert!(told.contains(" 3, en de schalen zijn samen 24."), "{told}");
}

#[test]
fn another_person_who_filled_in_for_a_group_is_told_of() {
    // Given three groups of eight, of which one has another teacher the second time
    let dir = tempfile::tempdir().unwrap();
    let row = |day: &str, pupil: u32, teacher: &str| {
        let (group, score) = (pupil / 8, 5 + pupil * 7 % 20);
        format!("{pupil};{day};eigen;leerkracht;contact;{score};g{group};{teacher}{group}\n")
    };
    let first = (0..24).map(|pupil| row("2025-10-01", pupil, "a"));
    let teacher = |pupil: u32| if pupil < 8 { "b" } else { "a" };
    let second = (0..24).map(|pupil| row("2026-03-02", pupil, teacher(pupil)));
    let head = "leerlingnummer;afnamedatum;instrument;informant;schaal;score;groep;invuller\n".to_owned();
    let text: String = std::iter::once(head).chain(first).chain(second).collect();
    // Then it is said of how many, and what is done about it
    let (_, told) = said(dir.path(), &[text]);
    assert!(told.contains("bij 8 leerlingen (één groep) vulde iemand anders voor de groep in"), "{told}");
}
