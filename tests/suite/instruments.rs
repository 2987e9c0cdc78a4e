//! The instruments that ship, as a school uses them on files: what a score is compared with, what a unit may carry, and
//! answers made into scores by the key of the list.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use crate::support::{checkout, on_files};

/// Writes a file of scores and analyses it; gives what was said, and the folder of the outcome.
fn analyse(dir: &Path, scores: &str, more: &[&str]) -> (Output, PathBuf) {
    let (file, out) = (dir.join("scores.csv"), dir.join("out"));
    fs::write(&file, scores).expect("a file");
    (on_files::run("analyse", &file, &out, more), out)
}

/// The rows of an outcome, by the names of its columns.
fn rows(out: &Path, file: &str) -> Vec<std::collections::HashMap<String, String>> {
    let mut csv = csv::ReaderBuilder::new().delimiter(b';').from_path(out.join(file)).expect("an outcome");
    csv.deserialize().map(|row| row.expect("a row")).collect()
}

fn figure(row: &std::collections::HashMap<String, String>, column: &str) -> f64 {
    row[column].parse().expect("a figure")
}

fn told(ran: &Output) -> String {
    String::from_utf8_lossy(&ran.stderr).into_owned()
}

#[test]
fn the_dutch_norm_of_the_sdq_holds_for_a_single_pupil_and_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let scores = "leerlingnummer;afnamedatum;instrument;informant;schaal;score;geboortedatum;geslacht\n\
                  1;2026-03-02;sdq;leerkracht;total;14;2018-01-10;m\n\
                  2;2026-03-02;sdq;leerkracht;total;10;2018-01-10;v\n\
                  3;2026-03-02;sdq;leerkracht;total;14;;\n";
    let (ran, out) = analyse(dir.path(), scores, &[]);
    assert!(ran.status.success(), "{}", told(&ran));
    let z: Vec<f64> = rows(&out, "assessments.csv").iter().map(|row| figure(row, "z")).collect();
    assert!((z[0] - 1.2816).abs() < 1e-3 && (z[1] - 0.8416).abs() < 1e-3, "{z:?}");
    // Without a birth date no norm by age fits: the pool.
    assert!(z[2] < 1.2, "{z:?}");
    let run: serde_json::Value = serde_json::from_slice(&fs::read(out.join("run.json")).unwrap()).unwrap();
    let of = &run["references"][0];
    assert_eq!((&of["scale"], &of["pooled_scores"]), (&"total".into(), &1.into()));
    let norm = &of["norms"][0];
    assert!(norm["source"].as_str().unwrap().starts_with("Van den Heuvel"), "{norm}");
    assert_eq!((&norm["date"], &norm["holds_for"]["n"]), (&"2017-04-28".into(), &387.into()));
    // Where the school chooses so, boys and girls have their own.
    let (_, out) = analyse(dir.path(), scores, &["--norms-by-sex"]);
    let z: Vec<f64> = rows(&out, "assessments.csv").iter().map(|row| figure(row, "z")).collect();
    assert!(z[0] < 1.28 && z[0] > 1.1, "P90 of boys is 15: {z:?}");
    assert!(z[1] > 1.0 && z[1] < 1.2816, "P90 of girls is 11: {z:?}");
}

#[test]
fn a_list_of_normed_scales_without_a_total_keeps_its_norm_in_a_school_of_four() {
    let dir = tempfile::tempdir().unwrap();
    let mut scores =
        "leerlingnummer;afnamedatum;instrument;informant;schaal;score;geboortedatum\n".to_owned();
    // All four score far beyond P90 on all scales, so none stands out among them.
    for (round, pupil) in ["2025-10-01", "2026-03-02"].iter().flat_map(|day| (1..=4).map(move |p| (day, p))) {
        for (scale, score) in [("emotional", 8), ("conduct", 6), ("hyperactivity", 10), ("peer", 8)] {
            writeln!(scores, "{pupil};{round};sdq;leerkracht;{scale};{score};2018-01-10").expect("a line");
        }
    }
    let (ran, out) = analyse(dir.path(), &scores, &["--replay"]);
    assert!(ran.status.success(), "{}", told(&ran));
    let signals = rows(&out, "signals.csv");
    let of = |rule: &str| signals.iter().filter(|row| row["rule"] == rule && row["severity"] == "B").count();
    assert_eq!((of("level"), of("persistent")), (4, 4), "{signals:?}");
}

