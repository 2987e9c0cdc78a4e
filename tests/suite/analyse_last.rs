//! The last round by itself is the end of the replay, also where informants share the load and what held goes on.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

use crate::support::on_files;

const DAYS: [&str; 6] = ["2023-10-02", "2024-04-02", "2024-10-01", "2025-04-01", "2025-10-01", "2026-04-01"];

/// Whole numbers that look like chance, the same each time.
struct Chance(u64);

impl Chance {
    /// Nearly normal, mean 0 and variance 1.
    fn next(&mut self) -> f64 {
        let mut uniform = || {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 40) as f64 / (1_u64 << 24) as f64
        };
        (0..12).map(|_| uniform()).sum::<f64>() - 6.0
    }
}

/// 150 pupils over six rounds, on two scales by their teacher and, every other round in half of the worlds, by themselves.
fn world(seed: u64) -> String {
    let mut chance = Chance(seed * 7919 + 1);
    let mut text = "groep;leerlingnummer;afnamedatum;instrument;informant;schaal;score\n".to_owned();
    for pupil in 0..150 {
        for informant in ["leerkracht", "leerling"] {
            for scale in ["welbevinden", "contact"] {
                let lasting = chance.next() * 0.67;
                let mut state = chance.next();
                for (round, day) in (0..).zip(DAYS) {
                    state = 0.7 * state + 0.71 * chance.next();
                    let z = lasting + 0.59 * state + 0.45 * chance.next();
                    let score = (20.0 - 6.0 * z).round().clamp(0.0, 40.0);
                    if informant == "leerkracht" || seed.is_multiple_of(2) || round % 2 == 1 {
                        writeln!(text, "{}A;{pupil};{day};eigen;{informant};{scale};{score}", pupil / 25)
                            .unwrap();
                    }
                }
            }
        }
    }
    text
}

/// The signals of the last round.
fn last(dir: &Path, scores: &Path, more: &[&str]) -> BTreeSet<String> {
    let out = dir.join("out");
    let ran = on_files::run("analyse", scores, &out, more);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let signals = fs::read_to_string(out.join("signals.csv")).unwrap();
    signals.lines().filter(|row| row.starts_with("2025-2026 voorjaar;")).map(str::to_owned).collect()
}

#[test]
fn what_goes_on_is_known_from_the_last_rounds_alone() {
    let dir = tempfile::tempdir().unwrap();
    let scores = dir.path().join("scores.csv");
    let mut all = 0;
    for seed in 0..16 {
        fs::write(&scores, world(seed)).unwrap();
        let (alone, replayed) = (last(dir.path(), &scores, &[]), last(dir.path(), &scores, &["--replay"]));
        let only: Vec<_> = alone.symmetric_difference(&replayed).collect();
        assert!(only.is_empty(), "world {seed}: {only:#?}");
        all += alone.len();
    }
    assert!(all > 100, "{all} signals are too few to differ");
}
