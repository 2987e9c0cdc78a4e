//! Mentors in a roster: who is named is tied to the group, who is no longer named is not.

use baken::ground::Db;
use baken::ground::scope::Role;
use baken::school::store::{mentors, places, school_by_brin};

use super::doors::account;
use super::{ROSTER, bring_in, undo};
use crate::support::{both_databases, server::morning};

/// A roster of two groups with these mentors; none: the cell is empty.
fn roster(of_5a: &str, of_6a: &str) -> String {
    let header = ROSTER.trim_end();
    format!("{header};mentor\n1;Noor;;Vos;;5A;5;{of_5a}\n2;Sam;;Bos;;6A;6;{of_6a}\n")
}

/// The mentors of a group today.
fn of_group(db: &Db, name: &str) -> Vec<String> {
    let today = morning().date();
    let found = db.read_blocking(|conn| {
        let school = school_by_brin(conn, "99ZZ")?.expect("the school");
        let all = places(conn, &school.id, today)?;
        let group = all.into_iter().find(|(_, group)| group.name == name);
        mentors(conn, &group.expect("the group").1.id, today)
    });
    let accounts = found.expect("mentors").into_iter();
    accounts.map(|(id, _)| id.0).collect()
}

both_databases! {
    fn who_is_no_longer_named_loses_the_group_until_that_is_undone(database: &Database) {
        let db = &database.db;
        bring_in(db, &roster("", ""));
        account(database, "juf@wilgen.example", Role::Mentor);
        account(database, "meester@wilgen.example", Role::Mentor);
        let outcome = bring_in(db, &roster("Juf@Wilgen.example", "juf@wilgen.example")).1;
        assert!(outcome.staff["juf@wilgen.example"].account);
        let (juf, six) = (of_group(db, "5A"), of_group(db, "6A"));
        assert_eq!((juf.len(), &six), (1, &juf));

        // Another mentor for 5A; 6A has no name this time, so nothing is said about it.
        let (change, _) = bring_in(db, &roster("meester@wilgen.example", ""));
        let meester = of_group(db, "5A");
        assert_eq!(meester.len(), 1);
        assert_ne!(meester, juf);
        assert_eq!(of_group(db, "6A"), juf);

        // Somebody without an account takes over: the group is nobody's rather than the former mentor's.
        let (nobody, _) = bring_in(db, &roster("nieuw@wilgen.example", ""));
        assert!(of_group(db, "5A").is_empty());
        undo(db, &nobody).unwrap();
        assert_eq!(of_group(db, "5A"), meester);
        undo(db, &change).unwrap();
        assert_eq!(of_group(db, "5A"), juf);
    }
}
