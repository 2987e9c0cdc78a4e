//! Scores: new, the same again, changed, of pupils nobody knows, of another school.

use baken::school::store::school_by_brin;

use super::{ROSTER, SCORES, bring_in, key_of, kind, report, roster_of, scores_of, stage, stored, upload};
use crate::support::server::morning;
use crate::support::{Database, both_databases};
use baken::evidence::files::Kind;
use baken::evidence::imports::{self, Actor};
use baken::evidence::instruments::{Catalogue, parse};
use baken::ground::Clock;

both_databases! {
    fn the_same_file_again_changes_nothing(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(30));
        let file = scores_of(30, "2026-03-02", 7);
        let first = bring_in(db, &file).1;
        assert_eq!((first.new, first.unchanged, first.stored), (30, 0, true));
        let second = bring_in(db, &file).1;
        assert_eq!((second.new, second.changed, second.unchanged), (0, 0, 30));
        let rows = stored(db);
        assert_eq!(rows.len(), 30);
        let one = rows.iter().find(|row| row.pupil == "0026").unwrap();
        assert_eq!((one.score, one.group.as_deref()), (33.0, Some("2A")));
        assert_eq!(one.round, "2025-2026 voorjaar");
    }

    fn rows_of_unknown_pupils_are_refused_and_every_row_is_accounted_for(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(3));
        let file = format!(
            "{}9999;2026-03-02;eigen;leerkracht;welbevinden;9\n0001;2026-03-02;eigen;leerkracht;contact;99\n",
            scores_of(3, "2026-03-02", 7)
        );
        let outcome = bring_in(db, &file).1;
        assert_eq!((outcome.new, outcome.refused.len()), (3, 2));
        assert_eq!(outcome.unknown_pupils, ["9999"]);
        let lines: Vec<usize> = outcome.refused.iter().map(|row| row.line).collect();
        assert_eq!(lines, [5, 6]);
    }

    fn one_pupil_twice_in_a_round_counts_once_or_not_at_all(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(3));
        let twice = "0001;2026-03-02;eigen;leerkracht;welbevinden;9\n";
        let other = "0002;2026-03-02;eigen;leerkracht;welbevinden;9\n0002;2026-03-09;eigen;leerkracht;welbevinden;10\n";
        let told = bring_in(db, &format!("{SCORES}{twice}{twice}{other}")).1;
        let raters = SCORES.replace("score", "score;invuller");
        let by = |pupil: &str, rater: &str| format!("{pupil};2026-03-02;eigen;leerkracht;contact;9;{rater}\n");
        let of_two = [by("0001", "juf Els"), by("0003", "juf Els"), by("0003", "meester Bob")].concat();
        let by_two = bring_in(db, &format!("{raters}{of_two}")).1;
        assert_eq!((by_two.new, by_two.refused.len()), (1, 2));
        assert_eq!((told.new, told.unchanged, told.refused.len()), (1, 1, 2));
        let lines: Vec<(usize, bool)> =
            told.refused.iter().map(|row| (row.line, row.reason.contains("2025-2026 voorjaar"))).collect();
        assert_eq!(lines, [(4, true), (5, true)]);
    }

    fn a_file_of_another_school_stores_nothing(database: &Database) {
        let db = &database.db;
        let roster = format!("{};school\n1;Noor;;Vos;;5A;5;98YY\n", ROSTER.trim_end());
        assert_eq!(key_of(stage(db, &roster)), "file-other-school");
        assert!(db.read_blocking(|conn| school_by_brin(conn, "99ZZ")).unwrap().is_none());
        let own = roster.replace("98YY", "99zz");
        assert_eq!(bring_in(db, &own).1.new, 1);
    }

    fn a_preview_is_not_visible(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(3));
        let id = stage(db, &scores_of(3, "2026-03-02", 7)).unwrap();
        assert_eq!(report(db, &id).new, 3);
        assert!(stored(db).is_empty());
    }

    fn the_first_scores_are_the_starting_picture(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(3));
        bring_in(db, &scores_of(3, "2025-10-02", 7));
        bring_in(db, &scores_of(3, "2026-03-02", 7));
        let school = db.read_blocking(|conn| school_by_brin(conn, "99ZZ")).unwrap().unwrap();
        assert_eq!(school.starting_picture_until, "2025-10-02".parse().ok());
    }

    fn what_scores_tell_of_a_pupil_fills_what_the_roster_left_open(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{ROSTER}1;Noor;;Vos;;5A;5\n"));
        let header = SCORES.trim_end();
        let file = format!(
            "{header};geboortedatum;geslacht;groep\n\
             1;2025-03-02;eigen;ouder;welbevinden;9;;meisje;4A\n\
             1;2025-03-02;eigen;ouder;contact;9;2016-02-01;;4A\n"
        );
        bring_in(db, &file);
        let rows = stored(db);
        assert_eq!(rows[0].sex.as_deref(), Some("f"));
        assert_eq!(rows[0].birth_date, "2016-02-01".parse().ok());
        // The roster knows no group for that day, so the file's counts, in its own school year.
        assert_eq!(rows[0].group.as_deref(), Some("4A"));
    }
}

#[test]
fn the_kind_of_a_file_shows_in_its_header() {
    assert_eq!(kind(SCORES), Kind::Scores);
    assert_eq!(kind(ROSTER), Kind::Roster);
}

#[test]
fn health_data_without_a_known_consent_is_refused_row_by_row() {
    let text = include_str!("../../../config/instruments/eigen.toml").replacen(
        "code = \"eigen\"",
        "code = \"zorg\"\nspecial_category = true\nground = \"explicit consent\"",
        1,
    );
    let mut catalogue = Catalogue::shipped().unwrap();
    catalogue.add(parse::instrument("zorg.toml", &text).unwrap());
    let database = Database::sqlite();
    bring_in(&database.db, &roster_of(2));
    let file = scores_of(2, "2026-03-02", 7).replacen("eigen", "zorg", 1);
    let clock = Clock::fixed(morning());
    let upload = upload(&file);
    let id = imports::stage(&database.db, &clock, Actor::Cli, &catalogue, &upload, &mut |_, _| {});
    let outcome = report(&database.db, &id.unwrap());
    assert_eq!((outcome.new, outcome.refused.len()), (1, 1));
    assert!(outcome.refused[0].reason.contains("toestemming"));
}
