//! Critical answers: they come in once the school has named two readers; those two alone see them, one of them reads within
//! a school day, else the second is reminded. The tests begin on Thursday 12 March 2026.

use baken::evidence::imports::{
    self, Actor,
    merge::{self, Merge},
};
use baken::evidence::list_consents::{self, GivenBy, ListConsent};
use baken::ground::audit::Entry;
use baken::ground::db::schema::{
    audit, critical_answers, import_rows, list_consents as list_consents_table, pupils,
};
use baken::ground::scope::Role;
use baken::ground::{Error, PupilId, Result};
use baken::school::accounts::manage::{self, NewAccount};
use diesel::prelude::*;
use serde_json::json;

use super::referring::complete_draft;
use super::{Town, Visitor};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, LEADER, MENTOR, PASSWORD};

const SECOND: &str = "zorg2@wilgen.example";
const THIRD: &str = "zorg3@wilgen.example";
const NOOR: &str = "Noor V.";
const READERS: &str = "/school/afspraken/lezers";

const LIST: &str = r#"
[[scale]]
code = "stemming"
name = "Stemming"
domain = "stemming"
min = 0
max = 8
high_is = "concern"
[[item]]
code = "v1"
scale = "stemming"
critical_from = 3
[[item]]
code = "v2"
scale = "stemming"
"#;

/// Noor (021) gives a critical answer, Tom (001) one below the border; both answer another item as well.
const ANSWERS: &str = "leerlingnummer;afnamedatum;instrument;informant;item;antwoord\n\
                       021;2026-03-02;pols;leerling;v1;4\n\
                       021;2026-03-02;pols;leerling;v2;4\n\
                       001;2026-03-02;pols;leerling;v1;2\n\
                       001;2026-03-02;pols;leerling;v2;0\n\
                       999;2026-03-02;pols;leerling;v1;4\n";

impl Town {
    /// Two more coordinators, and who reads.
    async fn with_readers(&self) {
        for email in [SECOND, THIRD] {
            let (now, school) = (self.app.state.clock.now(), self.cast.school.clone());
            let roles: &[_] = &[(Role::Coordinator, Some(school))];
            let new = NewAccount { email, name: email, password: PASSWORD, roles };
            self.write(|conn| manage::add(conn, now, &Entry::of("test", "add", "account", ""), &new));
        }
        let coordinator = self.at_the_pages(COORDINATOR).await;
        self.name_readers(&coordinator, COORDINATOR, SECOND, "not_taken").await.is(303);
    }

    async fn name_readers(
        &self,
        by: &Visitor<'_>,
        first: &str,
        second: &str,
        in_holidays: &str,
    ) -> super::Told {
        let (first, second) = (self.account(first).0, self.account(second).0);
        let form = [
            ("school", self.cast.school.0.as_str()),
            ("first", first.as_str()),
            ("second", second.as_str()),
            ("in_holidays", in_holidays),
            ("line", "De een vervangt de ander; bij gevaar 112."),
        ];
        by.send(READERS, &form).await
    }

    /// Whether there is a row on Noor in somebody's list.
    async fn list_of(&self, email: &str) -> String {
        self.at_the_pages(email).await.open("/signalen").await.is(200).text
    }

    fn mails(&self) -> usize {
        std::fs::read_dir(&self.app.state.config.mail_dir).expect("a folder").count()
    }
}

/// A town with two readers and a critical answer of Noor, raised.
pub async fn with_a_critical_answer(database: crate::support::Database) -> Town {
    let town = Town::knowing_pols(database, LIST);
    town.with_readers().await;
    town.offer(ANSWERS).expect("the answers");
    town.app.work().await;
    town
}

/// The same, but the school closes first (`close`).
pub async fn answered_in_a_closed_week(
    database: crate::support::Database,
    close: impl AsyncFnOnce(&Town),
) -> Town {
    let town = Town::knowing_pols(database, LIST);
    town.with_readers().await;
    close(&town).await;
    town.offer(ANSWERS).expect("the answers");
    town.app.work().await;
    town
}

