//! The brake, leaving, handing back, and taking back.

use baken::evidence::imports::{self, Actor, Consent, refused_file};
use baken::ground::{Db, ImportId, Words};
use baken::school::store::{all_schools, school_by_brin};

use super::{ROSTER, SCORES, bring_in, key_of, report, roster_of, scores_of, stage, stored, undo};
use crate::support::{both_databases, server::morning};

fn accept(db: &Db, id: &ImportId, consent: Consent) -> baken::ground::Result<()> {
    let today = morning().date();
    db.write_blocking(|conn| imports::accept(conn, morning(), today, Actor::Cli, id, consent))
}

/// Which score each pupil has.
fn scored(db: &Db) -> Vec<(String, String)> {
    stored(db).into_iter().map(|row| (row.pupil, row.score.to_string())).collect()
}

both_databases! {
    fn much_that_changes_stops_until_accepted(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(40));
        bring_in(db, &scores_of(40, "2026-03-02", 0));
        let id = stage(db, &scores_of(40, "2026-03-02", 1)).unwrap();
        assert!(report(db, &id).brake.is_some());
        assert_eq!(key_of(accept(db, &id, Consent::default())), "import-brake");
        assert_eq!(scored(db)[1].1, "1");
        accept(db, &id, Consent { changes: true, ..Consent::default() }).unwrap();
        assert_eq!(scored(db)[1].1, "2");
    }

    fn up_to_ten_changes_pass(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(20));
        bring_in(db, &scores_of(10, "2026-03-02", 0));
        let id = stage(db, &scores_of(10, "2026-03-02", 1)).unwrap();
        let outcome = report(db, &id);
        assert_eq!((outcome.changed, outcome.brake), (10, None));
    }

    fn all_or_nothing_is_nothing_when_a_row_is_refused(database: &Database) {
        let db = &database.db;
        let id = stage(db, &format!("{}x;;;;;;\n", roster_of(2))).unwrap();
        let all = Consent { all_or_nothing: true, ..Consent::default() };
        assert_eq!(key_of(accept(db, &id, all)), "import-not-all");
        accept(db, &id, Consent::default()).unwrap();
        assert_eq!(key_of(accept(db, &id, Consent::default())), "import-decided");
    }

    fn a_left_preview_leaves_nothing(database: &Database) {
        let db = &database.db;
        let id = stage(db, &roster_of(2)).unwrap();
        db.write_blocking(|conn| imports::forget(conn, &id)).unwrap();
        assert!(db.read_blocking(all_schools).unwrap().is_empty());
    }

    fn refused_rows_go_back_as_they_came_with_a_reason(database: &Database) {
        let db = &database.db;
        let header = ROSTER.trim_end();
        let file = format!("{header};BSN\n1;=cmd|'/c calc'!A1;;Vos;99-99-9999;5A;5;123456782\n2;Sam;;Bos;;5A;5;1\n");
        let (id, _) = bring_in(db, &file);
        let back = db.read_blocking(|conn| refused_file(conn, &id, Words::default())).unwrap().unwrap();
        let lines: Vec<&str> = back.lines().collect();
        assert_eq!(lines[0], format!("{header};BSN;reden"));
        assert!(lines[1].starts_with("1;'=cmd|'/c calc'!A1;;Vos;99-99-9999;5A;5;;"), "{}", lines[1]);
        assert_eq!(lines.len(), 2);
    }

    fn undo_gives_back_what_was_there(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(30));
        let (first, _) = bring_in(db, &scores_of(20, "2026-03-02", 0));
        let before = scored(db);
        let (second, outcome) = bring_in(db, &scores_of(25, "2026-03-02", 1));
        assert_eq!((outcome.new, outcome.changed), (5, 20));
        assert_eq!(key_of(undo(db, &first)), "import-built-on");
        undo(db, &second).unwrap();
        assert_eq!(scored(db), before);
        assert_eq!(key_of(undo(db, &second)), "import-not-stored");
        undo(db, &first).unwrap();
        assert!(scored(db).is_empty());
        let school = db.read_blocking(|conn| school_by_brin(conn, "99ZZ")).unwrap().unwrap();
        assert_eq!(school.starting_picture_until, None);
    }

    fn a_roster_with_scores_on_it_waits_for_them(database: &Database) {
        let db = &database.db;
        let (roster, _) = bring_in(db, &roster_of(5));
        let (scores, _) = bring_in(db, &scores_of(5, "2026-03-02", 0));
        assert_eq!(key_of(undo(db, &roster)), "import-built-on");
        undo(db, &scores).unwrap();
        undo(db, &roster).unwrap();
        let again = bring_in(db, &roster_of(5)).1;
        assert_eq!((again.new, again.missing), (5, 0));
    }

    fn undoing_a_roster_restores_names_and_groups(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{ROSTER}1;Noor;;Vos;;5A;5\n"));
        let (second, _) = bring_in(db, &format!("{ROSTER}1;Noortje;de;Vos;;5B;5\n2;Sam;;Bos;;5B;5\n"));
        undo(db, &second).unwrap();
        let same = bring_in(db, &format!("{ROSTER}1;Noor;;Vos;;5A;5\n")).1;
        assert_eq!((same.unchanged, same.changed, same.missing), (1, 0, 0));
    }

    fn a_preview_that_another_import_overtook_is_void(database: &Database) {
        use baken::ground::Clock;
        let db = &database.db;
        let clock = Clock::fixed(morning());
        bring_in(db, &roster_of(3));
        let id = super::stage_at(db, &clock, &scores_of(3, "2026-03-02", 0)).unwrap();
        let other = format!("{SCORES}0001;2026-03-02;eigen;leerkracht;contact;9\n");
        assert_eq!(key_of(super::stage_at(db, &clock, &other)), "import-busy");
        clock.advance(chrono::Duration::minutes(1));
        super::stage_at(db, &clock, &other).unwrap();
        assert_eq!(key_of(accept(db, &id, Consent::default())), "import-overtaken");
        assert!(scored(db).is_empty());
    }

    fn a_preview_made_before_an_undo_is_void(database: &Database) {
        use baken::ground::Clock;
        let db = &database.db;
        let clock = Clock::fixed(morning());
        bring_in(db, &roster_of(3));
        let (first, _) = bring_in(db, &scores_of(2, "2026-03-02", 0));
        // Two of its three rows are known already, so they are not set aside.
        let id = super::stage_at(db, &clock, &scores_of(3, "2026-03-02", 0)).unwrap();
        assert_eq!(key_of(undo(db, &first)), "import-busy");
        let later = morning() + chrono::Duration::minutes(1);
        db.write_blocking(|conn| imports::undo(conn, later, Actor::Cli, &first)).unwrap();
        assert_eq!(key_of(accept(db, &id, Consent::default())), "import-overtaken");
        let again = bring_in(db, &scores_of(3, "2026-03-02", 0)).1;
        assert_eq!((again.new, scored(db).len()), (3, 3));
    }

    fn a_starting_picture_that_was_undone_can_be_asked_for_again(database: &Database) {
        use baken::school::store::ask_starting_picture;
        let db = &database.db;
        let school = || db.read_blocking(|conn| school_by_brin(conn, "99ZZ")).unwrap().unwrap();
        bring_in(db, &roster_of(3));
        let (first, _) = bring_in(db, &scores_of(3, "2026-03-02", 0));
        let id = school().id;
        db.write_blocking(|conn| ask_starting_picture(conn, morning(), &id)).unwrap();
        assert!(school().starting_picture_asked_at.is_some());
        undo(db, &first).unwrap();
        assert_eq!((school().starting_picture_until, school().starting_picture_asked_at), (None, None));
    }
}
