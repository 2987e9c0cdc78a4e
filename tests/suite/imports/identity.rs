//! Who is who: a number that looks like a known one is said and nothing more, who comes back is the same pupil, and
//! schools of one board never mix.

use baken::evidence::imports::{Likeness, Suspicion};
use baken::ground::Clock;
use baken::ground::db::schema::{groups, memberships, pupils};
use chrono::Duration;
use diesel::prelude::*;

use super::clusters::told;
use super::rosters::groups_on;
use super::{ROSTER, SCORES, bring_in, bring_in_at, report, roster_of, stage, stored, upload};
use crate::support::{both_databases, server::morning};

fn said(found: &[Suspicion]) -> Vec<(&str, &str, Likeness)> {
    found.iter().map(|one| (one.number.as_str(), one.other.as_str(), one.why)).collect()
}

both_databases! {
    fn a_number_with_other_zeros_or_marks_is_a_suspicion_and_stays_two(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{ROSTER}1234;Noor;;Vos;;5A;5\n77;Sam;;Bos;;5A;5\n"));
        let file = format!("{ROSTER}001234;Noor;;Vos;;5A;5\n'77;Sam;;Bos;;5A;5\n88;Tom;;Bakker;;5A;5\n");
        let preview = report(db, &stage(db, &file).unwrap());
        assert_eq!(
            said(&preview.suspicions),
            [("'77", "77", Likeness::Number), ("001234", "1234", Likeness::Number)]
        );
        assert_eq!((preview.new, preview.suspicions[1].line), (3, 2), "said, and not merged");
    }

    fn a_known_name_and_birth_date_under_an_unknown_number_is_a_suspicion(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{ROSTER}1;Noor;van 't;Hoff;2016-01-01;5A;5\n2;Sam;;Bos;;5A;5\n3;Tom;;Bakker;2016-01-01;5A;5\n"));
        let rows = "91;noor;Van 't;Hoff;2016-01-01;6A;6\n92;Sam;;Bos;;5A;5\n93;Tom;;Bakker;2016-02-01;5A;5\n";
        let preview = report(db, &stage(db, &format!("{ROSTER}{rows}")).unwrap());
        assert_eq!(
            said(&preview.suspicions),
            [("91", "1", Likeness::Person), ("92", "2", Likeness::Person)],
            "another birth date is another child"
        );
    }

    fn two_rows_of_one_file_may_be_one_pupil_too(database: &Database) {
        let preview = report(&database.db, &stage(&database.db, &format!("{ROSTER}12;Noor;;Vos;;5A;5\n012;Noor;;Vos;;5A;5\n")).unwrap());
        assert_eq!(said(&preview.suspicions), [("012", "12", Likeness::Number)]);
    }

    fn a_roster_without_a_doubt_says_nothing(database: &Database) {
        let (_, report) = bring_in(&database.db, &roster_of(40));
        assert!(report.suspicions.is_empty(), "{:?}", report.suspicions);
    }

    fn who_left_and_comes_back_is_the_same_pupil(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{ROSTER}1;Noor;;Vos;;5A;5\n2;Sam;;Bos;;5A;5\n"));
        bring_in(db, &format!("{SCORES}1;2025-10-02;eigen;leerkracht;welbevinden;20\n"));
        let left = "leerlingnummer;roepnaam;achternaam;groep;leerjaar;uitstroomdatum\n1;Noor;Vos;5A;5;2026-02-01\n2;Sam;Bos;5A;5;\n";
        bring_in(db, left);
        assert_eq!(groups_on(db, "2026-03-12"), ["5A"], "only Sam");
        let later = Clock::fixed(morning() + Duration::days(30));
        let back = bring_in_at(db, &later, &format!("{ROSTER}1;Noor;;Vos;;5B;5\n2;Sam;;Bos;;5A;5\n")).1;
        assert_eq!((back.new, back.changed, back.suspicions.len()), (0, 1, 0));
        assert_eq!(groups_on(db, "2026-04-11"), ["5A", "5B"]);
        let scores = stored(db);
        assert_eq!(scores.len(), 1);
        assert_eq!((scores[0].pupil.as_str(), scores[0].group.as_deref()), ("1", Some("5A")));
    }

    fn who_moves_in_the_year_keeps_the_old_scores_with_the_old_group(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{ROSTER}1;Noor;;Vos;;5A;5\n"));
        bring_in(db, &format!("{SCORES}1;2025-10-02;eigen;leerkracht;welbevinden;20\n"));
        bring_in(db, &format!("{ROSTER}1;Noor;;Vos;;5B;5\n"));
        bring_in(db, &format!("{SCORES}1;2026-03-12;eigen;leerkracht;welbevinden;21\n"));
        let groups: Vec<Option<String>> = stored(db).into_iter().map(|score| score.group).collect();
        assert_eq!(groups, [Some("5A".to_owned()), Some("5B".to_owned())]);
    }

    fn who_comes_back_comes_back_to_a_home_group_and_clusters_with_the_old_ones_behind(database: &Database) {
        let db = &database.db;
        let list = |rows: &str| format!("leerlingnummer;roepnaam;achternaam;groep;uitstroomdatum;clusters\n{rows}");
        bring_in(db, &list("1;Noor;Vos;h3c;;wis1\n2;Sam;Bos;h3c;;\n"));
        bring_in(db, &format!("{SCORES}1;2025-10-02;eigen;leerkracht;welbevinden;20\n"));
        bring_in(db, &list("1;Noor;Vos;h3c;2026-02-01;\n2;Sam;Bos;h3c;;\n"));
        assert_eq!(groups_on(db, "2026-03-12"), ["h3c"], "only Sam");
        let later = Clock::fixed(morning() + Duration::days(30));
        let back = bring_in_at(db, &later, &list("1;Noor;Vos;h3d;;ne2\n2;Sam;Bos;h3c;;\n")).1;
        assert_eq!((back.new, back.changed, back.suspicions.len()), (0, 1, 0));
        assert_eq!(told(db, "2026-04-11"), ["h3d + ne2", "h3c"]);
        assert_eq!(told(db, "2026-01-15"), ["h3c + wis1", "h3c"]);
        assert_eq!(stored(db)[0].group.as_deref(), Some("h3c"));
    }

    fn two_schools_of_one_board_never_mix(database: &Database) {
        use baken::evidence::imports::{self, Actor, Upload};
        use baken::evidence::instruments::Catalogue;
        let db = &database.db;
        bring_in(db, &format!("{ROSTER}1234;Noor;;Vos;2016-01-01;5A;5\n"));
        let elsewhere = Upload { school: "99ZY".to_owned(), ..upload(&format!("{ROSTER}1234;Noor;;Vos;2016-01-01;5A;5\n001234;Noor;;Vos;2016-01-01;5A;5\n")) };
        let catalogue = Catalogue::shipped().unwrap();
        let clock = Clock::fixed(morning());
        let id = imports::stage(db, &clock, Actor::Cli, &catalogue, &elsewhere, &mut |_, _| {}).unwrap();
        let preview = report(db, &id);
        assert_eq!((preview.new, preview.suspicions.len()), (2, 1), "only the two of this school: {:?}", preview.suspicions);
        db.write_blocking(|conn| imports::forget(conn, &id)).unwrap();

        let named = |rows: &str| format!("leerlingnummer;roepnaam;achternaam;groep;clusters\n{rows}");
        bring_in(db, &named("1234;Noor;Vos;5A;Plus\n"));
        let there = Upload { school: "99ZY".to_owned(), ..upload(&named("1234;Sam;Bos;5A;Plus\n")) };
        let id = imports::stage(db, &clock, Actor::Cli, &catalogue, &there, &mut |_, _| {}).unwrap();
        let consent = imports::Consent { all_or_nothing: true, changes: true };
        db.write_blocking(|conn| imports::accept(conn, clock.now(), clock.today(), Actor::Cli, &id, consent)).unwrap();
        assert_eq!(groups_on(db, "2026-03-12"), ["5A"]);
        let across: i64 = db.read_blocking(|conn| {
            let rows = memberships::table.inner_join(groups::table).inner_join(pupils::table);
            Ok(rows.filter(groups::school_id.ne(pupils::school_id)).count().get_result(conn)?)
        }).unwrap();
        let clusters: i64 = db.read_blocking(|conn| {
            Ok(memberships::table.filter(memberships::cluster.eq(true)).count().get_result(conn)?)
        }).unwrap();
        assert_eq!((across, clusters), (0, 2), "a cluster of one name is a group of each school");
    }
}
