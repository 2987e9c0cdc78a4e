//! Ratings of a sociogram: long and as a matrix, staged, stored, undone; and never shown again.

use baken::evidence::files::Kind;
use baken::evidence::imports::{self, Report};
use baken::evidence::ratings::{Rating, store};
use baken::ground::audit::Entry;
use baken::ground::{Db, ImportId, Words};
use baken::school::settings::{self, Settings};
use baken::school::store as schools;

use super::{ROSTER, bring_in, key_of, kind, lines, report, stage, undo};
use crate::support::both_databases;
use crate::support::server::morning;

const LONG: &str = "groep;afnamedatum;beoordelaar;beoordeelde;oordeel\n";

/// A group of four.
fn class(db: &Db) {
    bring_in(db, &lines(ROSTER, 4, |at| format!("00{n};Kind{n};;Naam{n};2016-01-01;6A;6\n", n = at + 1)));
}

fn all(db: &Db) -> Vec<Rating> {
    let found = db.read_blocking(|conn| {
        let school = schools::school_by_brin(conn, "99ZZ")?.expect("the school");
        store::of_school(conn, &school.id)
    });
    found.expect("ratings")
}

fn opinions(db: &Db) -> Vec<String> {
    all(db).into_iter().map(|rating| rating.opinion).collect()
}

fn counts(report: &Report) -> [usize; 4] {
    [report.new, report.changed, report.unchanged, report.refused.len()]
}

fn asks_negative_choices(db: &Db) {
    let changed = db.write_blocking(|conn| {
        let school = schools::school_by_brin(conn, "99ZZ")?.expect("the school");
        let asks = Settings { negative_choices: true, ..Settings::of(&school) };
        settings::change(conn, morning(), &Entry::of("test", "set-school", "school", ""), &school.id, &asks)
    });
    changed.expect("set");
}

fn handed_back(db: &Db, id: &ImportId) -> String {
    db.read_blocking(|conn| imports::refused_file(conn, id, Words::default())).expect("read").expect("a file")
}

#[test]
fn the_kind_shows_in_the_header() {
    assert_eq!(kind(LONG), Kind::Sociogram);
    assert_eq!(kind("group,date,rater,rated,rating\n"), Kind::Sociogram);
    assert_eq!(kind("groep;afnamedatum;beoordelaar;001;002\n"), Kind::Sociogram);
}

