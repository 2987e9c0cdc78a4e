//! Absence as counts: staged, stored, counted on, refused where it cannot be, merged with its pupil and taken back.

use baken::evidence::attendance::{Attendance, store};
use baken::evidence::files::Kind;
use baken::evidence::imports::merge::{self, Merge};
use baken::evidence::imports::{self, Actor};
use baken::ground::Db;
use baken::ground::db::schema::{outbox, pupils};
use baken::school::Pupil;
use baken::school::store::school_by_brin;
use diesel::prelude::*;

use super::{ROSTER, bring_in, key_of, kind, report, roster_of, stage, undo};
use crate::support::both_databases;
use crate::support::server::morning;

const COUNTS: &str = "leerlingnummer;van;tot_en_met;uren_ziek;keren_ziek;uren_ongeoorloofd;keren_te_laat\n";

/// What is stored of a pupil by number, oldest first: the period, and how often ill.
fn of(db: &Db, number: &str) -> Vec<(String, String, Option<i32>)> {
    let found: Vec<Attendance> = db
        .read_blocking(|conn| {
            let pupil =
                pupils::table.filter(pupils::number.eq(number)).select(Pupil::as_select()).first(conn)?;
            store::of_pupil(conn, &pupil)
        })
        .expect("absence");
    let told = |one: &Attendance| (one.starts_on.to_string(), one.ends_on.to_string(), one.times_ill);
    found.iter().rev().map(told).collect()
}

fn period(from: &str, until: &str, times: i32) -> (String, String, Option<i32>) {
    (from.to_owned(), until.to_owned(), Some(times))
}

#[test]
fn the_kind_shows_in_the_header() {
    assert_eq!(kind(COUNTS), Kind::Attendance);
    assert_eq!(kind("stamnr,klas,van,tot,ziekmeldingen,reden\n"), Kind::Attendance);
}