#[test]
fn a_developmental_age_counts_by_the_months_ahead_or_behind() {
    let dir = tempfile::tempdir().unwrap();
    let (ran, out) = analyse(
        dir.path(),
        "leerlingnummer;afnamedatum;instrument;informant;schaal;score;geboortedatum\n\
         1;2026-03-15;kijk;leerkracht;zelfbeeld;54;2021-03-15\n\
         2;2026-03-15;kijk;leerkracht;zelfbeeld;54;2021-09-16\n\
         3;2026-03-15;kijk;leerkracht;zelfbeeld;54;\n\
         4;2026-03-15;kijk;leerkracht;zelfbeeld;4,5;2021-03-15\n",
        &[],
    );
    assert!(ran.status.success(), "{}", told(&ran));
    let found: Vec<(String, f64)> = rows(&out, "assessments.csv")
        .iter()
        .map(|row| (row["pupil"].clone(), figure(row, "score")))
        .collect();
    // Sixty months old, and 53: six behind, one ahead.
    assert_eq!(found, [("1".to_owned(), -6.0), ("2".to_owned(), 1.0)]);
    let said = told(&ran);
    assert!(
        said.contains(":4: score \"54\": Voor een ontwikkelingsleeftijd is de geboortedatum nodig"),
        "{said}"
    );
    assert!(said.contains(":5: score \"4,5\": Een ontwikkelingsleeftijd van 4"), "{said}");
}

#[test]
fn scores_of_pupils_on_the_safety_monitor_are_refused_with_the_reason() {
    let dir = tempfile::tempdir().unwrap();
    let (ran, _) = analyse(
        dir.path(),
        "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n\
         1;2026-03-15;msv;leerling;ervaren_veiligheid;54\n",
        &[],
    );
    assert_eq!(ran.status.code(), Some(2));
    assert!(told(&ran).contains("telt alleen voor school en groep"), "{}", told(&ran));
}

/// Forty pupils whose stanines stay, but for the first, who goes to the bottom on all scales from round `from`, where the
/// control scale says so much.
fn saqi(from: usize, control: u32) -> String {
    let mut scores = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n".to_owned();
    for (round, day) in ["2024-10-01", "2025-03-03", "2025-10-01"].iter().enumerate() {
        for pupil in 0..40 {
            let own = if pupil == 0 && round >= from { 1 } else { 3 + pupil % 5 };
            for scale in ["leertaakgerichtheid", "plezier", "uitdrukking"] {
                writeln!(scores, "{pupil:03};{day};saqi;leerling;{scale};{own}").expect("a line");
            }
            let doubt = if pupil == 0 && round == from { control } else { 4 };
            writeln!(scores, "{pupil:03};{day};saqi;leerling;tegenstrijdig;{doubt}").expect("a line");
        }
    }
    scores
}

#[test]
fn an_invalid_control_scale_keeps_the_others_from_signalling_and_says_so() {
    let dir = tempfile::tempdir().unwrap();
    for (control, raised) in [(7, true), (8, false)] {
        let (ran, out) = analyse(dir.path(), &saqi(2, control), &[]);
        assert!(ran.status.success(), "{}", told(&ran));
        let signals = rows(&out, "signals.csv");
        assert_eq!(signals.iter().any(|row| row["pupil"] == "000"), raised, "{control}: {signals:?}");
        let doubted = rows(&out, "assessments.csv")
            .iter()
            .filter(|row| row["note"].contains("Tegenstrijdige antwoorden"))
            .map(|row| row["pupil"].clone())
            .collect::<Vec<_>>();
        assert_eq!(doubted.len(), if raised { 0 } else { 4 });
        assert!(doubted.iter().all(|pupil| pupil == "000"));
    }
    // Stanines alone: what else is given is refused.
    let raw = "leerlingnummer;afnamedatum;instrument;informant;schaal;score;score_type\n\
               1;2026-03-15;saqi;leerling;plezier;5;ruw\n";
    let (ran, _) = analyse(dir.path(), raw, &[]);
    assert!(told(&ran).contains("Scores van saqi komen als stanine"), "{}", told(&ran));
}