both_databases! {
    fn pairs_are_new_then_known_then_changed(database: &Database) {
        let db = &database.db;
        class(db);
        let first = format!("{LONG}6A;2026-02-02;001;002;3\n6A;2026-02-02;001;003;1\n6A;2026-02-02;001;003;1\n");
        let (_, told) = bring_in(db, &first);
        assert_eq!(counts(&told), [2, 0, 1, 0], "the same pair twice counts once");
        let (_, again) = bring_in(db, &format!("{first}6A;2026-02-02;002;001;2\n"));
        assert_eq!(counts(&again), [1, 0, 3, 0]);
        let (_, changed) = bring_in(db, &format!("{LONG}6A;2026-02-02;001;002;2\n6A;2026-02-02;001;003;1\n"));
        assert_eq!(counts(&changed), [0, 1, 1, 0]);
        assert_eq!(opinions(db), ["2", "1", "2"]);
    }

    fn two_scales_in_one_group_on_one_day_are_refused_unless_the_file_replaces_all(database: &Database) {
        let db = &database.db;
        class(db);
        let day = "6A;2026-02-02;";
        bring_in(db, &format!("{LONG}{day}001;002;3\n{day}001;003;1\n"));
        // Up to five, of others: what was known stays on three.
        let others = format!("{day}002;001;5\n{day}002;003;4\n{day}002;004;2\n{day}003;001;3\n{day}003;002;1\n");
        let (_, told) = bring_in(db, &format!("{LONG}{others}6A;2026-02-09;002;001;5\n"));
        assert_eq!(counts(&told), [1, 0, 0, 5]);
        let reason = &told.refused[0].reason;
        assert!(reason.contains("tot en met 3") && reason.contains("tot en met 5"), "{reason}");
        // With all that was known of that day the file takes its place.
        let whole = format!("{LONG}{others}{day}001;002;5\n{day}001;003;1\n");
        assert_eq!(counts(&bring_in(db, &whole).1), [5, 2, 0, 0]);
        assert!(all(db).iter().all(|rating| rating.points == 5));
    }

    fn a_matrix_brings_in_the_same_as_its_pairs(database: &Database) {
        let db = &database.db;
        class(db);
        let matrix = "groep;afnamedatum;beoordelaar;001;002;003;004\n\
            6A;2026-02-02;001;;3;1;2\n6A;2026-02-02;002;1;;3;\n6A;2026-02-02;003;;;;\n";
        let (_, told) = bring_in(db, matrix);
        assert_eq!(counts(&told), [2, 0, 1, 0], "a row is somebody who judges");
        assert_eq!(opinions(db), ["3", "1", "2", "1", "3"]);
        let pairs = format!("{LONG}6A;2026-02-02;001;002;3\n6A;2026-02-02;002;003;3\n");
        assert_eq!(counts(&bring_in(db, &pairs).1), [0, 0, 2, 0]);
    }

    fn who_is_no_pupil_of_the_school_is_refused(database: &Database) {
        let db = &database.db;
        class(db);
        let file = format!("{LONG}6A;2026-02-02;001;002;3\n6A;2026-02-02;009;002;3\n6A;2026-02-02;001;1;3\n");
        let (_, told) = bring_in(db, &file);
        assert_eq!(counts(&told), [1, 0, 0, 2]);
        assert_eq!(told.unknown_pupils, ["009", "1"]);
        let at: Vec<(usize, &str)> = told.refused.iter().map(|row| (row.line, row.column.as_str())).collect();
        assert_eq!(at, [(3, "beoordelaar"), (4, "beoordeelde")]);
    }

    fn negative_choices_are_refused_until_the_school_asks_for_them(database: &Database) {
        let db = &database.db;
        class(db);
        let file = format!("{LONG}6A;2026-02-02;001;002;+\n6A;2026-02-02;001;003;-\n");
        let (_, told) = bring_in(db, &file);
        assert_eq!(counts(&told), [1, 0, 0, 1]);
        assert!(told.refused[0].reason.contains("niet wie leerlingen niet kiezen"), "{told:?}");
        asks_negative_choices(db);
        assert_eq!(counts(&bring_in(db, &file).1), [1, 0, 1, 0]);
        assert_eq!(opinions(db), ["+", "-"]);
    }

    fn an_import_of_ratings_is_taken_back_as_one_act(database: &Database) {
        let db = &database.db;
        class(db);
        let (first, _) = bring_in(db, &format!("{LONG}6A;2026-02-02;001;002;3\n6A;2026-02-02;002;001;1\n"));
        let before = all(db);
        let (second, _) = bring_in(db, &format!("{LONG}6A;2026-02-02;001;002;1\n6B;2026-02-02;003;004;2\n"));
        assert_eq!(all(db).len(), 3);
        assert_eq!(key_of(undo(db, &first)), "import-built-on");
        undo(db, &second).expect("undone");
        assert_eq!(all(db), before, "as it was, and the group 6B is gone again");
        undo(db, &first).expect("undone");
        assert_eq!(all(db), []);
    }

    fn nothing_that_comes_out_says_who_judged_whom(database: &Database) {
        let db = &database.db;
        class(db);
        let file = format!("{LONG}6A;2026-02-02;001;002;+\n6A;2026-02-02;003;004;-\n6A;2026-02-02;001;009;+\n");
        let (id, told) = bring_in(db, &file);
        assert_eq!(counts(&told), [1, 0, 0, 2]);
        let back = handed_back(db, &id);
        assert_eq!(back.lines().count(), 3);
        assert!(back.contains("3;oordeel;-;") && back.contains("4;beoordeelde;009;"), "{back}");
        // The import's own id may hold any digits.
        let report = serde_json::to_string(&report(db, &id)).expect("json").replace(&id.0, "");
        for shown in [back, report] {
            assert!(!shown.contains("001") && !shown.contains("003") && !shown.contains("004"), "{shown}");
        }
        let kept: Vec<String> = db.read_blocking(|conn| {
            use baken::ground::db::schema::import_rows;
            use diesel::prelude::*;
            Ok(import_rows::table.select(import_rows::raw).load(conn)?)
        }).expect("rows");
        assert!(kept.iter().all(String::is_empty), "no cells stay: {kept:?}");
    }
}

#[test]
fn a_file_that_does_not_tell_its_scale_is_refused_whole() {
    let database = crate::support::Database::sqlite();
    class(&database.db);
    let file = format!("{LONG}6A;2026-02-02;001;002;5\n6A;2026-02-02;002;001;1\n");
    assert_eq!(key_of(stage(&database.db, &file)), "ratings-scale-unclear");
}
