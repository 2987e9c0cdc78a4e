//! Who hears by mail that something waits, and what is forgotten in the night.

use baken::ground::audit::Entry;
use baken::ground::outbox::{self, Task};
use baken::ground::scope::Role;
use baken::ground::{ReferralId, Result};
use baken::notifications;
use baken::school::accounts::manage::{self, NewAccount};
use diesel::prelude::*;
use serde_json::json;

use super::Town;
use super::referring::sent;
use crate::support::cast::{COORDINATOR, MENTOR, OTHER_MENTOR, PASSWORD, bring_in};
use crate::support::{MailServer, both_databases};

const SECOND: &str = "zorg2@wilgen.example";

/// Who got mail.
fn told(mail: &MailServer) -> Vec<String> {
    mail.mails().into_iter().map(|one| one.to).collect()
}

both_databases! {
    async fn an_urgent_concern_is_mailed_at_once_also_about_what_is_in_hand(database: Database) {
        let (town, mail) = Town::with_mail(database);
        let signal = town.worry_about_tom(false).await;
        town.app.work().await;
        assert!(told(&mail).is_empty(), "what is not urgent waits on the list");
        let decision = json!({"event": "in_conversation", "look_on": "2026-05-01"});
        let path = format!("/api/v1/signals/{signal}/decisions");
        town.api(COORDINATOR).post(&path, decision).await.is(200);
        town.days_pass(1).await;
        town.worry_about_tom(true).await;
        town.app.work().await;
        assert_eq!(told(&mail), [COORDINATOR]);
    }

    async fn the_mentor_of_today_is_told(database: Database) {
        let town = Town::new(database);
        town.noor_has_fallen().await;
        let who = || {
            let (school, today) = (town.cast.school.clone(), town.app.state.clock.today());
            town.read(|conn| notifications::recipients(conn, &school, today))
        };
        assert_eq!(who(), [town.account(MENTOR)]);
        town.days_pass(1).await;
        let moved = "leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar;mentor\n021;Noor;Vos;2015-05-05;6A;6;\n";
        bring_in(&town.app.state.db, &town.app.state.clock, "99ZZ", moved);
        town.days_pass(1).await;
        assert_eq!(who(), [town.account(OTHER_MENTOR)]);
    }

    async fn a_partners_answer_reaches_the_school_when_who_asked_has_left(database: Database) {
        let (town, mail) = Town::with_mail(database);
        let signal = town.noor_has_fallen().await;
        let (id, _) = sent(&town, &signal).await;
        town.app.work().await;
        let now = town.app.state.clock.now();
        let before = told(&mail).len();
        town.write(|conn| {
            let by = Entry::of("test", "join", "account", "");
            let roles = [(Role::Coordinator, Some(town.cast.school.clone()))];
            manage::add(conn, now, &by, &NewAccount { email: SECOND, name: "Zo", password: PASSWORD, roles: &roles })?;
            manage::disable(conn, now, &by, COORDINATOR)?;
            outbox::enqueue(conn, now, &Task::ReferralMoved { referral: ReferralId(id.clone()) })
        });
        town.app.work().await;
        let after = told(&mail);
        assert!(after.len() == before + 1 && after.iter().any(|to| to == SECOND), "{after:?}");
    }

    async fn a_letter_that_fails_repeats_no_other(database: Database) {
        use baken::ground::db::schema::accounts;
        let (town, mail) = Town::with_mail(database);
        let signal = town.noor_has_fallen().await;
        let (id, _) = sent(&town, &signal).await;
        town.app.work().await;
        let now = town.app.state.clock.now();
        let before = told(&mail).len();
        let owner = town.account(COORDINATOR);
        // Who asked no longer coordinates; of the two who do, one address cannot be mailed to.
        town.write(|conn| {
            let by = Entry::of("test", "join", "account", "");
            let roles = [(Role::Coordinator, Some(town.cast.school.clone()))];
            for email in [SECOND, "zorg3@wilgen.example"] {
                manage::add(conn, now, &by, &NewAccount { email, name: "Zo", password: PASSWORD, roles: &roles })?;
            }
            let first = accounts::table.filter(accounts::email.eq("zorg3@wilgen.example"));
            diesel::update(first).set(accounts::email.eq("geen adres")).execute(conn)?;
            manage::set_roles(conn, now, now.date(), &by, &owner, &town.cast.school, &[Role::Mentor])?;
            outbox::enqueue(conn, now, &Task::ReferralMoved { referral: ReferralId(id.clone()) })
        });
        for _ in 0..3 {
            town.app.work().await;
            town.app.state.clock.advance(chrono::Duration::minutes(10));
        }
        let after = told(&mail);
        assert_eq!(after[before..], [SECOND.to_owned()], "{after:?}");
        let left = town.read(outbox::waiting);
        assert_eq!((left.len(), left[0].kind.as_str(), left[0].attempts), (1, "tell_of_referral", 3));
    }

    fn a_task_is_finished_once(database: &Database) {
        let now = crate::support::server::morning();
        let finished: Result<(bool, bool)> = database.db.write_blocking(|conn| {
            outbox::enqueue(conn, now, &Task::NewSignals { account: "iemand".into() })?;
            let task = outbox::claim(conn, now)?.expect("the task");
            Ok((outbox::finish(conn, now, &task)?, outbox::finish(conn, now, &task)?))
        });
        assert_eq!(finished.unwrap(), (true, false));
    }

    async fn what_is_of_no_use_any_more_is_forgotten(database: Database) {
        use baken::ground::db::schema::{login_failures, outbox, partner_visits, sessions};
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let (id, _) = sent(&town, &signal).await;
        town.app.work().await;
        town.passer_by().send("/inloggen", &[("email", MENTOR), ("password", "iets anders, ook lang")]).await;
        town.at_the_pages(MENTOR).await;
        let until = town.app.state.clock.now() + chrono::Duration::hours(8);
        town.write(|conn| {
            diesel::insert_into(partner_visits::table).values((
                partner_visits::visit_hash.eq("hash"),
                partner_visits::referral_id.eq(&id),
                partner_visits::expires_at.eq(until),
            )).execute(conn)?;
            Ok(())
        });
        let kept = || town.read(|conn| Ok((
            login_failures::table.count().get_result::<i64>(conn)?,
            sessions::table.count().get_result::<i64>(conn)?,
            partner_visits::table.count().get_result::<i64>(conn)?,
            outbox::table.filter(outbox::done_at.is_not_null()).count().get_result::<i64>(conn)?,
        )));
        town.days_pass(0).await;
        let (failures, open, visits, done) = kept();
        assert!(failures == 1 && open == 1 && visits == 1 && done > 2, "{:?}", kept());
        town.days_pass(2).await;
        // A session that ended stays known for some days: what is sent with it is kept for whose it was.
        assert_eq!(kept(), (0, 1, 0, done));
        town.days_pass(29).await;
        assert_eq!((kept().1, kept().3), (0, 0));
    }
}

#[test]
fn a_mail_server_that_cannot_be_read_keeps_the_service_from_starting() {
    use std::process::Command;
    let folder = tempfile::TempDir::new().unwrap();
    let baken = |word: &str| {
        Command::new(env!("CARGO_BIN_EXE_baken"))
            .arg(word)
            .env("BAKEN_DATABASE_URL", format!("sqlite://{}", folder.path().join("baken.db").display()))
            .env("BAKEN_SECRET", "a secret of the tests, long enough to pass")
            .env("BAKEN_HTTP_ADDRESS", "127.0.0.1:0")
            .env("BAKEN_SMTP_URL", "geen adres")
            .current_dir(folder.path())
            .output()
            .unwrap()
    };
    assert!(baken("migrate").status.success());
    let ended = baken("serve");
    assert_eq!(ended.status.code(), Some(1), "{ended:?}");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(said.contains("BAKEN_SMTP_URL") && !said.contains("serves"), "{said}");
}