#[test]
fn low_twice_is_not_said_where_the_first_time_could_not_be_relied_upon() {
    let dir = tempfile::tempdir().unwrap();
    for (control, said) in [(7, true), (8, false)] {
        let (ran, out) = analyse(dir.path(), &saqi(1, control), &[]);
        assert!(ran.status.success(), "{}", told(&ran));
        let signals = rows(&out, "signals.csv");
        let persistent = signals.iter().any(|row| row["pupil"] == "000" && row["rule"] == "persistent");
        assert_eq!(persistent, said, "{control}: {signals:?}");
    }
}

#[test]
fn quartiles_tell_a_level_no_change_and_no_lowest_fifth() {
    let dir = tempfile::tempdir().unwrap();
    let of = |unit: &str, good: &str, bad: &str| {
        let mut scores =
            "leerlingnummer;afnamedatum;instrument;informant;schaal;score;score_type;groep\n".to_owned();
        for (round, day) in ["2024-10-01", "2025-03-03", "2025-10-01"].iter().enumerate() {
            for pupil in 0..24 {
                let level = if round == 2 && pupil < 12 { bad } else { good };
                writeln!(scores, "{pupil:03};{day};zien-po;leerkracht;WB;{level};{unit};4").expect("a line");
            }
        }
        let (ran, out) = analyse(dir.path(), &scores, &[]);
        assert!(ran.status.success(), "{}", told(&ran));
        let rules: Vec<String> = rows(&out, "signals.csv").iter().map(|row| row["rule"].clone()).collect();
        let shares = rows(&out, "groups.csv").iter().map(|row| row["share_concern"].clone()).collect();
        (rules, rows(&out, "assessments.csv"), shares)
    };
    let (rules, assessed, shares): (_, _, Vec<String>) = of("kwartiel", "4", "1");
    assert_eq!(shares, [""]);
    assert!(rules.is_empty(), "{rules:?}");
    let lowest = assessed.iter().find(|row| row["score"] == "1.0000").unwrap();
    assert!((figure(lowest, "z") - 1.1503).abs() < 1e-3, "the middle of the lowest quarter");
    assert_eq!((lowest["surprise"].as_str(), lowest["trend"].as_str()), ("", ""));
    assert_eq!(lowest["note"], "geen verwachting: deze eenheid is te grof voor verandering");
    // Percentiles carry both.
    let (rules, assessed, shares) = of("percentiel", "80", "5");
    assert_eq!(shares, ["0.5000"]);
    // Half the group fell: its share and its shift.
    assert_eq!(rules, ["group-share", "group-shift"]);
    let lowest = assessed.iter().find(|row| row["score"] == "5.0000").unwrap();
    assert!((figure(lowest, "z") - 1.6449).abs() < 1e-3);
}

/// Answers to the SDQ of the cases that were written down apart from the instrument, in the long form.
fn sdq_answers() -> (String, Vec<(String, String, String)>) {
    let mut answers = "leerlingnummer;afnamedatum;informant;item;antwoord;invuller\n".to_owned();
    let mut wanted = Vec::new();
    let mut cases =
        csv::Reader::from_path(on_files::golden("instruments", "sdq_items.csv")).expect("the cases");
    let header = cases.headers().expect("a header").clone();
    for case in cases.records().map(|case| case.expect("a case")) {
        let name = case.get(0).unwrap_or_default();
        for (column, cell) in header.iter().zip(&case).skip(1) {
            if column.starts_with('q') && !cell.is_empty() {
                writeln!(answers, "{name};2026-03-02;leerkracht;{column};{cell};juf").expect("a line");
            } else if !column.starts_with('q') {
                wanted.push((name.to_owned(), column.to_owned(), cell.to_owned()));
            }
        }
    }
    (answers, wanted)
}

