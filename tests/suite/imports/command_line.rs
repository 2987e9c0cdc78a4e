//! `baken import` as it is called: exit status, JSON, the file of refused rows.

use std::path::PathBuf;
use std::process::{Command, Output};

use baken::evidence::files::Profile;
use baken::evidence::imports::{Actor, own_profiles};
use baken::school::store::school_by_brin;
use serde_json::Value;
use tempfile::TempDir;

use super::{roster_of, scores_of};
use crate::support::{Database, both_databases, server::morning};

/// Calls the program on a database, in a folder with these files.
struct Shell<'a> {
    database: &'a Database,
    folder: TempDir,
}

impl<'a> Shell<'a> {
    fn new(database: &'a Database) -> Self {
        Self { database, folder: TempDir::new().expect("a folder") }
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path
    }

    fn import(&self, words: &[&str]) -> (i32, Value) {
        let output = self.run(words);
        let out = String::from_utf8_lossy(&output.stdout);
        let last = out.lines().last().unwrap_or("null");
        let json = serde_json::from_str(last).unwrap_or_else(|e| panic!("{e}: {out}"));
        (output.status.code().unwrap_or(-1), json)
    }

    fn run(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_baken"))
            .current_dir(self.folder.path())
            .env("BAKEN_DATABASE_URL", &self.database.url)
            .arg("import")
            .args(words)
            .output()
            .expect("the program runs")
    }
}

