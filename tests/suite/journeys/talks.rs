//! Speaking: the sheet beside a signal, what pupil and parent prepare, what is agreed and goes over to the official file.

use baken::ground::db::schema::signals;
use diesel::prelude::*;
use serde_json::json;

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, OTHER_MENTOR};

impl Town {
    /// Somebody worries about Noor's home; gives the signal.
    async fn a_worry(&self, source: &str, urgent: bool, other_may_read: Option<bool>) -> String {
        let seen = json!({"pupil": self.cast.noor, "domain": "gezin", "tone": "concern", "source": source, "urgent": urgent,
            "other_parent_may_read": other_may_read, "text": "Het is onrustig thuis", "seen_on": "2026-03-12"});
        self.api(COORDINATOR).post("/api/v1/observations", seen).await.is(201).say("signal")
    }
}

both_databases! {
    async fn a_sheet_says_strengths_first_and_no_word_of_statistics(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let seen = json!({"pupil": town.cast.noor, "domain": "leeftijdgenoten", "tone": "strength", "source": "staff",
            "text": "Hielp Tom in de kring", "seen_on": "2026-03-11"});
        town.api(MENTOR).post("/api/v1/observations", seen).await.is(201);
        let mentor = town.at_the_pages(MENTOR).await;
        let list = mentor.open("/signalen").await.is(200);
        let path = format!("/signalen/{signal}/gespreksblad");
        assert!(list.text.contains(&path), "the list leads to it: {list:?}");
        let told = mentor.open(&path).await.is(200);
        let sheet = told.text.split_once("<article").expect("a sheet").1;
        let at = |said: &str| sheet.find(said).unwrap_or_else(|| panic!("no {said}: {sheet}"));
        assert!(at("Contact met leeftijdgenoten") < at("lijkt het minder goed te gaan"), "{sheet}");
        assert!(sheet.contains("Gesprek over Noor"), "{sheet}");
        for not in ["Tom", "Vos", "Welbevinden", "daalt", "laag", "verwacht", "6B"] {
            assert!(!sheet.contains(not), "{not}: {sheet}");
        }
        let file = mentor.open(&format!("{path}.pdf")).await.is(200);
        assert!(file.kind == "application/pdf" && file.text.starts_with("%PDF-"), "{}", file.kind);
        assert_eq!(town.logged("view-sheet"), 2);
        town.at_the_pages(OTHER_MENTOR).await.open(&path).await.is(404);
        assert_eq!(town.logged("view-sheet"), 2);
    }

    async fn what_may_not_go_home_has_no_sheet(database: Database) {
        let town = Town::new(database);
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let sheet = |signal: &str| format!("/signalen/{signal}/gespreksblad");
        let pages = ["/signalen".to_owned(), format!("/leerlingen/{}", town.cast.noor)];
        let told = town.a_worry("parent", false, Some(false)).await;
        for page in &pages {
            assert!(!coordinator.open(page).await.is(200).text.contains("gespreksblad"), "{page} leads to no sheet");
        }
        let refused = coordinator.open(&sheet(&told)).await.is(409);
        assert!(refused.text.contains("hoort geen gespreksblad"), "{refused:?}");
        town.a_worry("staff", true, None).await;
        coordinator.open(&sheet(&told)).await.is(409);
        town.a_worry("pupil", false, None).await;
        coordinator.open(&format!("{}.pdf", sheet(&told))).await.is(409);
        // The same worry of a parent who lets the other read it.
        town.a_worry("parent", false, Some(true)).await;
        for page in &pages {
            assert!(coordinator.open(page).await.is(200).text.contains(&sheet(&told)), "{page} leads to it");
        }
        coordinator.open(&sheet(&told)).await.is(200);
        // Noor does not want her parents to know: nothing is printed for them until that was talked over.
        let wish = format!("/leerlingen/{}/wens", town.cast.noor);
        coordinator.send(&wish, &[("said_on", "2026-03-12"), ("note", "Nog niet")]).await.is(303);
        coordinator.open(&sheet(&told)).await.is(409);
        coordinator.send(&format!("{wish}/einde"), &[("reason", "Zij vertelt het zelf")]).await.is(303);
        coordinator.open(&sheet(&told)).await.is(200);
        town.write(|conn| {
            Ok(diesel::update(signals::table.find(&told)).set(signals::restricted.eq(true)).execute(conn)?)
        });
        coordinator.open(&sheet(&told)).await.is(409);
    }

    async fn what_is_prepared_stands_with_the_conversation_that_they_lead(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let mentor = town.at_the_pages(MENTOR).await;
        let pupil = format!("/leerlingen/{}", town.cast.noor);
        let way = format!("{pupil}/voorbereiding");
        let empty = [("filled_by", "pupil"), ("filled_on", "2026-03-11"), ("strengths", " ")];
        let again = mentor.send(&way, &empty).await.is(422);
        assert!(again.text.contains("minstens een van de drie"), "{again:?}");
        let lists = [("pupil", "Ik kan goed tekenen"), ("parent", "Zij lacht thuis veel")];
        for (who, strengths) in lists {
            let form = [("filled_by", who), ("filled_on", "2026-03-11"), ("strengths", strengths), ("wish", "Naast een vriendin zitten")];
            mentor.send(&way, &form).await.is(303);
            town.at_the_pages(OTHER_MENTOR).await.send(&way, &form).await.is(404);
        }
        let before = mentor.open(&pupil).await.is(200);
        assert!(before.text.contains("Voorbereiding van de leerling") && before.text.contains("Ik kan goed tekenen"), "{before:?}");
        let held = [("with", "lol"), ("held_on", "2026-03-12"), ("line", "Noor begon zelf"), ("agreed", "Maandag een andere plaats")];
        mentor.send(&format!("{pupil}/gesprek"), &held).await.is(303);
        let page = mentor.open(&pupil).await.is(200).text;
        let at = |said: &str| page.find(said).unwrap_or_else(|| panic!("no {said}: {page}"));
        assert!(at("(LOL-gesprek)</h3>") < at("Noor begon zelf") && at("Noor begon zelf") < at("Ik kan goed tekenen"));
        assert_eq!(page.matches("Voorbereiding van de leerling").count(), 1, "with the conversation alone");
        // Pupil and parent were both spoken with.
        let decide = format!("/api/v1/signals/{signal}/decisions");
        town.api(COORDINATOR).post(&decide, json!({"event": "planned"})).await.is(200);
        mentor.open("/gesprekken/voorbereiding.pdf").await.is(200);
    }

    async fn what_was_agreed_waits_until_it_went_over(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let mentor = town.at_the_pages(MENTOR).await;
        let pupil = format!("/leerlingen/{}", town.cast.noor);
        let held = [("with", "parent"), ("held_on", "2026-03-12"), ("line", "Moeder herkent het"), ("agreed", "Vrijdag bellen wij")];
        mentor.send(&format!("{pupil}/gesprek"), &held).await.is(303);
        let decide = format!("/api/v1/signals/{signal}/decisions");
        town.api(COORDINATOR).post(&decide, json!({"event": "watching", "look_on": "2026-04-10"})).await.is(200);
        let list = mentor.open("/overzetten").await.is(200);
        for said in ["Nog 2 teksten", "Noor Vos", "Afgesproken: Vrijdag bellen wij", "Afspraak: volgen"] {
            assert!(list.text.contains(said), "no {said}: {list:?}");
        }
        let coordinator = town.at_the_pages(COORDINATOR).await;
        assert!(coordinator.open("/overzetten").await.is(200).text.contains("Vrijdag bellen wij"));
        let other = town.at_the_pages(OTHER_MENTOR).await;
        assert!(other.open("/overzetten").await.is(200).text.contains("Alles is overgezet"));

        let kept = town.api(MENTOR).get(&format!("/api/v1/conversations?pupil={}", town.cast.noor)).await.is(200);
        assert_eq!(kept.items()[0]["agreed"], "Vrijdag bellen wij");
        let id = kept.items()[0]["id"].as_str().unwrap().to_owned();
        let file = format!("/overzetten/conversation/{id}/dossier.pdf");
        assert_eq!(mentor.open(&file).await.is(200).kind, "application/pdf");
        other.open(&file).await.is(404);
        mentor.open(&format!("/overzetten/decision/{id}/dossier.pdf")).await.is(404);
        mentor.open(&format!("/overzetten/iets/{id}/dossier.pdf")).await.is(404);

        let form = [("kind", "conversation"), ("id", id.as_str()), ("back", "/overzetten?klaar=1")];
        let done = mentor.send(&format!("{pupil}/overgezet"), &form).await.is(303);
        assert_eq!(done.to, "/overzetten?klaar=1");
        let list = mentor.open("/overzetten").await.is(200);
        assert!(list.text.contains("Nog 1 tekst gaat over") && !list.text.contains("Vrijdag bellen wij"), "{list:?}");
        let made = list.text.split("/overzetten/decision/").nth(1).and_then(|rest| rest.split('/').next()).expect("a decision").to_owned();
        mentor.open(&format!("/overzetten/decision/{made}/dossier.pdf")).await.is(200);
        let tom = format!("/leerlingen/{}/overgezet", town.cast.tom);
        let form = [("kind", "decision"), ("id", made.as_str())];
        coordinator.send(&tom, &form).await.is(404);
        mentor.send(&format!("{pupil}/overgezet"), &form).await.is(303);
        assert!(mentor.open("/overzetten").await.is(200).text.contains("Alles is overgezet"));
    }
}