#[test]
fn the_sdq_is_scored_by_its_key_once_the_host_has_the_permission() {
    let dir = tempfile::tempdir().unwrap();
    let (answers, wanted) = sdq_answers();
    let (items, out) = (dir.path().join("items.csv"), dir.path().join("scores.csv"));
    fs::write(&items, answers).unwrap();
    let score = |more: &[&str]| on_files::run_with("score", &[Path::new("sdq"), &items], &out, more);
    let ran = score(&[]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(told(&ran).contains("schriftelijke toestemming") && !out.exists(), "{}", told(&ran));
    let settings = dir.path().join("host.toml");
    fs::write(&settings, "[licences]\nsdq = \"rechthebbende, brief van 1 september 2026\"\n").unwrap();
    let ran = score(&["--config", settings.to_str().unwrap()]);
    assert!(ran.status.success(), "{}", told(&ran));
    let found = rows(dir.path(), "scores.csv");
    for (case, scale, score) in &wanted {
        let own = found.iter().find(|row| row["leerlingnummer"] == *case && row["schaal"] == *scale);
        assert_eq!(own.map_or("", |row| row["score"].as_str()), score, "{case} {scale}");
    }
    assert_eq!(found.len(), wanted.iter().filter(|(_, _, score)| !score.is_empty()).count());
    assert!(told(&ran).contains("emotional: 2 van 5 ingevuld, 3 nodig: geen score"), "{}", told(&ran));
    // What comes out goes in.
    let (ran, _) = analyse(dir.path(), &fs::read_to_string(&out).unwrap(), &[]);
    assert!(ran.status.success(), "{}", told(&ran));
}

#[test]
fn answers_in_any_order_are_scored_and_what_cannot_be_read_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let items = dir.path().join("items.csv");
    let out = dir.path().join("scores.csv");
    // Item by item over all pupils, as a spreadsheet that was turned; 1 to 5: 3 5 4 2 1 of 25, times four.
    let mut answers = "leerlingnummer;afnamedatum;informant;item;antwoord;groep\n".to_owned();
    for (item, answer) in [("i1", 3), ("I2", 5), ("i3", 4), ("i4", 2), ("i5", 1)] {
        for pupil in ["b", "a"] {
            writeln!(answers, "{pupil};2-3-2026;leerling;{item};{answer};4").expect("a line");
        }
    }
    answers += "b;2-3-2026;leerling;i1;3;4\nb;2-3-2026;leerling;i2;6;4\nb;2-3-2026;leerling;i9;1;4\n\
                a;2-3-2026;leerling;i3;0;4\nc;2-3-2026;leerling;i3;0;4\n";
    fs::write(&items, answers).unwrap();
    let ran = on_files::run_with("score", &[Path::new("who5"), &items], &out, &[]);
    assert!(ran.status.success(), "{}", told(&ran));
    let found = rows(dir.path(), "scores.csv");
    // In the order of the file; the first keeps its score, the second has an item that says two things.
    let told_scores: Vec<_> =
        found.iter().map(|row| (&*row["leerlingnummer"], &*row["score"], &*row["groep"])).collect();
    assert_eq!(told_scores, [("b", "60", "4")]);
    let said = told(&ran);
    for part in [
        ":13: antwoord \"6\": Antwoorden op i2 liggen tussen 0 en 5",
        ":14: item \"i9\": who5 heeft geen item i9",
        ":15: item \"i3\": Dit item staat er voor deze lijst twee keer",
        "a, 2026-03-02, welbevinden: 4 van 5 ingevuld, 5 nodig: geen score",
        "c, 2026-03-02, welbevinden: 1 van 5 ingevuld, 5 nodig: geen score",
        "3 lijsten, 1 scores geschreven, 2 zonder score, 3 rijen geweigerd",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    let ran = on_files::run_with("score", &[Path::new("scol"), &items], &out, &[]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(told(&ran).contains("geen items bekend"), "{}", told(&ran));
}

#[test]
fn two_files_of_one_instrument_are_both_named() {
    let dir = tempfile::tempdir().unwrap();
    let (one, other) = (dir.path().join("een.toml"), dir.path().join("twee.toml"));
    for file in [&one, &other] {
        std::fs::copy(checkout().join("config/instruments/eigen.toml"), file).unwrap();
    }
    let given = ["--instrument", one.to_str().unwrap(), "--instrument", other.to_str().unwrap()];
    let ran =
        on_files::run("analyse", &on_files::golden("analyse", "scores.csv"), &dir.path().join("out"), &given);
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert_eq!(ran.status.code(), Some(2), "{said}");
    assert!(said.contains("een.toml") && said.contains("twee.toml") && said.contains("eigen"), "{said}");
}
