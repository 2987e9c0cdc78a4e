//! The support itself, tried out: a support that silently does nothing would make every test green.

use baken::ground::Error;
use baken::school::store;

use crate::support::browser::LOOKS;
use crate::support::{App, Browser, Database, MailServer, both_databases, client};

both_databases! {
    fn a_test_has_a_migrated_database_of_its_own(database: &Database) {
        assert!(database.db.is_current().unwrap());
        let schools = database.db.read_blocking(store::all_schools).unwrap();
        assert!(schools.is_empty());
    }

    fn migrations_can_be_taken_back_and_run_again(database: &Database) {
        database.db.revert_all().unwrap();
        assert!(!database.db.is_current().unwrap());
        assert!(database.db.migrate().unwrap() > 0);
        assert!(database.db.is_current().unwrap());
    }

    fn an_error_stores_nothing(database: &Database) {
        use baken::ground::{audit, audit::Entry};
        let now = crate::support::server::morning();
        let refused = database.db.write_blocking(|conn| {
            audit::record(conn, now, &Entry::of("test", "look", "nothing", "1"))?;
            Err::<(), _>(Error::internal("stop"))
        });
        assert!(refused.is_err());
        let lines = database.db.read_blocking(|conn| {
            use baken::ground::db::schema::audit;
            use diesel::prelude::*;
            Ok(audit::table.count().get_result::<i64>(conn)?)
        });
        assert_eq!(lines.unwrap(), 0);
    }

    async fn the_service_answers(database: Database) {
        let app = App::start(database);
        let answer = client().get(app.at("/inloggen")).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200);
        assert_eq!(app.work().await, 0);
    }
}

#[test]
fn mail_is_read_back_as_it_was_sent() {
    use lettre::message::header::ContentType;
    use lettre::{Message, SmtpTransport, Transport};
    let server = MailServer::start();
    let mail = Message::builder()
        .from("Baken <baken@baken.example>".parse().unwrap())
        .to("zorg@wilgen.example".parse().unwrap())
        .subject("Een bericht voor u – één")
        .header(ContentType::TEXT_PLAIN)
        .body("Er staat iets voor u klaar: privé.".to_owned())
        .unwrap();
    SmtpTransport::from_url(&server.url()).unwrap().build().send(&mail).unwrap();
    let mails = server.mails();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Een bericht voor u – één");
    assert_eq!(mails[0].text.trim(), "Er staat iets voor u klaar: privé.");
    assert_eq!(mails[0].to, "zorg@wilgen.example");
    assert!(mails[0].from.contains("baken@baken.example"));
    assert!(mails[0].raw.contains("Content-Transfer-Encoding"));
}

#[tokio::test]
async fn axe_objects_to_a_bad_page_and_the_width_is_kept() {
    let browser = Browser::open().await;
    browser.go("data:text/html,<title>x</title><img src=x><button></button>").await;
    let objections = browser.objections().await;
    assert!(objections.iter().any(|o| o.starts_with("image-alt")), "{objections:?}");
    for look in LOOKS {
        browser.look(look).await;
        let wide = browser.ask("return innerWidth").await;
        assert_eq!(wide.as_u64(), Some(u64::from(look.width)));
        let dark = browser.ask("return matchMedia('(prefers-color-scheme: dark)').matches").await;
        assert_eq!(dark.as_bool(), Some(look.dark));
    }
    browser.close().await;
}

#[tokio::test]
async fn the_login_page_stands_in_all_four_looks() {
    let app = App::start(Database::sqlite());
    let browser = Browser::open().await;
    browser.judge(&app.at("/inloggen"), "inloggen").await;
    browser.close().await;
}

#[tokio::test]
async fn a_person_logs_in_and_out_as_people_do() {
    use baken::ground::audit::Entry;
    use baken::ground::scope::Role;
    use baken::school::accounts::manage::{self, NewAccount};
    let app = App::start(Database::sqlite());
    let (now, entry) = (app.state.clock.now(), Entry::of("test", "add-account", "account", ""));
    let new = NewAccount {
        email: "r.degraaf@bestuur.example",
        name: "Robert de Graaf",
        password: "een lang wachtwoord",
        roles: &[(Role::Admin, None)],
    };
    app.state.db.write_blocking(|conn| manage::add(conn, now, &entry, &new)).unwrap();

    let browser = Browser::open().await;
    browser.go(&app.at("/inloggen")).await;
    browser.fill("email", new.email).await;
    browser.fill("password", "iets anders, ook lang").await;
    browser.press("Inloggen").await;
    browser.sees("klopt niet").await;
    browser.log_in(&app.url, new.email, new.password).await;
    browser.go(&app.at("/welkom")).await;
    browser.sees(new.name).await;
    browser.press("Uitloggen").await;
    browser.sees_no(new.name).await;
    browser.close().await;
}
