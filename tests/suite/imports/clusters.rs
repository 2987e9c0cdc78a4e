//! Home groups and clusters side by side, and pupils who come with more groups than one.

use baken::evidence::files::{Part, take_set};
use baken::evidence::imports::{self, Actor, Consent, Upload};
use baken::evidence::instruments::Catalogue;
use baken::ground::db::schema::{groups, memberships, pupils};
use baken::ground::{Clock, Db, GroupId, ImportId};
use baken::school::store::clusters_among;
use chrono::{Duration, NaiveDate};
use diesel::prelude::*;

use super::edexml::edexml;
use super::{SCORES, bring_in, bring_in_at, report, stage, stored, undo};
use crate::support::{both_databases, server::morning};

const LIST: &str = "leerlingnummer;roepnaam;achternaam;groep;leerjaar;clusters\n";
const DATED: &str = "leerlingnummer;roepnaam;achternaam;groep;leerjaar;instroomdatum;uitstroomdatum\n";

/// Where pupils sit on a day: number, group, and whether as a cluster.
fn seats(db: &Db, day: &str) -> Vec<(String, String, bool)> {
    let day: NaiveDate = day.parse().expect("a day");
    db.read_blocking(|conn| {
        Ok(memberships::table
            .inner_join(groups::table)
            .inner_join(pupils::table)
            .filter(memberships::starts_on.le(day))
            .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(day)))
            .order((pupils::number, memberships::cluster, groups::name))
            .select((pupils::number, groups::name, memberships::cluster))
            .load(conn)?)
    })
    .expect("seats")
}

