//! Sending without the consent that would be needed: a state of its own, a ground, a reason, and a second person who is not
//! the one who asked.

use baken::ground::audit::Entry;
use baken::ground::scope::Role;
use baken::school::accounts::manage::{self, NewAccount};
use serde_json::json;

use super::Town;
use super::referring::{complete_draft, followed, spoken_with_both};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, LEADER, MENTOR, NEIGHBOUR, PASSWORD};

const SECOND: &str = "zorg2@wilgen.example";

impl Town {
    /// A second coordinator at De Wilgen.
    pub fn second_coordinator(&self) {
        let now = self.app.state.clock.now();
        let roles = [(Role::Coordinator, Some(self.cast.school.clone()))];
        let new = NewAccount { email: SECOND, name: "Zo", password: PASSWORD, roles: &roles };
        self.write(|conn| manage::add(conn, now, &Entry::of("test", "join", "account", ""), &new));
    }
}

both_databases! {
    async fn without_consent_another_person_looks_and_sends(database: Database) {
        let (town, mail) = Town::with_mail(database);
        town.second_coordinator();
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let api = town.api(COORDINATOR);
        let mut draft = complete_draft(&town, &signal);
        draft["consents"] = json!([{"given_by": town.cast.mother, "answer": "refused", "given_on": "2026-03-12"}]);
        let id = api.post("/api/v1/referrals", draft.clone()).await.is(201).say("id");
        let path = format!("/api/v1/referrals/{id}/transitions");
        let send = json!({"event": "send"});
        api.post(&path, send.clone()).await.refuses(409);
        // A form cannot say that consent is not needed: only this event does, with ground and reason.
        let ask = |ground: &str, reason: &str| json!({"event": "ask_second", "ground": ground, "reason": reason});
        api.post(&path, ask("", "nu")).await.refuses(422);
        api.post(&path, ask("vital_interest", " ")).await.refuses(422);
        api.post(&path, ask("haast", "nu")).await.refuses(422);
        // What is missing beside consent is still missing.
        let mut without = draft.clone();
        without["question"] = json!("");
        api.post(&format!("/api/v1/referrals/{id}"), without).await.is(200);
        api.post(&path, ask("vital_interest", "Zij is niet veilig")).await.refuses(409);
        api.post(&format!("/api/v1/referrals/{id}"), draft.clone()).await.is(200);
        assert_eq!(api.post(&path, ask("vital_interest", "Zij is niet veilig")).await.is(200).say("state"), "held_for_second");

        // Nothing changes while it is held, and who asked cannot agree; nor can who has not the role.
        api.post(&format!("/api/v1/referrals/{id}"), draft.clone()).await.refuses(409);
        let why = api.post(&path, send.clone()).await.refuses(403);
        assert!(why.contains("zelf"), "{why}");
        town.api(NEIGHBOUR).post(&path, send.clone()).await.is(404);
        for email in [MENTOR, LEADER] {
            town.api(email).post(&path, send.clone()).await.is(403);
        }
        let first = town.at_the_pages(COORDINATOR).await;
        let page = first.open(&format!("/verwijzingen/{id}")).await.is(200);
        assert!(!page.text.contains("/akkoord") && page.text.contains("Zij is niet veilig"), "{page:?}");
        first.send(&format!("/verwijzingen/{id}/akkoord"), &[]).await.is(403);
        assert_eq!(followed(&town, &id).await.0, "held_for_second");

        // It stands on the list of the other, who is mailed that something waits, without a word on what.
        town.app.work().await;
        let mails = mail.mails();
        assert!(mails.iter().any(|one| one.to == SECOND) && mails.iter().all(|one| !one.raw.contains("Noor")), "{mails:?}");
        let second = town.at_the_pages(SECOND).await;
        let list = second.open("/verwijzingen").await.is(200).text;
        assert!(list.contains("Vraagt iets van u") && list.contains("wacht op een tweede persoon"), "{list}");
        let page = second.open(&format!("/verwijzingen/{id}")).await.is(200);
        assert!(page.text.contains("/akkoord"), "{page:?}");
        let code = second.send(&format!("/verwijzingen/{id}/akkoord"), &[]).await.is(200);
        assert!(code.text.contains("<p class=\"code\">"), "{code:?}");
        assert_eq!(followed(&town, &id).await, ("offered".to_owned(), vec!["ask_second".to_owned(), "send".to_owned()]));
        let packet = api.get(&format!("/api/v1/referrals/{id}/packet")).await.is(200).json();
        let ground = packet["packet"]["ground"].as_str().unwrap_or_default();
        assert!(ground.contains("vitaal belang") && ground.contains("Twee mensen"), "{ground}");
        assert!(!packet.to_string().contains("niet veilig"), "the reason stays in the school: {packet}");
        // It rests on no consent: another no does not stop it by itself.
        let no = json!({"given_by": town.cast.father, "answer": "refused", "given_on": "2026-03-12"});
        api.post(&format!("/api/v1/referrals/{id}/consents"), no).await.is(200);
        assert_eq!(followed(&town, &id).await.0, "offered");
    }

    async fn where_nothing_is_missing_nobody_is_asked_and_what_is_held_goes_back(database: Database) {
        let town = Town::new(database);
        town.second_coordinator();
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let api = town.api(COORDINATOR);
        let ask = json!({"event": "ask_second", "ground": "legal_duty", "reason": "zo"});
        let whole = api.post("/api/v1/referrals", complete_draft(&town, &signal)).await.is(201).say("id");
        let path = format!("/api/v1/referrals/{whole}/transitions");
        assert!(api.post(&path, ask.clone()).await.refuses(409).contains("niet nodig"));

        let mut draft = complete_draft(&town, &signal);
        draft["consents"] = json!([]);
        let held = api.post("/api/v1/referrals", draft.clone()).await.is(201).say("id");
        let path = format!("/api/v1/referrals/{held}/transitions");
        api.post(&path, ask.clone()).await.is(200);
        api.post(&path, ask.clone()).await.refuses(409);
        assert_eq!(town.api(SECOND).post(&path, json!({"event": "back_to_draft"})).await.is(200).say("state"), "draft");
        town.api(SECOND).post(&path, json!({"event": "back_to_draft"})).await.refuses(409);
        // What was given back is no leave to send.
        town.api(SECOND).post(&path, json!({"event": "send"})).await.refuses(409);
        api.post(&format!("/api/v1/referrals/{held}"), draft).await.is(200);
        api.post(&path, ask).await.is(200);
        town.api(SECOND).post(&path, json!({"event": "send"})).await.is(200);
    }
}
