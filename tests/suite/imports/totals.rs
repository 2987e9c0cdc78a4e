//! Totals of lists that tell of no pupil: staged, stored, replaced, refused and taken back.

use baken::evidence::files::Kind;
use baken::evidence::imports;
use baken::evidence::totals::{Total, store};
use baken::ground::Db;
use baken::ground::db::schema::outbox;
use baken::school::store::school_by_brin;
use diesel::prelude::*;

use super::{SCORES, bring_in, key_of, kind, report, roster_of, stage, undo};
use crate::support::both_databases;

const TOTALS: &str = "groep;afnamedatum;instrument;schaal;gemiddelde;aantal\n";

fn all(db: &Db) -> Vec<Total> {
    let found = db.read_blocking(|conn| {
        let school = school_by_brin(conn, "99ZZ")?.expect("the school");
        store::of_school(conn, &school.id)
    });
    found.expect("totals")
}

fn means(db: &Db) -> Vec<Option<f64>> {
    all(db).into_iter().map(|one| one.mean).collect()
}

#[test]
fn the_kind_shows_in_the_header() {
    assert_eq!(kind(TOTALS), Kind::Totals);
    assert_eq!(kind("date,instrument,scale,percent,count\n"), Kind::Totals);
    assert_eq!(kind(&SCORES.replace("score", "score;gemiddelde;aantal")), Kind::Scores);
}

both_databases! {
    fn outcomes_are_new_then_known_then_changed_and_taken_back_as_one_act(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(30));
        let file = format!("{TOTALS};2026-02-10;msv;aantasting;12,5;30\n1A;2026-02-10;msv;aantasting;13;25\n1A;2026-02-10;msv;aantasting;13;25\n");
        let (first, told) = bring_in(db, &file);
        assert_eq!((told.kind.as_str(), told.new, told.unchanged), ("totals", 2, 1), "{told:?}");
        assert_eq!(bring_in(db, &file).1.unchanged, 3);
        let (second, told) = bring_in(db, &format!("{TOTALS};2026-02-10;msv;aantasting;14;30\n"));
        assert_eq!(told.changed, 1);
        let mut held = means(db);
        held.sort_by(|a, b| a.partial_cmp(b).unwrap());
        assert_eq!(held, [Some(13.0), Some(14.0)]);
        assert_eq!(key_of(undo(db, &first)), "import-built-on");
        undo(db, &second).expect("undone");
        assert!(means(db).contains(&Some(12.5)));
        undo(db, &first).expect("undone");
        assert_eq!(all(db), []);
        let tasks: i64 = db.read_blocking(|conn| Ok(outbox::table.count().get_result(conn)?)).unwrap();
        assert_eq!(tasks, 0, "they raise nothing");
    }

    fn a_total_of_other_pupils_takes_no_place_on_its_day(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(30));
        bring_in(db, &format!("{TOTALS};2026-02-10;msv;aantasting;12,5;30\n"));
        let id = all(db)[0].id.clone();
        let more = stage(db, &format!("{TOTALS};2026-02-10;msv;aantasting;13;31\n;2026-02-10;msv;aantasting;13;31\n")).unwrap();
        let told = report(db, &more);
        let refused: Vec<_> = told.refused.iter().map(|row| (row.line, row.column.as_str(), row.value.as_str())).collect();
        assert_eq!(refused, [(2, "aantal", "31"), (3, "aantal", "31")]);
        assert!(told.refused[0].reason.contains("van 30 leerlingen"), "{told:?}");
        assert_eq!((told.new, told.changed, told.unchanged), (0, 0, 0));
        db.write_blocking(|conn| imports::forget(conn, &more)).unwrap();
        bring_in(db, &format!("{TOTALS};2026-02-10;msv;aantasting;13;30\n"));
        assert_eq!((means(db), all(db)[0].id.clone()), (vec![Some(13.0)], id), "it stands where the other stood");
    }

    fn unknown_groups_and_two_outcomes_of_one_place_are_refused(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(30));
        let rows = "9Z;2026-02-10;msv;aantasting;12;20\n1A;2025-02-10;msv;aantasting;12;20\n\
                    1A;2026-02-10;msv;aantasting;12;20\n1A;2026-02-10;msv;aantasting;13;20\n;2026-02-10;msv;aantasting;13;20\n";
        let (_, told) = bring_in(db, &format!("{TOTALS}{rows}"));
        let at: Vec<(usize, &str)> = told.refused.iter().map(|row| (row.line, row.column.as_str())).collect();
        assert_eq!(at, [(2, "groep"), (3, "groep"), (4, "schaal"), (5, "schaal")], "a group is of a school year");
        assert!(told.refused[2].reason.contains("Regel 5 geeft een andere uitkomst"), "{told:?}");
        assert_eq!(told.new, 1);
    }

    fn a_file_with_pupils_stores_nothing(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(30));
        let file = format!("leerlingnummer;{TOTALS}0001;1A;2026-02-10;msv;aantasting;12;20\n");
        assert_eq!(key_of(stage(db, &file)), "totals-of-pupils");
        assert_eq!(all(db), []);
    }
}
