//! What `baken analyse` makes of birth dates that stand in some rows and not in others, or differ between them.

use std::{fs, path::Path};

use crate::support::on_files;

const HEAD: &str = "leerlingnummer;afnamedatum;instrument;informant;schaal;score";

/// A list of twelve pupils on a day; `born`: what the cell of the birth date says by pupil, none for no such column.
fn list(day: &str, born: Option<&dyn Fn(u32) -> String>) -> String {
    let head = if born.is_some() { format!("{HEAD};geboortedatum") } else { HEAD.to_owned() };
    let row = |pupil: u32| {
        let cell = born.map_or_else(String::new, |born| format!(";{}", born(pupil)));
        format!("{pupil};{day};sdq;leerkracht;emotional;{}{cell}\n", (pupil * 5) % 9)
    };
    format!("{head}\n{}", (1..=12).map(row).collect::<String>())
}

/// What became of two files: the assessments, and what was said.
fn assessed(dir: &Path, texts: [String; 2]) -> (String, String) {
    let files = [dir.join("najaar.csv"), dir.join("voorjaar.csv")];
    for (file, text) in files.iter().zip(texts) {
        fs::write(file, text).unwrap();
    }
    let out = dir.join("out");
    let ran = on_files::run_with("analyse", &[&files[0], &files[1]], &out, &["--replay"]);
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(ran.status.success(), "{said}");
    (fs::read_to_string(out.join("assessments.csv")).unwrap(), said)
}

/// The z of each row of a pupil.
fn z_of(assessments: &str, pupil: u32) -> Vec<&str> {
    let rows = assessments.lines().map(|row| row.split(';').collect::<Vec<_>>());
    rows.filter(|cells| cells[3] == pupil.to_string()).map(|cells| cells[9]).collect()
}

#[test]
fn a_birth_date_holds_for_all_rows_of_its_pupil() {
    // Given pupils of six to eighteen, whose birth dates stand in every row, or in the later file alone
    let dir = tempfile::tempdir().unwrap();
    let born = |pupil: u32| format!("{}-02-01", 2020 - pupil);
    let everywhere = ["2025-10-01", "2026-03-02"].map(|day| list(day, Some(&born)));
    let (everywhere, _) = assessed(dir.path(), everywhere);
    // When the older rows lack them
    let later = [list("2025-10-01", None), list("2026-03-02", Some(&born))];
    let (later, said) = assessed(dir.path(), later);
    // Then both rounds are compared with the norm for the age, as they were, and not with the pool
    assert_eq!(later, everywhere);
    assert!(!said.contains("geboortedatum"), "{said}");
    let (pooled, _) = assessed(dir.path(), ["2025-10-01", "2026-03-02"].map(|day| list(day, None)));
    assert_ne!(z_of(&pooled, 3), z_of(&later, 3), "the norm of the age plays no part");
}

#[test]
fn two_birth_dates_of_one_pupil_are_told_and_neither_counts() {
    // Given a pupil of three who was born twice, on a day that another pupil was born too
    let dir = tempfile::tempdir().unwrap();
    let born = |pupil: u32| format!("{}-02-01", 2020 - pupil);
    let twice = |pupil: u32| born(if pupil == 3 { 4 } else { pupil });
    let texts = || [list("2025-10-01", Some(&born)), list("2026-03-02", Some(&twice))];
    // When the files are assessed
    let (both, said) = assessed(dir.path(), texts());
    // Then the two rows are named
    let told: Vec<&str> = said.lines().filter(|line| line.contains("geboortedatum")).collect();
    assert_eq!(told.len(), 1, "{said}");
    let (here, there) = (dir.path().join("voorjaar.csv"), dir.path().join("najaar.csv"));
    assert!(told[0].starts_with(&format!("{}:4: geboortedatum: ", here.display())), "{said}");
    assert!(told[0].contains(&format!("in regel {}:4 ", there.display())), "{said}");
    // and the pupil is judged as one whose birth date nobody wrote down, the others as they were
    let nowhere = |pupil: u32| if pupil == 3 { String::new() } else { born(pupil) };
    let without = ["2025-10-01", "2026-03-02"].map(|day| list(day, Some(&nowhere)));
    assert_eq!(both, assessed(dir.path(), without).0);
}
