//! `baken user tie` and `untie` as they are called: what they do, what they refuse and with which exit status.

use std::process::Command;

use baken::ground::db::schema::audit;
use baken::ground::scope::RelationKind;
use baken::school::accounts::store as accounts;
use diesel::prelude::*;

use crate::support::cast::{self, MENTOR, STAFF};
use crate::support::{Database, both_databases};

/// Calls `baken user` on a database; gives its exit status and what it said.
fn user(database: &Database, words: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_baken"))
        .env("BAKEN_DATABASE_URL", &database.url)
        .arg("user")
        .args(words)
        .output()
        .expect("the program runs");
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// A person's ties, as kind, first and last day.
fn ties(database: &Database, email: &str) -> Vec<(RelationKind, String, Option<String>)> {
    let found = database.db.read_blocking(|conn| {
        let account = accounts::by_email(conn, email)?.expect("an account");
        accounts::relations_of(conn, &[account.id])
    });
    let of = |tie: baken::school::model::Relation| {
        (tie.kind, tie.starts_on.to_string(), tie.ends_on.map(|last| last.to_string()))
    };
    found.expect("ties").into_iter().map(of).filter(|(kind, ..)| *kind != RelationKind::Mentor).collect()
}

fn lines(database: &Database) -> Vec<(String, String)> {
    let found = database.db.read_blocking(|conn| {
        let of_ties = audit::table.filter(audit::action.eq_any(["tie", "untie"])).order(audit::id);
        Ok(of_ties.select((audit::actor, audit::action)).load(conn)?)
    });
    found.expect("lines")
}

both_databases! {
    fn a_tie_is_made_and_ended_with_a_line_each(database: &Database) {
        cast::gather(&database.db);
        let school = ["--school", "99ZZ", "--email", MENTOR];
        let call = |words: &[&str]| user(database, &[words, &school[..]].concat());
        // The program lives today: days that lie ahead are safe from its clock.
        let made = call(&["tie", "--as", "slb", "--pupil", "001", "--from", "2099-09-01", "--until", "2099-12-31"]);
        assert_eq!(made.0, 0, "{made:?}");
        assert_eq!(ties(database, MENTOR), [(RelationKind::Slb, "2099-09-01".to_owned(), Some("2099-12-31".to_owned()))]);
        let again = call(&["tie", "--as", "slb", "--pupil", "001", "--from", "2099-12-31"]);
        assert!(again.0 == 2 && again.1.contains("al in deze dagen"), "{again:?}");
        let ended = call(&["untie", "--as", "slb", "--pupil", "001", "--until", "2099-10-31"]);
        assert_eq!(ended.0, 0, "{ended:?}");
        assert_eq!(ties(database, MENTOR)[0].2.as_deref(), Some("2099-10-31"));
        // Ended before it began: it never was.
        assert_eq!(call(&["untie", "--as", "slb", "--pupil", "001"]).0, 0);
        assert_eq!(ties(database, MENTOR), []);
        let line = |action: &str| ("cli".to_owned(), action.to_owned());
        assert_eq!(lines(database), [line("tie"), line("untie"), line("untie")]);
    }

    fn what_cannot_be_tied_is_refused_and_changes_nothing(database: &Database) {
        cast::gather(&database.db);
        let tie = |email: &str, more: &[&str]| {
            user(database, &[&["tie", "--email", email, "--school", "99ZZ"], more].concat())
        };
        let cases: [(&str, &[&str], &str); 6] = [
            (MENTOR, &["--as", "duo", "--group", "9Z"], "geen groep"),
            (MENTOR, &["--as", "duo", "--pupil", "999"], "geen leerling"),
            (MENTOR, &["--as", "duo", "--pupil", "001", "--from", "2099-02-02", "--until", "2099-02-01"], "voor de eerste"),
            (STAFF, &["--as", "betrokkene", "--pupil", "001"], "met de rol mentor"),
            ("niemand@wilgen.example", &["--as", "duo", "--pupil", "001"], "account"),
            (MENTOR, &["--as", "oom", "--pupil", "001"], "oom"),
        ];
        for (email, more, why) in cases {
            let (status, said) = tie(email, more);
            assert!(status == 2 && said.contains(why), "{why}: {status} {said}");
        }
        for more in [&["--as", "duo"][..], &["--as", "duo", "--group", "6A", "--pupil", "001"]] {
            assert_eq!(tie(MENTOR, more).0, 2, "{more:?}");
        }
        let none = user(database, &["untie", "--email", MENTOR, "--school", "99ZZ", "--as", "duo", "--pupil", "001"]);
        assert_eq!(none.0, 2, "{none:?}");
        assert_eq!((ties(database, MENTOR), lines(database)), (vec![], vec![]));
    }
}
