//! Two imports at once, and a process that is killed in the middle of one.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use baken::evidence::imports::{State, store};
use baken::ground::Db;
use baken::school::store::school_by_brin;
use tempfile::TempDir;

use super::{SCORES, bring_in, lines, roster_of, scores_of, stored};
use crate::support::{Database, both_databases};

fn start(database: &Database, folder: &TempDir, file: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_baken"))
        .current_dir(folder.path())
        .env("BAKEN_DATABASE_URL", &database.url)
        .args(["import", file, "--school", "99ZZ", "--json"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

/// How many imports of the school are in a state.
fn imports_in(db: &Db, state: State) -> usize {
    db.read_blocking(|conn| {
        let school = school_by_brin(conn, "99ZZ")?.expect("the school");
        let all = store::of_school(conn, &school.id, 100)?;
        Ok(all.iter().filter(|import| import.state == state).count())
    })
    .expect("imports")
}

/// Four scales on twenty-four dates: enough rows that staging takes a while.
fn much(pupils: usize) -> String {
    let mut text = SCORES.to_owned();
    for year in 2002..2026 {
        for scale in ["betrokkenheid", "welbevinden", "contact", "concentratie"] {
            text.push_str(&lines("", pupils, |at| {
                format!("{at:04};{year}-03-02;eigen;leerkracht;{scale};9\n")
            }));
        }
    }
    text
}

both_databases! {
    fn two_at_once_follow_one_another(database: &Database) {
        let folder = TempDir::new().unwrap();
        bring_in(&database.db, &roster_of(30));
        std::fs::write(folder.path().join("a.csv"), scores_of(30, "2026-03-02", 0)).unwrap();
        std::fs::write(folder.path().join("b.csv"), scores_of(30, "2025-10-02", 0)).unwrap();
        let both = [start(database, &folder, "a.csv"), start(database, &folder, "b.csv")];
        for mut child in both {
            assert!(child.wait().unwrap().success());
        }
        assert_eq!(stored(&database.db).len(), 60);
        assert_eq!(imports_in(&database.db, State::Stored), 3);
    }

    fn a_killed_process_leaves_nothing_and_stands_in_nobodys_way(database: &Database) {
        let db = &database.db;
        let folder = TempDir::new().unwrap();
        bring_in(db, &roster_of(400));
        std::fs::write(folder.path().join("much.csv"), much(400)).unwrap();
        let mut child = start(database, &folder, "much.csv");
        let began = Instant::now();
        while imports_in(db, State::Staging) == 0 {
            assert!(began.elapsed() < Duration::from_mins(1), "staging never began");
            std::thread::sleep(Duration::from_millis(5));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(imports_in(db, State::Staging), 1, "killed in the middle");
        assert_eq!(stored(db).len(), 0);
        assert!(start(database, &folder, "much.csv").wait().unwrap().success());
        assert_eq!(stored(db).len(), 400 * 24 * 4);
        assert_eq!((imports_in(db, State::Staging), imports_in(db, State::Broken)), (0, 1));
    }
}