both_databases! {
    fn files_are_stored_roster_first_and_reported(database: &Database) {
        let shell = Shell::new(database);
        shell.file("b.csv", &roster_of(30));
        shell.file("a.csv", &scores_of(31, "2026-03-02", 0));
        let words = ["a.csv", "b.csv", "--school", "99zz", "--json", "--errors", "out.csv"];
        let (status, json) = shell.import(&words);
        assert_eq!(status, 0, "{json}");
        assert_eq!((&json["new"], &json["stored"]), (&Value::from(30), &Value::from(true)));
        assert_eq!(json["unknown_pupils"], serde_json::json!(["0030"]));
        assert_eq!(json["refused"][0]["line"], 32);
        let back = std::fs::read_to_string(shell.folder.path().join("out-2.csv")).unwrap();
        assert_eq!(back.lines().count(), 2);
        let id = json["import"].as_str().unwrap();
        assert_eq!(shell.run(&["undo", id]).status.code(), Some(0));
        assert_eq!(shell.run(&["undo", id]).status.code(), Some(2));
    }

    fn refused_rows_never_go_over_a_file_that_is_read(database: &Database) {
        let shell = Shell::new(database);
        let (roster, scores) = (roster_of(3), scores_of(4, "2026-03-02", 7));
        shell.file("out.csv", &roster);
        shell.file("out-2.csv", &scores);
        // Given names for the refused rows that are those of the files themselves, of the first and of the second
        for errors in ["out.csv", "./out-2.csv"] {
            let output = shell.run(&["out.csv", "out-2.csv", "--school", "99ZZ", "--errors", errors]);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            let onto = said.contains("een van de bestanden die worden gelezen");
            assert_eq!((output.status.code(), onto), (Some(2), true), "{said}");
        }
        // Then all stands as it was, and nothing was stored
        let text = |name: &str| std::fs::read_to_string(shell.folder.path().join(name)).unwrap();
        assert_eq!((text("out.csv"), text("out-2.csv")), (roster, scores));
        assert!(database.db.read_blocking(|conn| school_by_brin(conn, "99ZZ")).unwrap().is_none());
    }

    fn attendance_is_a_kind_of_its_own_and_is_told_from_its_header(database: &Database) {
        let shell = Shell::new(database);
        shell.file("roster.csv", &roster_of(3));
        shell.file("verzuim.csv", "leerlingnummer;van;tot_en_met;keren_ziek\n0001;5-1-2026;30-1-2026;2\n");
        let (status, json) = shell.import(&["roster.csv", "verzuim.csv", "--school", "99ZZ", "--json"]);
        assert_eq!((status, &json["kind"], &json["new"]), (0, &Value::from("attendance"), &Value::from(1)), "{json}");
        let (status, json) = shell.import(&["attendance", "verzuim.csv", "--school", "99ZZ", "--json"]);
        assert_eq!((status, &json["unchanged"]), (0, &Value::from(1)), "{json}");
        let (status, json) = shell.import(&["attendance", "roster.csv", "--school", "99ZZ", "--json"]);
        assert_eq!((status, &json["stored"]), (2, &Value::from(false)));
        assert!(json["error"].as_str().unwrap().contains("tot_en_met") || json["error"].as_str().unwrap().contains("van"), "{json}");
    }

    fn several_files_are_rehearsed_as_if_those_before_were_stored(database: &Database) {
        let shell = Shell::new(database);
        shell.file("scores.csv", &scores_of(4, "2026-03-02", 7));
        shell.file("leerlingen.csv", &roster_of(3));
        let output = shell.run(&["scores.csv", "leerlingen.csv", "--school", "99ZZ", "--dry-run", "--json"]);
        let out = String::from_utf8_lossy(&output.stdout).into_owned();
        let told: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!((output.status.code(), told.len()), (Some(0), 2), "{out}");
        assert_eq!((&told[0]["kind"], &told[0]["new"], &told[0]["stored"]), (&"roster".into(), &3.into(), &false.into()));
        assert_eq!((&told[1]["new"], &told[1]["unknown_pupils"][0]), (&3.into(), &"0003".into()), "{out}");
        assert!(told.iter().all(|one| one["import"].is_null()));
        assert!(database.db.read_blocking(|conn| school_by_brin(conn, "99ZZ")).unwrap().is_none(), "nothing stays");
    }

    fn refusals_the_brake_and_rehearsals_store_nothing(database: &Database) {
        let shell = Shell::new(database);
        shell.file("r.csv", &roster_of(30));
        shell.file("bad.csv", "leerlingnummer;roepnaam\n1;Noor\n");
        shell.file("strict.csv", &format!("{}x;;;;;;\n", roster_of(2)));
        let school = ["--school", "99ZZ", "--json"];
        let (status, json) = shell.import(&[&["r.csv", "--dry-run"], school.as_slice()].concat());
        assert_eq!((status, &json["import"], &json["new"]), (0, &Value::Null, &Value::from(30)));
        let (status, json) = shell.import(&[&["bad.csv"], school.as_slice()].concat());
        assert_eq!((status, &json["stored"]), (2, &Value::from(false)));
        assert!(json["error"].as_str().unwrap().contains("achternaam"));
        let (status, _) = shell.import(&[&["strict.csv", "--strict"], school.as_slice()].concat());
        assert_eq!(status, 2);
        let (status, _) = shell.import(&[&["r.csv", "bad.csv"], school.as_slice()].concat());
        assert_eq!(status, 2);
        let (status, json) = shell.import(&[&["r.csv"], school.as_slice()].concat());
        assert_eq!((status, &json["new"]), (0, &Value::from(30)), "nothing was stored before");
        shell.file("moved.csv", &roster_of(30).replace(";1A;", ";1B;"));
        let (status, json) = shell.import(&[&["moved.csv"], school.as_slice()].concat());
        assert_eq!((status, &json["stored"]), (4, &Value::from(false)));
        assert!(json["brake"].as_str().unwrap().contains("25"));
        let accepted = [&["moved.csv", "--accept-changes"], school.as_slice()].concat();
        assert_eq!(shell.import(&accepted).0, 0);
    }

    fn nothing_stored_is_said_only_when_that_is_so(database: &Database) {
        let shell = Shell::new(database);
        let school = ["--school", "99ZZ", "--json"];
        let import = |files: &[&str]| shell.import(&[files, school.as_slice()].concat());
        shell.file("roster.csv", &roster_of(3));
        shell.file("unknown.csv", &scores_of(3, "2026-03-02", 0).replace("\n0", "\nx"));
        let (status, json) = import(&["roster.csv", "nowhere.csv"]);
        assert_eq!((status, &json["file"]), (2, &Value::from("nowhere.csv")), "{json}");
        assert!(json["error"].as_str().unwrap().contains("nowhere.csv"));
        assert_eq!(import(&["unknown.csv", "roster.csv", "--dry-run"]).0, 0);
        let (status, json) = import(&["roster.csv", "unknown.csv"]);
        assert_eq!((status, &json["stored"]), (1, &Value::from(false)), "{json}");
        assert_eq!(import(&["roster.csv"]).1["unchanged"], 3, "the roster stands");
        assert_eq!(import(&["unknown.csv"]).0, 2);
    }

    fn a_roster_of_the_coming_year_counts_from_its_first_day(database: &Database) {
        use baken::ground::clock::{school_year, school_year_start};
        use baken::ground::db::schema::memberships;
        use diesel::prelude::*;
        let shell = Shell::new(database);
        shell.file("nu.csv", &roster_of(3));
        assert_eq!(shell.import(&["nu.csv", "--school", "99ZZ", "--json"]).0, 0);
        let (status, json) = shell.import(&["roster", "nu.csv", "--school", "99ZZ", "--json", "--next-year"]);
        assert_eq!((status, &json["changed"]), (0, &Value::from(3)), "the same groups, a year later: {json}");
        let first = school_year_start(school_year(baken::ground::Clock::Real.today()) + 1);
        let days: Vec<(chrono::NaiveDate, Option<chrono::NaiveDate>)> = database.db.read_blocking(|conn| {
            let days = memberships::table.select((memberships::starts_on, memberships::ends_on));
            Ok(days.order(memberships::starts_on).load(conn)?)
        }).unwrap();
        assert_eq!(days[2].1, first.pred_opt(), "the old place ends with the old year");
        assert_eq!(days[3], (first, None));
    }

    fn the_year_is_changed_rehearsed_and_taken_back(database: &Database) {
        use baken::evidence::imports::rollover::year_at_hand;
        use baken::ground::Clock;
        use baken::ground::clock::school_year;
        let shell = Shell::new(database);
        let rollover = |words: &[&str]| {
            let output = Command::new(env!("CARGO_BIN_EXE_baken"))
                .env("BAKEN_DATABASE_URL", &database.url)
                .args(["rollover", "--school", "99ZZ", "--json"])
                .args(words)
                .output()
                .expect("the program runs");
            let out = String::from_utf8_lossy(&output.stdout).into_owned();
            (output.status.code(), serde_json::from_str(&out).unwrap_or(Value::Null))
        };
        let today = Clock::Real.today();
        let coming = year_at_hand(today) > school_year(today);
        let year_ago = Clock::fixed((Clock::Real.now() - chrono::Duration::days(365)).and_utc().naive_utc());
        super::bring_in_at(&database.db, &year_ago, &format!("{}1;Noor;;Vos;;5A;5\n2;Sam;;Bos;;5A;5\n", super::ROSTER));
        assert_eq!(rollover(&[]).0, Some(2), "without a roster of the new year");
        shell.file("nieuw.csv", &format!("{}1;Noor;;Vos;;6/7 (6);6\n3;Tom;;Los;;6/7 (7);7\n", super::ROSTER));
        let mut words = vec!["nieuw.csv", "--school", "99ZZ", "--json", "--accept-changes"];
        words.extend(coming.then_some("--next-year"));
        assert_eq!(shell.import(&words).0, 0);

        let (status, looked) = rollover(&["--dry-run"]);
        assert_eq!((status, &looked["stored"]), (Some(0), &Value::from(false)), "{looked}");
        assert_eq!(looked["goes"], serde_json::json!([{"from": "5A", "to": "6/7 (6)", "pupils": 1}]));
        assert_eq!(looked["leaves"], serde_json::json!([{"group": "5A", "pupil": "2"}]));
        assert_eq!(looked["comes"], serde_json::json!([{"group": "6/7 (7)", "pupil": "3"}]));
        assert_eq!(looked["wholes"][0]["name"], "6/7");
        assert_eq!(rollover(&["--join", "7/8"]).0, Some(2), "a group that is not offered");

        let (status, done) = rollover(&["--join", "6/7"]);
        assert_eq!((status, &done["stored"]), (Some(0), &Value::from(true)), "{done}");
        let after = rollover(&["--dry-run"]).1;
        assert_eq!((after["groups"].as_array().unwrap().len(), &after["groups"][0]["pupils"]), (1, &Value::from(2)));
        assert_eq!(shell.import(&["undo", done["import"].as_str().unwrap(), "--json"]).0, 0);
        assert_eq!(rollover(&["--dry-run"]).1, looked);
    }

    fn a_profile_of_the_school_reads_its_lists_and_is_found_by_name(database: &Database) {
        let shell = Shell::new(database);
        shell.file("leerlingen.csv", &roster_of(3));
        shell.import(&["leerlingen.csv", "--school", "99ZZ", "--json"]);
        let text = "name = \"Breed\"\nkind = \"scores\"\nsource = \"a test\"\nmatch = [\"Nr\", \"Dag\", \"BT\"]\n\
                    [columns]\nleerlingnummer = \"Nr\"\nafnamedatum = \"Dag\"\n\
                    [given]\ninstrument = \"eigen\"\ninformant = \"ouder\"\n[scales]\nBT = \"betrokkenheid\"\n";
        let profile = Profile::parse("breed.toml", text).expect("a profile");
        database.db.write_blocking(|conn| {
            let school = school_by_brin(conn, "99ZZ")?.expect("the school").id;
            own_profiles::keep(conn, morning(), Actor::Cli, &school, (&profile, text), None)
        }).expect("kept");

        shell.file("breed.csv", "Nr;Dag;BT\n0001;2-3-2026;12\n");
        let (status, json) = shell.import(&["breed.csv", "--school", "99ZZ", "--json"]);
        assert_eq!((status, &json["profile"], &json["new"]), (0, &Value::from("Breed"), &Value::from(1)), "{json}");
        shell.file("zonder.csv", "Nr;BT\n0002;12\n");
        let by_name = ["scores", "zonder.csv", "--school", "99ZZ", "--profile", "breed", "--given", "afnamedatum=2026-03-02", "--json"];
        let (status, json) = shell.import(&by_name);
        assert_eq!((status, &json["new"]), (0, &Value::from(1)), "{json}");
        // Another school does not know it.
        let (status, json) = shell.import(&["scores", "breed.csv", "--school", "99ZY", "--profile", "breed", "--json"]);
        assert_eq!(status, 2, "{json}");
        assert!(json["error"].as_str().is_some_and(|said| said.contains("niet bekend")), "{json}");
    }
}
