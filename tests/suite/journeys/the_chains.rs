//! The chains over the log: what was changed, taken out, put in or cut off shows, and what was forgotten by the rules does
//! not count as that. Two workers make one chain.

use std::path::Path;
use std::process::Command;

use baken::ground::audit::{self, Entry};
use baken::ground::chain::{self, Chain, Checked, Fault, Flaw, What};
use baken::ground::db::schema::{audit as log, meldcode_reads, seals};
use baken::ground::{Conn, Db, Result};
use diesel::prelude::*;

use crate::support::server::morning;
use crate::support::{Database, both_databases};

/// Some lines in the log, sealed.
fn sealed(db: &Db, count: usize) -> Vec<String> {
    db.write_blocking(|conn| {
        for at in 0..count {
            let entry =
                Entry::of("cli", "view-pupil", "pupil", &at).because("test").detail(format!("n={at}"));
            audit::record(conn, morning(), &entry)?;
        }
        baken::care::meldcode::note(conn, morning(), None, "view", "file", "")?;
        while chain::seal(conn)? > 0 {}
        Ok(log::table.order(log::seq).select(log::id).load(conn)?)
    })
    .unwrap()
}

fn look(db: &Db) -> Checked {
    db.read_blocking(|conn| chain::verify(conn, Chain::Log)).unwrap()
}

/// Does something to the database behind the program's back.
fn tamper(db: &Db, sql: &str) {
    db.write_blocking(|conn| Ok(diesel::sql_query(sql).execute(conn)?)).unwrap();
}

fn faults(line: &str, flaw: Flaw) -> Vec<Fault> {
    vec![Fault { line: line.to_owned(), flaw }]
}

/// `baken audit verify`: its status and what it prints.
fn verify(database: &Database, seal: Option<&Path>) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baken"));
    command.env("BAKEN_DATABASE_URL", &database.url).args(["audit", "verify"]);
    if let Some(file) = seal {
        command.arg("--seal").arg(file);
    }
    let ran = command.output().expect("it runs");
    (ran.status.code().unwrap_or(-1), String::from_utf8_lossy(&ran.stdout).into_owned())
}