/// The same as one line a pupil: `h3c + wis1 + ne2`.
pub(super) fn told(db: &Db, day: &str) -> Vec<String> {
    let mut lines: Vec<(String, String)> = Vec::new();
    for (number, group, cluster) in seats(db, day) {
        match lines.last_mut().filter(|(of, _)| *of == number) {
            Some((_, line)) => line.push_str(&[if cluster { " + " } else { " and " }, &group].concat()),
            None => lines.push((number, if cluster { format!("+ {group}") } else { group })),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

fn days_later(days: i64) -> Clock {
    Clock::fixed(morning() + Duration::days(days))
}

/// All places, as they stand in the database.
fn places(db: &Db) -> Vec<(String, String, NaiveDate, Option<NaiveDate>, bool)> {
    db.read_blocking(|conn| {
        let columns = (
            memberships::id,
            memberships::group_id,
            memberships::starts_on,
            memberships::ends_on,
            memberships::cluster,
        );
        Ok(memberships::table.order(memberships::id).select(columns).load(conn)?)
    })
    .expect("places")
}

/// A set of School Data Sync with these classes (key, title, course) and enrolments of pupil 1.
fn sds(classes: &[(&str, &str, &str)]) -> Upload {
    let part = |name: &str, text: String| Part { name: name.to_owned(), bytes: text.into_bytes() };
    let lines = |line: &dyn Fn(&(&str, &str, &str)) -> String| classes.iter().map(line).collect::<String>();
    let mut files = vec![
        part("users.csv", "sourcedId,givenName,familyName\n1,Noor,Vos\n".to_owned()),
        part("roles.csv", "userSourcedId,orgSourcedId,role\n1,99ZZ,student\n".to_owned()),
        part(
            "classes.csv",
            format!(
                "sourcedId,title,courseSourcedId\n{}",
                lines(&|(key, title, course)| format!("{key},{title},{course}\n"))
            ),
        ),
        part(
            "enrollments.csv",
            format!(
                "classSourcedId,userSourcedId,role\n{}",
                lines(&|(key, ..)| format!("{key},1,student\n"))
            ),
        ),
    ];
    let (main, beside) = take_set(&mut files).expect("files").expect("a set");
    Upload {
        school: "99ZZ".to_owned(),
        file_name: main.name,
        bytes: main.bytes.into(),
        beside,
        ..Upload::default()
    }
}

fn bring_in_upload(db: &Db, upload: &Upload) -> ImportId {
    let clock = Clock::fixed(morning());
    let catalogue = Catalogue::shipped().expect("instruments");
    let id = imports::stage(db, &clock, Actor::Cli, &catalogue, upload, &mut |_, _| {}).expect("staged");
    let consent = Consent { all_or_nothing: true, changes: true };
    db.write_blocking(|conn| imports::accept(conn, clock.now(), clock.today(), Actor::Cli, &id, consent))
        .expect("accepted");
    id
}

both_databases! {
    fn a_list_names_clusters_beside_the_home_group(database: &Database) {
        let db = &database.db;
        let report = bring_in(db, &format!("{LIST}1;Noor;Vos;h3c;3;wis1, ne2\n2;Sam;Bos;h3c;3;wis1|ne2, donderdag\n3;Tom;Los;h3d;3;\n")).1;
        assert_eq!(told(db, "2026-03-12"), ["h3c + ne2 + wis1", "h3c + ne2, donderdag + wis1", "h3d"]);
        assert_eq!((report.groups.len(), report.clusters["wis1"], report.clusters["ne2"]), (2, 2, 1));
        let again = bring_in(db, &format!("{LIST}1;Noor;Vos;h3c;3;ne2, wis1\n2;Sam;Bos;h3c;3;wis1|ne2, donderdag\n3;Tom;Los;h3d;3;-\n")).1;
        assert_eq!((again.new, again.changed, again.unchanged), (0, 0, 3));
    }

    fn a_row_for_each_cluster_is_one_pupil(database: &Database) {
        let db = &database.db;
        let file = format!("{LIST}1;Noor;Vos;h3c;3;wis1\n1;Noor;Vos;h3c;3;ne2\n1;Noor;Vos;h3c;3;wis1\n");
        let report = bring_in(db, &file).1;
        assert_eq!(told(db, "2026-03-12"), ["h3c + ne2 + wis1"]);
        assert_eq!((report.new, report.unchanged, report.refused.len()), (1, 2, 0), "three rows in all");
    }

    fn clusters_end_and_begin_by_a_list_of_clusters_and_by_no_other(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{LIST}1;Noor;Vos;h3c;3;wis1,ne2\n"));
        let without = "leerlingnummer;roepnaam;achternaam;groep;leerjaar\n1;Noor;Vos;h3d;3\n";
        let moved = bring_in_at(db, &days_later(7), without).1;
        assert_eq!((moved.changed, moved.clusters_end), (1, 0));
        assert_eq!(told(db, "2026-03-19"), ["h3d + ne2 + wis1"], "the list says nothing of clusters");
        let before = places(db);
        let (id, changed) = bring_in_at(db, &days_later(14), &format!("{LIST}1;Noor;Vos;h3d;3;ne2,en4\n"));
        assert_eq!((changed.changed, changed.clusters_end), (1, 1));
        assert_eq!(told(db, "2026-03-25"), ["h3d + ne2 + wis1"], "until the day before");
        assert_eq!(told(db, "2026-03-26"), ["h3d + en4 + ne2"]);
        undo(db, &id).expect("taken back");
        assert_eq!(places(db), before);
        assert_eq!(told(db, "2026-03-26"), ["h3d + ne2 + wis1"]);
    }

    fn who_leaves_leaves_the_clusters_too(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{LIST}1;Noor;Vos;h3c;3;wis1\n"));
        bring_in_at(db, &days_later(20), &format!("{DATED}1;Noor;Vos;h3c;3;;2026-03-20\n"));
        assert_eq!(told(db, "2026-03-20"), ["h3c + wis1"]);
        assert!(told(db, "2026-03-21").is_empty());
    }

    fn a_cluster_for_one_may_be_the_home_group_of_another(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{LIST}1;Noor;Vos;5A;5;Plusklas\n2;Sam;Bos;Plusklas;6;Plusklas\n"));
        assert_eq!(told(db, "2026-03-12"), ["5A + Plusklas", "Plusklas"], "nobody is in a group twice");
    }

    fn a_group_is_a_cluster_once_nobody_has_it_for_a_home_group_any_more(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{LIST}1;Noor;Vos;Plusklas;5;\n2;Sam;Bos;5A;5;Plusklas\n"));
        let clusters = || -> Vec<(String, i32)> {
            let named = db.read_blocking(|conn| {
                let all: Vec<(GroupId, String, i32)> =
                    groups::table.select((groups::id, groups::name, groups::school_year)).order(groups::name).load(conn)?;
                let ids: Vec<GroupId> = all.iter().map(|(id, ..)| id.clone()).collect();
                let found = clusters_among(conn, &ids)?;
                Ok(all.into_iter().filter(|(id, ..)| found.contains(id)).map(|(_, name, year)| (name, year)).collect())
            });
            named.expect("groups")
        };
        assert_eq!(clusters(), [], "Noor has it for a home group");
        let plus = [("Plusklas".to_owned(), 2025)];
        bring_in_at(db, &days_later(7), &format!("{LIST}1;Noor;Vos;5A;5;Plusklas\n2;Sam;Bos;5A;5;Plusklas\n"));
        assert_eq!(clusters(), plus, "a later list named her home group");
        bring_in_at(db, &days_later(200), &format!("{LIST}1;Noor;Vos;6A;6;\n2;Sam;Bos;6A;6;\n"));
        assert_eq!(clusters(), plus, "and it was one when the year is over; 5A was not");
    }

    fn a_score_stands_with_the_home_group_whatever_group_the_file_names(database: &Database) {
        let db = &database.db;
        bring_in(db, &format!("{LIST}1;Noor;Vos;h3c;3;a-cluster,z-cluster\n"));
        let file = format!("{};groep\n1;2026-03-02;eigen;leerkracht;welbevinden;20;z-cluster\n", SCORES.trim_end());
        bring_in(db, &file);
        assert_eq!(stored(db)[0].group.as_deref(), Some("h3c"));
    }

    fn edexml_gives_the_home_group_and_the_composed_ones(database: &Database) {
        let db = &database.db;
        let groups = "<groep key=\"g\"><naam>h3c</naam><jaargroep>13</jaargroep></groep>\
            <samengestelde_groep key=\"w\"><naam>wis1</naam></samengestelde_groep>\
            <samengestelde_groep key=\"n\"><naam>ne2</naam></samengestelde_groep>";
        let pupil = |beside: &str| format!("<leerling key=\"1\"><achternaam>Vos</achternaam><roepnaam>Noor</roepnaam><groep key=\"g\"/>{beside}</leerling>");
        let both = "<samengestelde_groepen><samengestelde_groep key=\"w\"/><samengestelde_groep key=\"n\"/></samengestelde_groepen>";
        bring_in(db, &edexml("2.1", "2025-2026", groups, &pupil(both), ""));
        assert_eq!(told(db, "2026-03-12"), ["h3c + ne2 + wis1"]);
        let only = "<groep key=\"g\"><naam>h3c</naam><jaargroep>13</jaargroep></groep>";
        bring_in_at(db, &days_later(1), &edexml("2.1", "2025-2026", only, &pupil(""), ""));
        assert_eq!(told(db, "2026-03-13"), ["h3c + ne2 + wis1"], "an export without composed groups says nothing of them");
        bring_in_at(db, &days_later(2), &edexml("2.1", "2025-2026", groups, &pupil(""), ""));
        assert_eq!(told(db, "2026-03-14"), ["h3c"], "one that has them says who is in none");
    }

    fn school_data_sync_gives_the_class_without_a_course_and_the_others(database: &Database) {
        let db = &database.db;
        bring_in_upload(db, &sds(&[("a", "h3c.wis", "wis"), ("b", "h3c", ""), ("c", "h3.ne2", "ne")]));
        assert_eq!(told(db, "2026-03-12"), ["h3c + h3.ne2 + h3c.wis"]);
    }

    fn only_where_no_home_group_can_be_told_a_pupil_is_refused(database: &Database) {
        let catalogue = Catalogue::shipped().unwrap();
        for classes in [
            [("a", "h3c.wis", "wis"), ("b", "h3c.ne", "ne")].as_slice(),
            &[("a", "h3c", ""), ("b", "h3d", ""), ("c", "h3.ne2", "ne")],
        ] {
            let clock = Clock::fixed(morning());
            let id = imports::stage(&database.db, &clock, Actor::Cli, &catalogue, &sds(classes), &mut |_, _| {}).unwrap();
            let report = report(&database.db, &id);
            assert_eq!((report.new, report.refused.len()), (0, 1));
            assert!(report.refused[0].reason.contains("stamgroep"), "{:?}", report.refused);
            database.db.write_blocking(|conn| imports::forget(conn, &id)).unwrap();
        }
    }

    fn rows_with_days_are_a_pupil_who_moved(database: &Database) {
        let db = &database.db;
        let file = format!("{DATED}1;Noor;Vos;5B;5;2026-01-12;\n1;Noor;Vos;5A;5;;2026-01-09\n2;Sam;Bos;5A;5;;\n");
        let told_of = bring_in(db, &file).1;
        assert_eq!((told_of.new, told_of.refused.len()), (3, 0), "every row is counted");
        assert_eq!(told(db, "2025-10-02"), ["5A", "5A"]);
        assert_eq!(told(db, "2026-01-12"), ["5B", "5A"]);
        bring_in(db, &format!("{SCORES}1;2025-10-02;eigen;leerkracht;welbevinden;20\n1;2026-03-02;eigen;leerkracht;welbevinden;21\n"));
        let given: Vec<_> = stored(db).into_iter().map(|score| score.group.unwrap()).collect();
        assert_eq!(given, ["5A", "5B"], "each score with the group of its day");
        let again = bring_in(db, &file).1;
        assert_eq!((again.new, again.changed, again.unchanged), (0, 0, 3));
    }

    fn days_that_come_later_mend_the_place_of_a_known_pupil(database: &Database) {
        let db = &database.db;
        bring_in(db, "leerlingnummer;roepnaam;achternaam;groep;leerjaar\n1;Noor;Vos;5A;5\n");
        bring_in(db, &format!("{SCORES}1;2025-10-02;eigen;leerkracht;welbevinden;20\n"));
        let before = places(db);
        let file = format!("{DATED}1;Noor;Vos;4A;4;;2025-07-11\n1;Noor;Vos;5A;5;2025-08-01;2026-01-09\n1;Noor;Vos;5B;5;2026-01-12;\n");
        let (id, report) = bring_in(db, &file);
        assert_eq!((report.new, report.changed, report.unchanged), (0, 3, 0));
        assert_eq!(told(db, "2025-05-01"), ["4A"], "a row of an earlier school year");
        assert_eq!((told(db, "2026-01-09"), told(db, "2026-01-12")), (vec!["5A".to_owned()], vec!["5B".to_owned()]));
        assert_eq!(stored(db)[0].group.as_deref(), Some("5A"));
        undo(db, &id).expect("taken back");
        assert_eq!(places(db), before);
    }

    fn rows_with_more_groups_and_no_days_are_refused_with_what_to_do(database: &Database) {
        let db = &database.db;
        let open = format!("{DATED}1;Noor;Vos;5A;5;;\n1;Noor;Vos;5B;5;;\n");
        let overlap = format!("{DATED}1;Noor;Vos;5A;5;;2026-02-01\n1;Noor;Vos;5B;5;2026-01-12;\n");
        for file in [open, overlap] {
            let id = stage(db, &file).unwrap();
            let report = report(db, &id);
            assert_eq!((report.new, report.refused.len()), (0, 2));
            for word in ["regel 3", "uitstroomdatum", "clusters"] {
                assert!(report.refused[0].reason.contains(word), "{:?}", report.refused);
            }
            db.write_blocking(|conn| imports::forget(conn, &id)).unwrap();
        }
        let other_person = format!("{DATED}1;Noor;Vos;5A;5;;2026-01-09\n1;Sam;Bos;5B;5;2026-01-12;\n");
        let report = report(db, &stage(db, &other_person).unwrap());
        assert!(report.refused[0].reason.contains("andere gegevens"), "one number of two people: {:?}", report.refused);
    }
}
