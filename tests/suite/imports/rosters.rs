//! Rosters: pupils in groups by date, who is missing, who is a mentor.

use baken::ground::{Clock, Db};
use baken::school::store::{places, school_by_brin};
use chrono::{Duration, NaiveDate};

use super::{ROSTER, bring_in, bring_in_at, key_of, roster_of, stage};
use crate::support::{both_databases, server::morning};

pub fn groups_on(db: &Db, day: &str) -> Vec<String> {
    let day: NaiveDate = day.parse().expect("a day");
    let places = db.read_blocking(|conn| {
        let school = school_by_brin(conn, "99ZZ")?.expect("the school");
        places(conn, &school.id, day)
    });
    places.expect("places").into_iter().map(|(_, group)| group.name).collect()
}

both_databases! {
    fn a_pupil_sits_in_the_group_from_the_start_of_the_school_year(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{ROSTER}1;Noor;;Vos;;5A;5\n"));
        assert_eq!(groups_on(db, "2025-08-01"), ["5A"]);
        assert!(groups_on(db, "2025-07-31").is_empty());
    }

    fn who_changes_group_keeps_the_old_one_by_date(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{ROSTER}1;Noor;;Vos;;5A;5\n"));
        let changed = bring_in(db, &format!("{ROSTER}1;Noor;;Vos;;5B;5\n")).1;
        assert_eq!(changed.changed, 1);
        assert_eq!(groups_on(db, "2026-03-11"), ["5A"]);
        assert_eq!(groups_on(db, "2026-03-12"), ["5B"]);
        // A slip mended on the same day leaves no place of minus one day.
        bring_in(db, &format!("{ROSTER}1;Noor;;Vos;;5C;5\n"));
        assert_eq!(groups_on(db, "2026-03-11"), ["5A"]);
        assert_eq!(groups_on(db, "2026-03-12"), ["5C"]);
    }

    fn a_new_school_year_begins_on_the_first_of_august(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{ROSTER}1;Noor;;Vos;;5A;5\n"));
        let autumn = Clock::fixed(morning() + Duration::days(180));
        bring_in_at(db, &autumn, &format!("{ROSTER}1;Noor;;Vos;;6A;6\n"));
        assert_eq!(groups_on(db, "2026-07-31"), ["5A"]);
        assert_eq!(groups_on(db, "2026-08-01"), ["6A"]);
    }

    fn who_is_missing_from_a_file_stays(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster_of(30));
        let half = bring_in(db, &roster_of(15)).1;
        assert_eq!((half.missing, half.unchanged), (15, 15));
        assert_eq!(groups_on(db, "2026-03-12").len(), 30);
    }

    fn one_pupil_twice_is_refused_twice_unless_equal(database: &Database) {
        let db = &database.db;
        let rows = "1;Noor;;Vos;;5A;5\n1;Noor;;Vos;;5A;5\n2;Sam;;Bos;;5A;5\n2;Sam;;Bos;;5B;5\n";
        let outcome = bring_in(db, &format!("{ROSTER}{rows}")).1;
        assert_eq!((outcome.new, outcome.unchanged, outcome.refused.len()), (1, 1, 2));
    }

    fn a_number_is_text(database: &Database) {
        let db = &database.db;
        let outcome = bring_in(db, &format!("{ROSTER}1234;Noor;;Vos;;5A;5\n001234;Sam;;Bos;;5A;5\n"));
        assert_eq!(outcome.1.new, 2);
    }

    fn a_header_that_tells_nothing_is_refused(database: &Database) {
        assert_eq!(key_of(stage(&database.db, "naam;klas\nNoor;5A\n")), "file-kind-unknown");
    }

    fn a_mentor_without_an_account_is_listed(database: &Database) {
        let header = ROSTER.trim_end();
        let file = format!("{header};mentor\n1;Noor;;Vos;;5A;5;Juf@wilgen.example\n");
        let outcome = bring_in(&database.db, &file).1;
        let staff = &outcome.staff["juf@wilgen.example"];
        assert_eq!((staff.account, staff.groups.as_slice()), (false, ["5A".to_owned()].as_slice()));
    }

    fn a_school_that_an_import_makes_stands_in_the_log(database: &Database) {
        use baken::ground::db::schema::audit;
        use diesel::prelude::*;
        let db = &database.db;
        bring_in(db, &roster_of(2));
        bring_in(db, &roster_of(3));
        let school = db.read_blocking(|conn| school_by_brin(conn, "99ZZ")).unwrap().unwrap();
        let made = audit::table
            .filter(audit::action.eq("add-school"))
            .select((audit::actor, audit::subject_id));
        let lines: Vec<(String, String)> = db.read_blocking(|conn| Ok(made.load(conn)?)).unwrap();
        assert_eq!(lines, [("cli".to_owned(), school.id.0)]);
    }
}
