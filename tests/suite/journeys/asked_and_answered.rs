//! The partner's side beside its moves: questions and replies, no room and when, reports, whose consent is asked first, and
//! who of the school reads what.

use baken::ground::audit::Entry;
use baken::ground::db::schema::{accounts, relations};
use baken::ground::scope::{RelationKind, Role};
use baken::school::accounts::manage::{self, NewAccount};
use diesel::prelude::*;
use serde_json::json;

use super::Town;
use super::referring::{Handed, followed, handed_over, sent};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, PASSWORD};

both_databases! {
    async fn a_question_is_answered_behind_the_same_link(database: Database) {
        let Handed { town, mail, id, code, link, .. } = handed_over(database).await;
        let partner = town.passer_by();
        partner.send(&link, &[("code", &code)]).await.is(303);
        let path = format!("/api/v1/referrals/{id}/transitions");
        let reply = json!({"event": "reply", "note": "Op dinsdag"});
        town.api(COORDINATOR).post(&path, reply.clone()).await.refuses(409);
        let answer = format!("{link}/antwoord");
        let bare = partner.send(&answer, &[("answer", "question"), ("note", " ")]).await.is(200);
        assert!(bare.text.contains("role=\"alert\""), "{bare:?}");
        partner.send(&answer, &[("answer", "question"), ("note", "Wanneer kunnen wij op school komen?")]).await.is(200);
        // It moves nothing, and asks something of the school.
        assert_eq!(followed(&town, &id).await.0, "seen");
        let school = town.at_the_pages(COORDINATOR).await;
        assert!(school.open("/verwijzingen").await.text.contains("de partner heeft iets gevraagd"));
        assert!(school.open(&format!("/verwijzingen/{id}")).await.text.contains("Wanneer kunnen wij"));
        assert!(school.open("/signalen").await.text.contains("Eén aanmelding vraagt iets van u"));
        town.api(COORDINATOR).post(&path, json!({"event": "reply", "note": " "})).await.refuses(422);
        school.send(&format!("/verwijzingen/{id}/antwoord"), &[("reply", "Op dinsdag")]).await.is(303);
        town.api(COORDINATOR).post(&path, reply).await.refuses(409);
        assert!(!school.open("/verwijzingen").await.text.contains("heeft iets gevraagd"));
        let page = partner.open(&link).await.is(200);
        assert!(page.text.contains("Wanneer kunnen wij") && page.text.contains("Op dinsdag"), "{page:?}");
        // The mail says that it is there; the link's token is kept nowhere, so that it cannot be in it.
        town.app.work().await;
        let mails = mail.mails();
        let told = mails.iter().find(|one| one.subject == "Antwoord van De Wilgen").unwrap_or_else(|| panic!("{mails:?}"));
        assert!(told.to.starts_with("aanmelden@") && !told.raw.contains("/overdracht/") && !told.raw.contains("dinsdag"), "{told:?}");
        assert_eq!(followed(&town, &id).await.1, ["send", "open", "question", "reply"]);
    }

    async fn whoever_writes_it_down_the_client_is_asked_first(database: Database) {
        let Handed { town, mail: _mail, id, code, link, .. } = handed_over(database).await;
        let path = format!("/api/v1/referrals/{id}/transitions");
        let api = town.api(COORDINATOR);
        let told = |event: &str, consent: bool| json!({"event": event, "told_by": "Ans", "note": "een regel", "own_consent": consent});
        api.post(&path, told("accepted", false)).await.is(200);
        for event in ["in_progress", "report", "question"] {
            let why = api.post(&path, told(event, false)).await.refuses(422);
            assert!(why.contains("cliënt"), "{event}: {why}");
            api.post(&path, told(event, true)).await.is(200);
        }
        let partner = town.passer_by();
        partner.send(&link, &[("code", &code)]).await.is(303);
        let answer = format!("{link}/antwoord");
        for what in ["on_hold", "school_can", "completed"] {
            let again = partner.send(&answer, &[("answer", what), ("note", "een regel")]).await.is(200);
            assert!(again.text.contains("role=\"alert\"") && again.text.contains("cliënt"), "{what}: {again:?}");
        }
        assert_eq!(followed(&town, &id).await.0, "in_progress");
        // A report that the client waits says until when; a day that went by is none.
        let waits = |day: &'static str| [("answer", "waiting"), ("own_consent", "1"), ("again_on", day)];
        assert!(partner.send(&answer, &waits("")).await.is(200).text.contains("role=\"alert\""));
        assert!(partner.send(&answer, &waits("2026-03-01")).await.is(200).text.contains("role=\"alert\""));
        partner.send(&answer, &waits("2026-04-01")).await.is(200);
        let seen = api.get(&format!("/api/v1/referrals/{id}")).await.is(200).json();
        let last = seen["steps"].as_array().and_then(|steps| steps.last()).expect("a step").clone();
        assert_eq!((&last["event"], &last["kind"], &last["again_on"]), (&json!("report"), &json!("waiting"), &json!("2026-04-01")));
        let page = partner.open(&link).await.is(200);
        assert!(page.text.contains("Geen diagnose en geen inhoud van de behandeling"), "{page:?}");
    }

    async fn no_room_comes_with_a_day_or_a_line(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let (id, _) = sent(&town, &signal).await;
        let path = format!("/api/v1/referrals/{id}/transitions");
        let api = town.api(COORDINATOR);
        let why = api.post(&path, json!({"event": "at_capacity", "told_by": "Ans"})).await.refuses(422);
        assert!(why.contains("wanneer"), "{why}");
        api.post(&path, json!({"event": "at_capacity", "told_by": "Ans", "again_on": "2026-05-01"})).await.is(200);
        let page = town.at_the_pages(COORDINATOR).await.open(&format!("/verwijzingen/{id}")).await.is(200);
        assert!(page.text.contains("vr 1 mei 2026"), "{page:?}");
        assert_eq!(town.state_of(&signal).await, "new", "without room it is the school's again");
    }

    async fn while_another_partner_helps_the_signal_stays_where_it_is(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let (first, second) = (sent(&town, &signal).await.0, sent(&town, &signal).await.0);
        let ends = async |id: &str| {
            let path = format!("/api/v1/referrals/{id}/transitions");
            town.api(COORDINATOR).post(&path, json!({"event": "withdrawn", "reason": "een is genoeg"})).await.is(200);
            town.state_of(&signal).await
        };
        assert_eq!(ends(&first).await, "referred");
        assert_eq!(ends(&second).await, "new");
    }

    async fn the_partners_words_are_for_the_coordinator(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let (id, _) = sent(&town, &signal).await;
        let path = format!("/api/v1/referrals/{id}/transitions");
        let api = town.api(COORDINATOR);
        api.post(&path, json!({"event": "accepted", "told_by": "Ans", "note": "gesprek over thuis"})).await.is(200);
        let can = json!({"event": "report", "kind": "school_can", "told_by": "Ans", "note": "een rustige plek", "own_consent": true});
        api.post(&path, can).await.is(200);
        let now = town.app.state.clock.now();
        let stand_in = "inval@wilgen.example";
        town.write(|conn| {
            let roles = [(Role::Mentor, Some(town.cast.school.clone()))];
            let new = NewAccount { email: stand_in, name: "In", password: PASSWORD, roles: &roles };
            manage::add(conn, now, &Entry::of("test", "join", "account", ""), &new)?;
            let account: String = accounts::table.filter(accounts::email.eq(stand_in)).select(accounts::id).first(conn)?;
            diesel::insert_into(relations::table)
                .values((
                    relations::id.eq("inval"),
                    relations::account_id.eq(account),
                    relations::group_id.eq(&town.cast.group_6b),
                    relations::kind.eq(RelationKind::Stand.as_str()),
                    relations::starts_on.eq(now.date()),
                ))
                .execute(conn)?;
            Ok(())
        });
        let page = async |email: &str| {
            let path = format!("/leerlingen/{}", town.cast.noor);
            town.at_the_pages(email).await.open(&path).await.is(200).text
        };
        let reads = |text: &str| (text.contains("over thuis"), text.contains("rustige plek"), text.contains("Schoolmaatschappelijk werk"));
        assert_eq!(reads(&page(COORDINATOR).await), (true, true, true));
        assert_eq!(reads(&page(MENTOR).await), (false, true, true));
        assert_eq!(reads(&page(stand_in).await), (false, false, false));
    }
}
