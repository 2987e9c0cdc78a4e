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
