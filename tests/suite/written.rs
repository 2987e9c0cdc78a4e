//! What the commands on files write: whole or not at all, and never over what they read.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use crate::support::on_files;

const ANSWERS: &str = "leerlingnummer;afnamedatum;informant;item;antwoord\n\
                       001;2026-03-02;leerling;i1;3\n001;2026-03-02;leerling;i2;4\n001;2026-03-02;leerling;i3;4\n\
                       001;2026-03-02;leerling;i4;4\n001;2026-03-02;leerling;i5;4\n";

fn said(ran: &Output) -> String {
    String::from_utf8_lossy(&ran.stderr).into_owned()
}

/// All files of a folder with what is in them, hidden ones too.
fn all(folder: &Path) -> Vec<(PathBuf, Option<String>)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<_> = entries.map(|path| (path.clone(), fs::read_to_string(path).ok())).collect();
    all.sort();
    all
}

/// Runs a command that must be refused before it writes anything in the folder.
fn refused(folder: &Path, run: impl Fn() -> Output, why: &str) {
    let before = all(folder);
    let ran = run();
    assert_eq!((ran.status.code(), said(&ran).contains(why)), (Some(2), true), "{}", said(&ran));
    assert_eq!(all(folder), before, "{why}");
}

#[test]
fn no_command_writes_over_what_it_reads() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    // Given scores, ratings and answers under names that a result would get
    fs::copy(on_files::golden("analyse", "scores.csv"), at("groups.csv")).unwrap();
    fs::copy(on_files::golden("sociogram", "ratings.csv"), at("ratings.csv")).unwrap();
    fs::write(at("answers.csv"), ANSWERS).unwrap();
    let onto = "een van de bestanden die worden gelezen";
    // Then each command says so, and all stays as it is
    refused(dir.path(), || on_files::run("analyse", &at("groups.csv"), dir.path(), &[]), onto);
    refused(dir.path(), || on_files::run("sociogram", &at("ratings.csv"), &at("ratings.csv"), &[]), onto);
    let answers = at("answers.csv");
    refused(dir.path(), || on_files::run_with("score", &[Path::new("who5"), &answers], &answers, &[]), onto);
    // Also by another way to the same file.
    let round_about =
        dir.path().join(".").join("..").join(dir.path().file_name().unwrap()).join("ratings.csv");
    refused(dir.path(), || on_files::run("sociogram", &at("ratings.csv"), &round_about, &[]), onto);
}

#[test]
fn a_folder_in_the_way_a_file_as_folder_and_no_folder_are_refused_before_anything_is_done() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let scores = on_files::golden("analyse", "scores.csv");
    fs::create_dir(at("out")).unwrap();
    fs::create_dir(at("out").join("schools.csv")).unwrap();
    refused(&at("out"), || on_files::run("analyse", &scores, &at("out"), &[]), "is een map");
    fs::write(at("file"), "van een ander").unwrap();
    refused(dir.path(), || on_files::run("analyse", &scores, &at("file"), &[]), "is een bestand");
    let ratings = on_files::golden("sociogram", "ratings.csv");
    refused(
        dir.path(),
        || on_files::run("sociogram", &ratings, &at("none").join("out.csv"), &[]),
        "bestaat niet",
    );
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_whole_is_not_written_and_what_stood_there_stays() {
    // Given the results of a run, and room for a part of the next alone
    let dir = tempfile::tempdir().unwrap();
    let (scores, out) = (on_files::golden("analyse", "scores.csv"), dir.path().join("out"));
    assert!(on_files::run("analyse", &scores, &out, &[]).status.success());
    let before = all(&out);
    assert_eq!(before.len(), 5);
    // When the files may not grow beyond a few kilobytes
    let ran = on_files::with_room(8, "analyse", &scores, &out, &["--replay"]);
    // Then it says that and which file, and all five are those of the run before
    assert_eq!(ran.status.code(), Some(1), "{}", said(&ran));
    assert!(said(&ran).contains("is niet te schrijven") && said(&ran).contains(".csv"), "{}", said(&ran));
    assert_eq!(all(&out), before);
    // What is no file to be replaced is written straight away.
    let ratings = on_files::golden("sociogram", "ratings.csv");
    let ran = on_files::run("sociogram", &ratings, Path::new("/dev/stdout"), &[]);
    assert!(ran.status.success() && ran.stdout.starts_with(b"group;date;pupil"), "{}", said(&ran));
}

#[cfg(unix)]
#[test]
fn a_file_for_the_results_can_be_read_by_whoever_reads_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let (own, out) = (dir.path().join("own"), dir.path().join("out.csv"));
    fs::write(&own, "").unwrap();
    let ran = on_files::run("sociogram", &on_files::golden("sociogram", "ratings.csv"), &out, &[]);
    assert!(ran.status.success(), "{}", said(&ran));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&out), mode(&own));
}
