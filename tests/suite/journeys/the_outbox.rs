//! What must still happen: done once by whoever comes first, tried again when it fails, and visible meanwhile.

use baken::ground::outbox::{self, Task, Waiting};
use baken::ground::{Config, Db};
use baken::notifications::mailer::Mailer;
use baken::worker;
use chrono::Duration;

use super::Town;
use crate::support::cast::COORDINATOR;
use crate::support::process::free_port;
use crate::support::server::morning;
use crate::support::{MailServer, both_databases};

/// What waits, as the admin sees it.
fn waiting(town: &Town) -> Vec<Waiting> {
    town.read(outbox::waiting)
}

/// Asks to mail the coordinator that signals wait.
fn a_letter(town: &Town) {
    let account = town.account(COORDINATOR);
    let now = town.app.state.clock.now();
    town.write(|conn| outbox::enqueue(conn, now, &Task::NewSignals { account }));
}

/// A worker that takes what it can get and finishes nothing.
fn claims(db: &Db, tries: usize) -> Vec<String> {
    let mut claimed = Vec::new();
    for _ in 0..tries {
        let one = db.write_blocking(|conn| outbox::claim(conn, morning()));
        claimed.extend(one.expect("the outbox answers").map(|task| task.id));
    }
    claimed
}

both_databases! {
    fn two_workers_never_hold_the_same_task(database: &Database) {
        let db = &database.db;
        let tasks = 24;
        for at in 0..tasks {
            let task = Task::NewSignals { account: format!("{at}").as_str().into() };
            db.write_blocking(|conn| outbox::enqueue(conn, morning(), &task)).unwrap();
        }
        let mut claimed: Vec<String> = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..3).map(|_| scope.spawn(|| claims(db, 40))).collect();
            workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
        });
        assert_eq!(claimed.len(), tasks);
        claimed.sort();
        claimed.dedup();
        assert_eq!(claimed.len(), tasks);
        // A worker that died gives its tasks back when the lease is over.
        let claim_at = |minutes| db.write_blocking(|conn| outbox::claim(conn, morning() + Duration::minutes(minutes))).unwrap();
        assert!(claim_at(5).is_none());
        assert_eq!(claim_at(6).expect("a task").attempt, 2);
    }

    async fn mail_that_fails_is_tried_again_with_growing_pauses(database: Database) {
        let nobody_listens = format!("smtp://127.0.0.1:{}", free_port());
        let town = Town::with(database, |config| config.smtp_url = nobody_listens);
        a_letter(&town);
        assert_eq!(town.app.work().await, 1);
        let mut asked = town.app.state.clock.now();
        for (attempts, pause) in [(1, 1), (2, 2), (3, 4)] {
            let row = waiting(&town).remove(0);
            assert_eq!((row.kind.as_str(), row.attempts), ("new_signals", attempts));
            assert_eq!(row.run_after, asked + Duration::minutes(pause));
            assert!(!row.last_error.expect("what went wrong").is_empty());
            assert_eq!(town.app.work().await, 0, "not before its time");
            town.app.state.clock.advance(Duration::minutes(pause));
            asked = town.app.state.clock.now();
            assert_eq!(town.app.work().await, 1);
        }

        // Once the server is there, the letter goes, once.
        let mail = MailServer::start();
        let config = Config { smtp_url: mail.url(), ..(*town.app.state.config).clone() };
        let mailer = Mailer::new(&config).unwrap();
        town.app.state.clock.advance(Duration::minutes(8));
        assert!(worker::step(&town.app.state, &mailer).await.unwrap());
        assert!(!worker::step(&town.app.state, &mailer).await.unwrap());
        assert!(waiting(&town).is_empty());
        let mails = mail.mails();
        assert_eq!((mails.len(), mails[0].to.as_str()), (1, COORDINATOR));
    }

    async fn a_task_that_fails_keeps_no_other_waiting(database: Database) {
        let (town, mail) = Town::with_mail(database);
        let nowhere = Task::RaiseSignals { school: "geen-school".into() };
        town.write(|conn| outbox::enqueue(conn, morning(), &nowhere));
        a_letter(&town);
        assert_eq!(town.app.work().await, 2);
        assert_eq!(mail.mails().len(), 1);
        let left = waiting(&town);
        assert_eq!((left.len(), left[0].kind.as_str()), (1, "raise_signals"));
    }

    async fn the_token_of_a_link_is_gone_from_the_outbox_once_it_was_mailed(database: Database) {
        use baken::ground::db::schema::outbox::dsl::{outbox, payload};
        use diesel::prelude::*;
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        super::referring::sent(&town, &signal).await;
        let tokens = |town: &Town| {
            let kept: Vec<String> = town.read(|conn| Ok(outbox.select(payload).load(conn)?));
            kept.iter().filter(|one| one.contains("token")).count()
        };
        assert_eq!(tokens(&town), 1);
        town.app.work().await;
        assert_eq!(tokens(&town), 0);
    }

    async fn what_cannot_be_read_waits_in_sight_and_keeps_no_other_waiting(database: Database) {
        use baken::ground::db::schema::outbox::dsl::{outbox as table, payload};
        use diesel::prelude::*;
        let town = Town::new(database);
        a_letter(&town);
        town.write(|conn| Ok(diesel::update(table).set(payload.eq("{\"token\":\"geheim\"}")).execute(conn)?));
        a_letter(&town);
        assert_eq!(town.app.work().await, 1);
        let row = waiting(&town).remove(0);
        assert_eq!((row.attempts, row.last_error.as_deref()), (1, Some("the payload cannot be read")));
        assert_eq!(row.run_after, morning() + Duration::minutes(1));
        assert_eq!(town.app.work().await, 0);
    }

    fn who_comes_back_after_the_lease_changes_nothing(database: &Database) {
        let db = &database.db;
        let task = Task::NewSignals { account: "1".into() };
        let at = |minutes| morning() + Duration::minutes(minutes);
        db.write_blocking(|conn| outbox::enqueue(conn, at(0), &task)).unwrap();
        let claim = |minutes| db.write_blocking(|conn| outbox::claim(conn, at(minutes))).unwrap();
        let slow = claim(0).expect("the task");
        let other = claim(6).expect("the task again");
        db.write_blocking(|conn| outbox::retry(conn, at(7), &slow, "too slow")).unwrap();
        db.write_blocking(|conn| outbox::finish(conn, at(7), &slow)).unwrap();
        assert!(claim(10).is_none(), "the other still holds it");
        let row = &db.read_blocking(outbox::waiting).unwrap()[0];
        assert_eq!((row.attempts, &row.last_error), (2, &None));
        db.write_blocking(|conn| outbox::finish(conn, at(11), &other)).unwrap();
        assert!(db.read_blocking(outbox::waiting).unwrap().is_empty());
    }
}
