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
fn without_a_group_in_any_row_the_file_of_groups_has_its_header_alone() {
    let dir = tempfile::tempdir().unwrap();
    let text = read(&golden("scores.csv"));
    let at = text.lines().next().unwrap().split(';').position(|name| name == "groep").unwrap();
    let ungrouped = |line: &str| {
        let cells = line.split(';').enumerate();
        cells
            .map(|(column, cell)| if column == at && cell != "groep" { "" } else { cell })
            .collect::<Vec<_>>()
            .join(";")
    };
    let scores = dir.path().join("ungrouped.csv");
    fs::write(&scores, text.lines().map(ungrouped).collect::<Vec<_>>().join("\n")).unwrap();
    let out = dir.path().join("out");
    assert!(analyse(&scores, &out, &[]).status.success());
    let header = |file: &str| read(&golden(file)).lines().next().unwrap().to_owned() + "\n";
    assert_eq!(read(&out.join("groups.csv")), header("groups.csv"));
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

/// Rows of 240 pupils in twelve groups of three schools on a list of the school's own; `group`: its name by school and
/// number; `fills`: who fills in which round.
fn made(group: impl Fn(u32, u32) -> String, fills: impl Fn(&str, u32) -> bool) -> String {
    let mut text = "school;groep;leerlingnummer;afnamedatum;instrument;informant;schaal;score\n".to_owned();
    let days = ["2024-10-01", "2025-04-01", "2025-10-01", "2026-04-01"];
    for pupil in 0..240_u32 {
        let (school, class) = (pupil / 80, pupil / 20 % 4);
        for (day, round) in days.into_iter().zip(0..) {
            for (informant, bias) in [("leerkracht", 0), ("leerling", 5)] {
                for (scale, at) in [("welbevinden", 0), ("contact", 3)] {
                    // Scattered, but the same each time.
                    let mixed =
                        (pupil * 7919 + round * 104_729 + bias * 31 + at * 17).wrapping_mul(2_654_435_761);
                    let chance = (mixed >> 16) % 7;
                    let falls = if pupil % 23 == 0 && round > 0 { 9 } else { 0 };
                    // One class sinks.
                    let sinks = if school == 1 && class == 2 && round == 3 { 4 } else { 0 };
                    let score = 16 + (pupil * 7 + at) % 13 + chance - falls.min(12) - sinks;
                    if fills(informant, round) {
                        let group = group(school, class);
                        writeln!(text, "S{school};{group};{pupil};{day};eigen;{informant};{scale};{score}")
                            .unwrap();
                    }
                }
            }
        }
    }
    text
}

#[test]
fn a_class_of_another_school_with_the_same_name_is_another_class() {
    // Given the same scores twice: every school has its 5, 6, 7 and 8, or names of its own
    let dir = tempfile::tempdir().unwrap();
    let table = |name: &str, text: &str| {
        let (file, out) = (dir.path().join(format!("{name}.csv")), dir.path().join(name));
        fs::write(&file, text).unwrap();
        assert!(analyse(&file, &out, &["--replay"]).status.success());
        let names = |text: String| (0..3).fold(text, |text, school| text.replace(&format!("{school}-"), ""));
        ["signals.csv", "assessments.csv", "groups.csv"].map(|file| names(read(&out.join(file))))
    };
    let same = table("same", &made(|_, class| (class + 5).to_string(), |_, _| true));
    // When both are assessed, then nothing but the names differs
    let own = table("own", &made(|school, class| format!("{school}-{}", class + 5), |_, _| true));
    assert!(same[0].contains("group-shift"), "the class that sinks has a signal");
    for (same, own) in same.iter().zip(&own) {
        for (line, (same, own)) in same.lines().zip(own.lines()).enumerate() {
            assert_eq!(same, own, "line {}", line + 1);
        }
    }
}

#[test]
fn an_informant_who_did_not_fill_in_since_is_judged_as_in_that_round() {
    // Given a list that teachers fill in every round, and pupils once a year
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("scores.csv");
    let fills = |informant: &str, round: u32| informant == "leerkracht" || round.is_multiple_of(2);
    fs::write(&file, made(|_, class| class.to_string(), fills)).unwrap();
    // When the last rounds are assessed by themselves, and all rounds
    let of = |name: &str, more: &[&str]| {
        let out = dir.path().join(name);
        assert!(analyse(&file, &out, more).status.success());
        ["signals.csv", "assessments.csv"].map(|file| read(&out.join(file)))
    };
    let (last, replay) = (of("last", &[]), of("replay", &["--replay"]));
    // Then of each informant the last round is the one of the replay: what pupils said in the autumn was judged beside
    // what teachers said then, and is no news now.
    let is_last = |line: &&str| {
        let of_pupils = line.contains(";leerling;") && line.starts_with("2025-2026 najaar;");
        let of_teachers = line.contains(";leerkracht;") && line.starts_with("2025-2026 voorjaar;");
        of_pupils || of_teachers
    };
    for (last, replay) in last.iter().zip(&replay) {
        let last: Vec<&str> = last.lines().skip(1).collect();
        let replay: Vec<&str> = replay.lines().filter(is_last).collect();
        assert_eq!(last, replay);
        assert!(last.iter().any(|line| line.contains(";leerling;")), "pupils' own view is among them");
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
fn each_reason_is_one_sentence() {
    let signals = read(&golden("signals.csv"));
    let reasons: Vec<csv::StringRecord> = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(signals.as_bytes())
        .into_records()
        .map(Result::unwrap)
        .collect();
    assert!(reasons.len() > 20);
    for reason in reasons.iter().filter_map(|row| row.iter().next_back()) {
        let body = reason.strip_suffix(['.', '?']).unwrap_or_else(|| panic!("{reason}"));
        assert!(!body.contains(". ") && !body.contains("? "), "{reason}");
    }
}

#[test]
fn the_same_score_in_two_groups_counts_in_neither() {
    // Given a pupil whose score stands in two groups, one whose score stands twice in one, and one of whom it is told
    // that two people filled in
    let dir = tempfile::tempdir().unwrap();
    let (scores, out) = (dir.path().join("scores.csv"), dir.path().join("out"));
    let head = "leerlingnummer;afnamedatum;instrument;informant;schaal;score;school;groep;invuller";
    let row = |pupil: u32, group: &str, rater: &str| {
        format!("{pupil};2026-03-02;eigen;leerkracht;welbevinden;15;S;{group};{rater}")
    };
    let rows =
        [(1, "4a", "x"), (2, "4a", "x"), (1, "4b", "x"), (2, "4a", "x"), (3, "4a", "x"), (3, "4a", "y")];
    let text: Vec<String> = rows.iter().map(|(pupil, group, rater)| row(*pupil, group, rater)).collect();
    fs::write(&scores, format!("{head}\n{}\n", text.join("\n"))).unwrap();
    // When it is assessed
    let ran = analyse(&scores, &out, &[]);
    // Then nobody has to guess which of the two is right: both lines are named, and the score that is the same counts once
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    for (line, other) in [(2, 4), (4, 2), (6, 7), (7, 6)] {
        let named = said.lines().find(|told| told.contains(&format!(":{line}: ")));
        let named = named.unwrap_or_else(|| panic!("line {line} in {said}"));
        assert!(named.contains(&format!("regel {other})")) && named.contains("een andere"), "{named}");
    }
    let assessed = read(&out.join("assessments.csv"));
    let pupils: Vec<&str> = assessed.lines().skip(1).filter_map(|row| row.split(';').nth(3)).collect();
    assert_eq!(pupils, ["2"], "{assessed}");
    assert!(read(&out.join("run.json")).contains("\"refused_rows\": 4"));
}

#[test]
fn what_cannot_be_taken_is_refused_with_a_sentence() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    for file in [dir.path().join("none.csv"), dir.path().to_owned()] {
        let none = analyse(&file, &out, &[]);
        assert_eq!(none.status.code(), Some(2));
        let said = String::from_utf8_lossy(&none.stderr).into_owned();
        assert!(said.contains("is niet te openen"), "{said}");
    }
    let rules = dir.path().join("mijn.toml");
    fs::write(&rules, "name = \"mijn\"\ndate = 2026-01-01\nsource = \"\"\n[level]\non = true\nhoogte = 1\n")
        .unwrap();
    let ruled = analyse(&golden("scores.csv"), &out, &["--ruleset", rules.to_str().unwrap()]);
    assert_eq!(ruled.status.code(), Some(2));
    let said = String::from_utf8_lossy(&ruled.stderr).into_owned();
    assert!(said.contains("mijn.toml is niet te lezen") && said.contains("hoogte"), "{said}");
    assert!(!out.exists());
    for (option, text, why) in [
        ("--ruleset", "name = \"mijn\"\ndate = 2026-01-01\nsource = \"\"\n", "er staat geen enkele regel in"),
        ("--config", "smallest_grop = 12\n", "de instelling smallest_grop bestaat niet"),
        ("--config", "smallest_group = 3\n", "smallest_group is minstens 6"),
        ("--config", "smallest_group = \"veel\"\n", "Een instelling klopt niet"),
    ] {
        fs::write(&rules, text).unwrap();
        let ran = analyse(&golden("scores.csv"), &out, &[option, rules.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!((ran.status.code(), said.contains(why), out.exists()), (Some(2), true, false), "{said}");
    }
}

#[test]
fn two_files_that_contradict_each_other_are_both_named_and_a_year_of_long_ago_is_asked_after() {
    let dir = tempfile::tempdir().unwrap();
    let (one, other, out) = (dir.path().join("een.csv"), dir.path().join("twee.csv"), dir.path().join("out"));
    let head = "leerlingnummer;afnamedatum;instrument;informant;schaal;score";
    let row = |day: &str, score: u32| format!("{head}\n1;{day};eigen;leerkracht;welbevinden;{score}\n");
    fs::write(&one, row("2026-03-02", 15)).unwrap();
    fs::write(&other, row("2026-03-02", 20) + "2;0206-03-02;eigen;leerkracht;welbevinden;9\n").unwrap();
    let ran = on_files::run_with("analyse", &[&one, &other], &out, &[]);
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    let place = |file: &Path, line: u32| format!("{}:{line}", file.display());
    assert!(said.contains(&format!("zie ook regel {}", place(&other, 2))), "{said}");
    assert!(said.contains(&format!("zie ook regel {}", place(&one, 2))), "{said}");
    let long_ago = said.lines().find(|line| line.starts_with(&place(&other, 3))).unwrap_or_default();
    assert!(long_ago.contains("afnamedatum") && long_ago.contains("voor 1900"), "{said}");
}
