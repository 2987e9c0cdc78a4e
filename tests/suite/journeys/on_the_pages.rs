//! The same line on the pages: what the mentor and the coordinator read, press and are told.

use serde_json::json;

use super::referring::spoken_with_both;
use super::{Town, scores};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, GROUP_SIZE, MENTOR, OTHER_MENTOR};

both_databases! {
    async fn one_answer_of_the_mentor_and_one_decision_of_the_coordinator(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let other = town.at_the_pages(OTHER_MENTOR).await;
        assert!(!other.open("/signalen").await.is(200).text.contains("Noor"));
        let mentor = town.at_the_pages(MENTOR).await;
        let list = mentor.open("/signalen").await.is(200);
        for said in ["Noor V.", "6B", "daalt sterk", "3 op Welbevinden"] {
            assert!(list.text.contains(said), "no {said}: {list:?}");
        }
        assert!(list.text.contains("b: antwoorden · ?: deze uitleg"), "only keys that the row has: {list:?}");
        let answer = [("view", "recognised"), ("choice", "asks_help"), ("note", "Zij is stil in de kring")];
        let way = format!("/signalen/mentor/{}", town.cast.noor);
        let done = mentor.send(&way, &answer).await.is(303);
        assert!(done.to.starts_with("/signalen?klaar="), "{done:?}");
        mentor.send(&way, &answer).await.is(422);

        let coordinator = town.at_the_pages(COORDINATOR).await;
        let list = coordinator.open("/signalen").await.is(200);
        assert!(list.text.contains("Noor V.") && list.text.contains("Zij is stil in de kring"), "{list:?}");
        assert!(list.text.contains("b: bespreken · v: volgen tot · p: plan maken ·"), "{list:?}");
        let decide = format!("/signalen/{signal}/besluit");
        let early = coordinator.send(&decide, &[("event", "referred")]).await.is(422);
        assert!(early.text.contains("Spreek eerst met de leerling"), "{early:?}");
        let dateless = [("event", "watching"), ("note", "Ik kijk het aan")];
        let again = coordinator.send(&decide, &dateless).await.is(422);
        assert!(again.text.contains("Ik kijk het aan"), "what was typed is kept: {again:?}");
        assert_eq!(town.state_of(&signal).await, "new");
        spoken_with_both(&town).await;
        let ahead = [("event", "referred"), ("look_on", "2026-04-20")];
        coordinator.send(&decide, &ahead).await.is(303);
        assert_eq!(town.state_of(&signal).await, "referred");
        let list = coordinator.open("/signalen").await.is(200);
        assert!(!list.text.contains("Noor V."), "decided rows leave the list: {list:?}");
        let followed = coordinator.open("/signalen?stand=referred").await.is(200);
        assert!(followed.text.contains("Noor V."), "{followed:?}");
    }

    async fn what_one_list_calls_strong_and_another_worries_about_is_no_strength_of_a_pupil(database: Database) {
        // Given Noor, whom her teacher sees doing well
        let town = Town::new(database);
        town.two_quiet_rounds();
        let noors = async || {
            let path = format!("/groepen/{}", town.cast.group_6b);
            let page = town.at_the_pages(MENTOR).await.open(&path).await.is(200).text;
            let (_, rest) = page.split_once(&format!("/leerlingen/{}\"", town.cast.noor)).expect("Noor");
            rest.split("</li>").next().unwrap_or_default().to_owned()
        };
        assert!(noors().await.contains("algemene stemming"), "{}", noors().await);
        // When she herself says that she does badly
        let own = scores(&[(0, "2025-10-02")], |at| (at == GROUP_SIZE + 1).then_some(2)).replace("leerkracht", "leerling");
        town.bring_in(&own);
        // Then her well-being is not called a strength beside the worry
        assert!(!noors().await.contains("algemene stemming"), "{}", noors().await);
    }

    async fn a_plan_or_a_referral_may_go_without_a_conversation_when_it_is_typed_why(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let coordinator = town.at_the_pages(COORDINATOR).await;
        // A remark is no reason: it does not switch the conversation off.
        let way = format!("/signalen/{signal}/besluit");
        let remark = [("event", "planned"), ("look_on", "2026-04-20"), ("note", "Plan volgt maandag")];
        let told = coordinator.send(&way, &remark).await.is(422);
        assert!(told.text.contains("Spreek eerst met de leerling"), "{told:?}");
        let why = [("event", "planned"), ("look_on", "2026-04-20"), ("no_conversation", "Ouders zijn tot mei op reis; morgen bellen wij")];
        coordinator.send(&way, &why).await.is(303);
        assert_eq!(town.state_of(&signal).await, "planned");
    }

    async fn a_concern_that_cannot_wait_is_with_the_coordinator_at_once(database: Database) {
        let town = Town::new(database);
        let seen = json!({"pupil": town.cast.noor, "domain": "veiligheid", "tone": "concern", "urgent": true, "source": "pupil",
            "text": "Ik durf niet naar huis", "seen_on": "2026-03-12"});
        town.api(MENTOR).post("/api/v1/observations", seen).await.is(201);
        let signal = town.signals_about(&town.cast.noor.0).await.remove(0);
        assert_eq!((&signal["severity"], &signal["state"]), (&json!("A"), &json!("new")));
        let coordinator = town.at_the_pages(COORDINATOR).await;
        assert!(coordinator.open("/signalen").await.is(200).text.contains("Noor V."));
        // What goes well is no signal.
        let strength = json!({"pupil": town.cast.noor, "domain": "stemming", "tone": "strength", "source": "staff",
            "text": "Lachte vandaag", "seen_on": "2026-03-12"});
        let written = town.api(MENTOR).post("/api/v1/observations", strength).await.is(201);
        assert_eq!(written.json()["signal"], json!(null));
    }

    async fn what_a_mentor_decides_covers_what_the_mentor_took_up(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let mentor = town.api(MENTOR);
        let path = format!("/api/v1/signals/{signal}/decisions");
        mentor.post(&path, json!({"event": "takes_up", "reason": "recognised"})).await.is(200);
        let seen = json!({"pupil": town.cast.noor, "domain": "gezin", "tone": "concern", "source": "staff",
            "text": "Is vaak moe", "seen_on": "2026-03-12"});
        let concern = mentor.post("/api/v1/observations", seen).await.is(201).say("signal");
        let end = json!({"event": "closed", "reason": "het gaat weer"});
        assert_eq!(mentor.post(&path, end).await.is(200).json()["moved"], 1);
        assert_eq!(town.state_of(&signal).await, "closed");
        assert_eq!(town.state_of(&concern).await, "new", "the coordinator's to decide");
    }

    async fn a_group_is_spoken_about_before_a_plan_is_made(database: Database) {
        let town = Town::new(database);
        let seen = json!({"group": town.cast.group_6b, "domain": "leeftijdgenoten", "tone": "concern", "source": "staff",
            "text": "Er wordt veel uitgesloten", "seen_on": "2026-03-12"});
        let signal = town.api(MENTOR).post("/api/v1/observations", seen).await.is(201).say("signal");
        let path = format!("/api/v1/signals/{signal}/decisions");
        let coordinator = town.api(COORDINATOR);
        coordinator.post(&path, json!({"event": "planned"})).await.refuses(409);
        let held = json!({"group": town.cast.group_6b, "with": "mentor", "held_on": "2026-03-12", "line": "Kringgesprekken"});
        coordinator.post("/api/v1/conversations", held).await.is(201);
        let planned = json!({"event": "planned"});
        assert_eq!(coordinator.post(&path, planned).await.is(200).say("state"), "planned", "the plan has a day of its own");
    }
}