both_databases! {
    fn counts_are_new_then_known_and_a_period_that_goes_on_takes_the_place(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(30));
        let of_all = |until: &str, times: usize| super::lines(COUNTS, 30, |at| format!("{at:04};1-1-2026;{until};;{times};;\n"));
        let (_, told) = bring_in(db, &of_all("31-1-2026", 2));
        assert_eq!((told.kind.as_str(), told.new, told.refused.len()), ("attendance", 30, 0), "{told:?}");
        assert_eq!(bring_in(db, &of_all("31-1-2026", 2)).1.unchanged, 30);
        let looked_at = stage(db, &of_all("28-2-2026", 3)).unwrap();
        let on = report(db, &looked_at);
        assert_eq!((on.changed, on.brake), (30, None), "it goes on: no correction");
        db.write_blocking(|conn| imports::forget(conn, &looked_at)).unwrap();
        bring_in(db, &of_all("28-2-2026", 3));
        assert_eq!(of(db, "0001"), [period("2026-01-01", "2026-02-28", 3)]);
        let other = report(db, &stage(db, &of_all("28-2-2026", 9)).unwrap());
        assert!(other.brake.is_some(), "other figures for the same days of everybody: look twice");
        let tasks: i64 = db.read_blocking(|conn| Ok(outbox::table.count().get_result(conn)?)).unwrap();
        assert_eq!(tasks, 0, "absence raises nothing");
    }

    fn periods_over_the_same_days_are_refused_with_what_to_do(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(3));
        bring_in(db, &format!("{COUNTS}0001;5-1-2026;30-1-2026;;1;;\n"));
        let rows = "0001;2-2-2026;13-2-2026;;1;;\n0001;9-2-2026;20-2-2026;;1;;\n0001;26-1-2026;30-1-2026;;1;;\n\
                    0002;2-2-2026;13-2-2026;;1;;\n0002;2-2-2026;13-2-2026;;1;;\n0002;16-2-2026;20-2-2026;;-1;;\n0009;2-2-2026;13-2-2026;;1;;\n";
        let (_, told) = bring_in(db, &format!("{COUNTS}{rows}"));
        let at: Vec<(usize, &str, &str)> =
            told.refused.iter().map(|row| (row.line, row.column.as_str(), row.value.as_str())).collect();
        assert_eq!(at, [
            (2, "van", "2026-02-02"), (3, "van", "2026-02-09"), (4, "van", "2026-01-26"),
            (7, "keren_ziek", "-1"), (8, "leerlingnummer", "0009"),
        ]);
        assert!(told.refused[0].reason.contains("Regel 3 telt dezelfde leerling"), "{told:?}");
        assert!(told.refused[2].reason.contains("van 2026-01-05 tot en met 2026-01-30"), "{told:?}");
        assert_eq!((told.new, told.unchanged, told.unknown_pupils), (1, 1, vec!["0009".to_owned()]));
        assert_eq!(of(db, "0001"), [period("2026-01-05", "2026-01-30", 1)]);
    }

    fn a_reason_is_never_read_and_never_handed_back(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(3));
        let file = "leerlingnummer;van;tot_en_met;keren_ziek;Reden\n0001;5-1-2026;30-1-2026;1;migraine\n0002;5-1-2026;30-1-2026;x;migraine\n";
        let (id, told) = bring_in(db, file);
        assert_eq!((told.new, told.dropped_columns.as_slice()), (1, ["Reden".to_owned()].as_slice()));
        let back = db.read_blocking(|conn| imports::refused_file(conn, &id, baken::ground::Words::default()));
        let back = back.unwrap().expect("a file");
        assert!(back.contains("0002") && !back.contains("migraine"), "{back}");
        // Mended, it comes in again.
        assert_eq!(bring_in(db, &back.replace(";x;", ";2;")).1.new, 1);
    }

    fn an_import_of_absence_is_taken_back_as_one_act(database: &Database) {
        let db = &database.db;
        let (roster, _) = bring_in(db, &roster_of(3));
        let (first, _) = bring_in(db, &format!("{COUNTS}0001;5-1-2026;30-1-2026;;1;;\n0002;5-1-2026;30-1-2026;;2;;\n"));
        let (second, _) = bring_in(db, &format!("{COUNTS}0001;5-1-2026;27-2-2026;;3;;\n0000;5-1-2026;27-2-2026;;1;;\n"));
        assert_eq!(key_of(undo(db, &first)), "import-built-on");
        assert_eq!(key_of(undo(db, &roster)), "import-built-on");
        undo(db, &second).expect("undone");
        assert_eq!(of(db, "0001"), [period("2026-01-05", "2026-01-30", 1)]);
        assert_eq!(of(db, "0000"), []);
        undo(db, &first).expect("undone");
        assert_eq!(of(db, "0002"), []);
        undo(db, &roster).expect("undone");
    }

    fn a_period_that_would_come_back_over_days_counted_since_stays_as_it_is(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(30));
        bring_in(db, &format!("{COUNTS}0001;5-1-2026;27-2-2026;;3;;\n"));
        let (shorter, _) = bring_in(db, &format!("{COUNTS}0001;5-1-2026;30-1-2026;;2;;\n"));
        let (rest, _) = bring_in(db, &format!("{COUNTS}0001;2-2-2026;27-2-2026;;1;;\n"));
        assert_eq!(key_of(undo(db, &shorter)), "import-built-on");
        assert_eq!(of(db, "0001"), [period("2026-01-05", "2026-01-30", 2), period("2026-02-02", "2026-02-27", 1)]);
        undo(db, &rest).expect("undone");
        undo(db, &shorter).expect("nobody counted the rest of those days any more");
        assert_eq!(of(db, "0001"), [period("2026-01-05", "2026-02-27", 3)]);
    }

    fn absence_goes_along_when_two_numbers_are_one_pupil(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{ROSTER}1;Noor;;Vos;;5A;5\n01;Noor;;Vos;;5A;5\n"));
        bring_in(db, &format!("{COUNTS}1;5-1-2026;30-1-2026;;1;;\n01;12-1-2026;16-1-2026;;4;;\n01;2-2-2026;13-2-2026;;2;;\n"));
        let school = db.read_blocking(|conn| school_by_brin(conn, "99ZZ")).unwrap().expect("the school").id;
        let ask = Merge { school, stays: "1".to_owned(), goes: "01".to_owned(), newer_scores: false };
        let act = db.write_blocking(|conn| merge::merge(conn, morning(), Actor::Cli, &ask)).expect("merged");
        let one = [period("2026-01-05", "2026-01-30", 1), period("2026-02-02", "2026-02-13", 2)];
        assert_eq!(of(db, "1"), one, "the days that both had are those of who stays");
        let (later, _) = bring_in(db, &format!("{COUNTS}01;2-3-2026;6-3-2026;;1;;\n"));
        assert_eq!(of(db, "1").len(), 3, "the old number finds the pupil");
        undo(db, &later).expect("undone");
        undo(db, &act).expect("two again");
        assert_eq!(of(db, "1"), [period("2026-01-05", "2026-01-30", 1)]);
        assert_eq!(of(db, "01"), [period("2026-01-12", "2026-01-16", 4), period("2026-02-02", "2026-02-13", 2)]);
    }
}