both_databases! {
    async fn nothing_is_kept_until_two_readers_are_named(database: Database) {
        let town = Town::knowing_pols(database, LIST);
        let refused = |outcome: Result<_>| match outcome {
            Err(Error::Refused(message)) => message.key.into_owned(),
            _ => panic!("not refused"),
        };
        assert_eq!(refused(town.offer(ANSWERS).map(|_| ())), "items-no-agreement");
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let page = coordinator.open("/school/afspraken").await.is(200).text;
        assert!(page.contains("Deze regel staat uit"), "{page}");
        let same = town.name_readers(&coordinator, COORDINATOR, COORDINATOR, "read").await.is(422);
        assert!(same.text.contains("twee verschillende lezers"), "{same:?}");
        let mentor = town.name_readers(&coordinator, COORDINATOR, MENTOR, "read").await.is(422);
        assert!(mentor.text.contains("is zorgcoördinator van deze school"), "{mentor:?}");
        town.with_readers().await;
        let none = town.name_readers(&coordinator, COORDINATOR, SECOND, "").await.is(422);
        assert!(none.text.contains("wat er in vakanties gebeurt"), "{none:?}");
        let page = coordinator.open("/school/afspraken").await.is(200).text;
        assert!(page.contains("In vakanties worden deze lijsten niet afgenomen"), "{page}");
        for email in [MENTOR, LEADER] {
            town.at_the_pages(email).await.open("/school/afspraken").await.is(403);
        }
        let report = town.offer(ANSWERS).unwrap().1;
        assert_eq!((report.new, report.unchanged, report.refused.len()), (1, 3, 1));
        let kept: Vec<(String, f64)> =
            town.read(|conn| Ok(critical_answers::table.select((critical_answers::item, critical_answers::answer)).load(conn)?));
        assert_eq!(kept, [("v1".to_owned(), 4.0)]);
        let aside: Vec<String> = town.read(|conn| Ok(import_rows::table.select(import_rows::raw).load(conn)?));
        assert!(aside.iter().all(|raw| raw == "[]"), "{aside:?}");
        // The same file again says nothing new.
        let again = town.offer(ANSWERS).unwrap().1;
        assert_eq!((again.new, again.changed, again.unchanged), (0, 0, 4));
    }

    async fn answers_and_consent_go_along_when_two_numbers_become_one_pupil(database: Database) {
        let town = Town::knowing_pols(database, LIST);
        town.with_readers().await;
        town.bring_in("leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar\n21;Noor;Vos;2015-05-05;6B;6\n");
        let again = ANSWERS.replace("021;", "21;").replacen("2026-03-02", "2026-03-09", 1);
        town.offer(ANSWERS).unwrap();
        town.offer(&again).unwrap();
        town.offer(&ANSWERS.replace("021;", "21;")).unwrap();
        let key = |number: &str| town.read(|conn| {
            let wanted = pupils::table.filter(pupils::number.eq(number)).filter(pupils::school_id.eq(&town.cast.school));
            Ok(wanted.select((pupils::id, pupils::key)).first::<(PupilId, i64)>(conn)?)
        });
        let (now, today) = (town.app.state.clock.now(), town.app.state.clock.today());
        let (noor, other) = (key("021"), key("21"));
        for (id, _) in [&noor, &other] {
            let consent = ListConsent {
                id: format!("consent-{id}"),
                pupil_id: id.clone(),
                instrument: "pols".to_owned(),
                given_by: GivenBy::Parent,
                given_on: today,
                account_id: town.account(COORDINATOR),
                created_at: now,
                ended_at: None,
            };
            town.write(|conn| list_consents::add(conn, today, &consent));
        }
        let everything = || town.read(|conn| {
            let answers: Vec<(i64, String, chrono::NaiveDate)> = critical_answers::table
                .order((critical_answers::pupil_key, critical_answers::taken_on))
                .select((critical_answers::pupil_key, critical_answers::item, critical_answers::taken_on))
                .load(conn)?;
            let consents: Vec<(PupilId, bool)> = list_consents_table::table
                .order((list_consents_table::pupil_id, list_consents_table::id))
                .select((list_consents_table::pupil_id, list_consents_table::ended_at.is_null()))
                .load(conn)?;
            Ok((answers, consents))
        });
        let before = everything();
        assert_eq!((before.0.len(), before.1.len()), (3, 2));

        let school = town.cast.school.clone();
        let ask = Merge { school, stays: "021".to_owned(), goes: "21".to_owned(), newer_scores: false };
        let act = town.write(|conn| merge::merge(conn, now, Actor::Cli, &ask));
        let (answers, consents) = everything();
        let days: Vec<String> = answers.iter().map(|(_, _, on)| on.to_string()).collect();
        assert_eq!(days, ["2026-03-02", "2026-03-09"], "of two on one day one stays: {answers:?}");
        assert!(answers.iter().all(|(of, ..)| *of == noor.1));
        assert!(consents.iter().all(|(of, _)| *of == noor.0));
        assert_eq!(consents.iter().filter(|(_, open)| *open).count(), 1, "one holds: {consents:?}");

        town.write(|conn| imports::undo(conn, now, Actor::Cli, &act));
        assert_eq!(everything(), before);
    }

    async fn two_readers_alone_see_it_and_nothing_else_tells(database: Database) {
        let town = Town::knowing_pols(database, LIST);
        town.with_readers().await;
        town.offer(ANSWERS).unwrap();
        town.app.work().await;
        assert_eq!(town.mails(), 0);
        let signals = town.signals_about(&town.cast.noor.0).await;
        assert_eq!((signals.len(), &signals[0]["severity"], &signals[0]["rules"]), (1, &json!("A"), &json!(["critical-item"])));
        for email in [COORDINATOR, SECOND] {
            let list = town.list_of(email).await;
            for part in [NOOR, "Op 2 maart 2026 gaf de leerling op vraag v1 van Polslijst", "Te lezen uiterlijk vr 13 maart 2026", "eerst bespreken"] {
                assert!(list.contains(part), "{email}: {part}\n{list}");
            }
        }
        let signal = signals[0]["id"].as_str().unwrap();
        for email in [THIRD, MENTOR] {
            assert!(!town.list_of(email).await.contains(NOOR), "{email}");
            town.api(email).get(&format!("/api/v1/signals/{signal}")).await.refuses(404);
            let page = town.at_the_pages(email).await.open(&format!("/leerlingen/{}", town.cast.noor)).await.is(200).text;
            assert!(!page.contains("Polslijst") && !page.contains("direct te lezen"), "{email}: {page}");
        }
        town.at_the_pages(THIRD).await.send(&format!("/signalen/{signal}/gelezen"), &[]).await.is(404);
        for path in ["/school", "/school/regels"] {
            let page = town.at_the_pages(LEADER).await.open(path).await.is(200).text;
            assert!(!page.contains("direct gelezen"), "{path}: {page}");
        }
        // It goes along with no referral, also when it is asked for.
        let draft = town.api(COORDINATOR).post("/api/v1/referrals", complete_draft(&town, signal)).await.is(201).say("id");
        let page = town.at_the_pages(COORDINATOR).await.open(&format!("/verwijzingen/{draft}")).await.is(200).text;
        assert!(page.contains("Noor") && !page.contains("direct gelezen"), "{page}");
    }

    async fn what_a_reader_decides_says_nothing_of_what_others_see(database: Database) {
        // Given a critical answer, and a worry of the mentor about the same pupil
        let town = with_a_critical_answer(database).await;
        let (_, worry) = town.worries_about_noor("motivatie", "Stil de laatste tijd").await;
        let critical = town.signals_about(&town.cast.noor.0).await.into_iter();
        let critical: Vec<_> = critical.filter(|one| one["rules"] == json!(["critical-item"])).collect();
        let critical = critical[0]["id"].as_str().expect("an id");
        let noor = format!("/leerlingen/{}", town.cast.noor);
        let seen = async || {
            let signal = town.api(MENTOR).get(&format!("/api/v1/signals/{worry}")).await.is(200);
            (signal.text, town.at_the_pages(MENTOR).await.open(&noor).await.is(200).text)
        };
        let before = seen().await;
        // When a reader decides on the answer
        let watch = json!({"event": "watching", "look_on": "2026-03-20", "note": "Met thuis gebeld"});
        town.api(COORDINATOR).post(&format!("/api/v1/signals/{critical}/decisions"), watch.clone()).await.is(200);
        // Then the worry stands where it stood, and no page of the mentor tells of a decision
        assert_eq!(seen().await, before);
        assert!(!town.list_of(THIRD).await.contains("Met thuis gebeld"));
        // And the other way round: what is decided on the worry leaves the answer to be read.
        town.api(COORDINATOR).post(&format!("/api/v1/signals/{worry}/decisions"), watch).await.is(200);
        assert_ne!(seen().await, before);
    }

    async fn the_second_reader_is_reminded_once_and_who_reads_says_so(database: Database) {
        let town = Town::knowing_pols(database, LIST);
        town.with_readers().await;
        let import = town.offer(ANSWERS).unwrap().0;
        town.app.work().await;
        // Friday is the term; on Saturday it has passed.
        town.days_pass(1).await;
        town.app.work().await;
        assert_eq!(town.mails(), 0);
        town.days_pass(1).await;
        town.app.work().await;
        assert_eq!(town.mails(), 1);
        town.days_pass(1).await;
        town.app.work().await;
        assert_eq!(town.mails(), 1, "reminded once");
        let mail = std::fs::read_dir(&town.app.state.config.mail_dir).unwrap().next().unwrap().unwrap();
        let mail = std::fs::read_to_string(mail.path()).unwrap();
        assert!(mail.contains(SECOND) && !mail.contains("Noor") && !mail.contains("kritisch"), "{mail}");
        assert!(town.list_of(SECOND).await.contains("de tweede lezer is herinnerd"));
        let signal = town.signals_about(&town.cast.noor.0).await[0]["id"].as_str().unwrap().to_owned();
        let reader = town.at_the_pages(SECOND).await;
        let path = format!("/signalen/{signal}/gelezen");
        reader.send(&path, &[]).await.is(303);
        let again = reader.send(&path, &[]).await.is(422);
        assert!(again.text.contains("al gelezen"), "{again:?}");
        assert!(town.list_of(COORDINATOR).await.contains("Gelezen op zo 15 maart 2026"));
        let log: Vec<String> = town.read(|conn| {
            let noted = audit::action.eq_any(["name-critical-readers", "read-critical"]);
            Ok(audit::table.filter(noted).order(audit::id).select(audit::action).load(conn)?)
        });
        assert_eq!(log, ["name-critical-readers", "read-critical"]);
        // A second answer must be read again.
        let later = ANSWERS.replace("2026-03-02", "2026-03-09");
        town.offer(&later).unwrap();
        town.app.work().await;
        assert!(town.list_of(COORDINATOR).await.contains("Te lezen uiterlijk ma 16 maart 2026"));
        // Taken back, the first one has no source any more; the second stands.
        let now = town.app.state.clock.now();
        town.write(|conn| imports::undo(conn, now, Actor::Cli, &import));
        town.app.work().await;
        let kept: i64 = town.read(|conn| Ok(critical_answers::table.count().get_result(conn)?));
        assert_eq!(kept, 1);
    }
}