both_databases! {
    fn a_look_of_one_moment_does_not_see_what_is_written_meanwhile(database: &Database) {
        sealed(&database.db, 3);
        let (before, after) = database.db.read_at_once_blocking(|conn| {
            let lines = |conn: &mut Conn| -> Result<i64> { Ok(log::table.count().get_result(conn)?) };
            let before = lines(conn)?;
            tamper(&database.db, "DELETE FROM audit");
            Ok((before, lines(conn)?))
        }).unwrap();
        assert_eq!((before, after), (3, 3));
        let lines = database.db.read_blocking(|conn| Ok(log::table.count().get_result::<i64>(conn)?));
        assert_eq!(lines.unwrap(), 0);
    }

    fn what_was_sealed_and_left_alone_holds(database: &Database) {
        let lines = sealed(&database.db, 450);
        assert_eq!(lines.len(), 450);
        let found = look(&database.db);
        assert!(found.faults.is_empty() && found.last.is_some(), "{found:?}");
        assert_eq!(verify(database, None), (0, String::new()));
        // More is written and sealed: the old seals stay.
        let old = found.last.unwrap();
        sealed(&database.db, 3);
        assert_eq!(look(&database.db).faults, []);
        assert!(database.db.read_blocking(|conn| chain::holds(conn, Chain::Log, &old)).unwrap());
    }

    fn an_altered_line_shows_by_its_name(database: &Database) {
        let lines = sealed(&database.db, 5);
        for change in ["account_id = 'other'", "at = '2026-01-01 00:00:00'", "subject_id = '9'", "detail = ''", "reason = 'x'"] {
            let kept: Vec<(chrono::NaiveDateTime, Option<String>, String, String, String)> = database
                .db
                .read_blocking(|conn| {
                    let line = log::table.find(&lines[2]);
                    Ok(line.select((log::at, log::account_id, log::subject_id, log::detail, log::reason)).load(conn)?)
                })
                .unwrap();
            tamper(&database.db, &format!("UPDATE audit SET {change} WHERE id = '{}'", lines[2]));
            assert_eq!(look(&database.db).faults, faults(&lines[2], Flaw::Altered), "{change}");
            assert_eq!(verify(database, None), (1, format!("log altered {}\n", lines[2])));
            let (at, account, subject, detail, reason) = kept[0].clone();
            database
                .db
                .write_blocking(|conn| {
                    Ok(diesel::update(log::table.find(&lines[2]))
                        .set((log::at.eq(at), log::account_id.eq(account), log::subject_id.eq(subject), log::detail.eq(detail), log::reason.eq(reason)))
                        .execute(conn)?)
                })
                .unwrap();
            assert_eq!(look(&database.db).faults, [], "and put back it holds again");
        }
    }

    fn a_line_taken_out_or_put_in_shows(database: &Database) {
        let lines = sealed(&database.db, 5);
        tamper(&database.db, &format!("DELETE FROM audit WHERE id = '{}'", lines[1]));
        assert_eq!(look(&database.db).faults, faults(&lines[1], Flaw::Missing));
        // The seal with it: then the next one does not follow.
        tamper(&database.db, &format!("DELETE FROM seals WHERE chain = 'log' AND line_id = '{}'", lines[1]));
        assert_eq!(look(&database.db).faults, faults(&lines[2], Flaw::Broken));

        tamper(&database.db, "INSERT INTO audit (id, at, actor, action, subject_kind, subject_id, seq) VALUES ('made-up', '2026-03-12 08:00:00', 'cli', 'view-pupil', 'pupil', '7', 2)");
        assert!(look(&database.db).faults.contains(&Fault { line: "made-up".to_owned(), flaw: Flaw::Added }));
    }

    fn an_end_that_was_cut_off_shows_against_the_seal_that_was_kept(database: &Database) {
        let lines = sealed(&database.db, 5);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("last-seal");
        assert_eq!(verify(database, Some(&file)).0, 0);
        let kept = std::fs::read_to_string(&file).unwrap();
        assert!(kept.starts_with("log ") && kept.contains("\nmeldcode "), "{kept}");
        // Later, with more in it, the chain still holds the seal of then; the file gets that of now.
        sealed(&database.db, 2);
        assert_eq!(verify(database, Some(&file)), (0, String::new()));
        assert_ne!(std::fs::read_to_string(&file).unwrap(), kept);

        let cut = format!("('{}', '{}')", lines[4], lines[3]);
        tamper(&database.db, "DELETE FROM audit WHERE seq >= 4");
        tamper(&database.db, "DELETE FROM seals WHERE chain = 'log' AND seq >= 4");
        assert_eq!(look(&database.db).faults, [], "what is left is whole in itself: {cut}");
        let (status, told) = verify(database, Some(&file));
        assert_eq!((status, told.starts_with("log cut-off")), (1, true), "{told}");
    }

    fn what_is_forgotten_by_the_rules_leaves_the_chain_whole(database: &Database) {
        let lines = sealed(&database.db, 6);
        let forget = |what, lines: &[String]| {
            database.db.write_blocking(|conn| chain::forget_from_log(conn, morning(), what, lines)).unwrap();
        };
        forget(What::Words, &lines[0..2]);
        forget(What::Lines, &lines[1..4]);
        assert_eq!(look(&database.db).faults, []);
        let (left, salts): (i64, i64) = database
            .db
            .read_blocking(|conn| {
                let salted = seals::table.filter(seals::chain.eq(Chain::Log)).filter(seals::line_salt.is_not_null());
                Ok((log::table.filter(log::id.eq_any(&lines)).count().get_result(conn)?, salted.count().get_result(conn)?))
            })
            .unwrap();
        assert_eq!((left, salts), (3, 3), "with a line its salt goes, so that its hash tells nothing");
        // Sealed on, and still whole; the line that says so is in the chain like any other.
        let all = sealed(&database.db, 1);
        assert_eq!(verify(database, None), (0, String::new()));
        // One more taken out under the cover of what was forgotten: the number does not fit.
        tamper(&database.db, &format!("DELETE FROM audit WHERE id = '{}'", lines[5]));
        tamper(&database.db, &format!(
            "UPDATE seals SET line_salt = NULL, words_salt = NULL, line_gone_by = (SELECT MAX(line_gone_by) FROM seals) WHERE line_id = '{}'", lines[5]
        ));
        let found = look(&database.db).faults;
        assert!(found.contains(&Fault { line: lines[5].clone(), flaw: Flaw::Missing }), "{found:?}");
        assert!(all.len() > 3);
    }

    fn the_meldcode_has_a_chain_of_its_own(database: &Database) {
        sealed(&database.db, 2);
        tamper(&database.db, "UPDATE meldcode_reads SET account_id = 'other'");
        let line: String = database.db.read_blocking(|conn| Ok(meldcode_reads::table.select(meldcode_reads::id).first(conn)?)).unwrap();
        assert_eq!(verify(database, None), (1, format!("meldcode altered {line}\n")));
        assert_eq!(look(&database.db).faults, [], "the other chain stands");
    }

    fn two_workers_make_one_chain(database: &Database) {
        let other = Db::open(&database.url, 2).unwrap();
        let write_and_seal = |db: &Db| {
            for at in 0..40 {
                db.write_blocking(|conn| audit::record(conn, morning(), &Entry::of("cli", "view-pupil", "pupil", &at))).unwrap();
                db.write_blocking(chain::seal).unwrap();
            }
        };
        std::thread::scope(|scope| {
            scope.spawn(|| write_and_seal(&database.db));
            scope.spawn(|| write_and_seal(&other));
        });
        let found = look(&database.db);
        assert!(found.faults.is_empty(), "{found:?}");
        let seals: i64 = database.db.read_blocking(|conn| Ok(seals::table.count().get_result(conn)?)).unwrap();
        assert_eq!(seals, 80);
    }
}
