//! "Leerling wil niet dat ouders het weten": what stops, who is called, and that it hides and promises nothing.

use baken::ground::db::schema::audit;
use baken::school::wishes;
use diesel::prelude::*;
use serde_json::json;

use super::Town;
use super::referring::{complete_draft, spoken_with_both};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, OTHER_MENTOR, STAFF};

both_databases! {
    async fn the_wish_stops_paper_for_parents_and_calls_the_coordinator(database: Database) {
        let (town, mail) = Town::with_mail(database);
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let id = town.api(COORDINATOR).post("/api/v1/referrals", complete_draft(&town, &signal)).await.is(201).say("id");
        town.app.work().await;
        let (noor, before) = (town.cast.noor.clone(), mail.mails().len());
        let wish = format!("/leerlingen/{noor}/wens");
        let said = [("said_on", "2026-03-12"), ("note", "Mama wordt boos")];
        town.at_the_pages(OTHER_MENTOR).await.send(&wish, &said).await.is(404);
        town.at_the_pages(STAFF).await.send(&wish, &said).await.is(403);
        let mentor = town.at_the_pages(MENTOR).await;
        mentor.send(&wish, &[("said_on", "2026-03-13")]).await.is(422);
        mentor.send(&wish, &said).await.is(303);
        assert!(town.read(|conn| wishes::not_parents(conn, &noor)));
        mentor.send(&wish, &said).await.is(422);

        town.app.work().await;
        let mails = mail.mails();
        assert_eq!(mails.len(), before + 1, "{mails:?}");
        let call = mails.iter().find(|one| one.subject == "Baken: er wacht iets op u" && one.to == COORDINATOR && one.text.contains("/leerlingen/"));
        let call = call.unwrap_or_else(|| panic!("{mails:?}"));
        assert!(!call.raw.contains("Noor") && !call.raw.contains("Mama") && !call.raw.contains("ouders"), "{call:?}");

        // It stands on the page, with what it is; nothing for parents is made.
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let page = coordinator.open(&format!("/leerlingen/{noor}")).await.is(200);
        assert!(page.text.contains("wil niet dat ouders het weten") && page.text.contains("beloof nooit geheimhouding"));
        coordinator.open(&format!("/verwijzingen/{id}/ouders?taal=tr")).await.is(409);
        let letter = [("partner", town.cast.youth_team.0.as_str()), ("taken_by", "parents"), ("question", "Hulp"), ("follow_on", "2026-04-01")];
        coordinator.send(&format!("/leerlingen/{noor}/brief"), &letter).await.is(409);
        assert!(!coordinator.open(&format!("/verwijzingen/{id}")).await.text.contains("/ouders?taal="));

        mentor.send(&format!("{wish}/einde"), &[("reason", "klaar")]).await.is(403);
        coordinator.send(&format!("{wish}/einde"), &[("reason", " ")]).await.is(422);
        coordinator.send(&format!("{wish}/einde"), &[("reason", "Samen verteld")]).await.is(303);
        assert!(!town.read(|conn| wishes::not_parents(conn, &noor)));
        coordinator.send(&format!("{wish}/einde"), &[("reason", "nog eens")]).await.is(404);
        let log: Vec<(String, String)> = town.read(|conn| {
            Ok(audit::table.filter(audit::action.like("%wish")).order(audit::id).select((audit::action, audit::detail)).load(conn)?)
        });
        let line = |action: &str| (action.to_owned(), "not_parents".to_owned());
        assert_eq!(log, [line("say-wish"), line("end-wish")]);
    }

    async fn the_sheet_says_what_goes_along_in_the_parents_language(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let id = town.api(COORDINATOR).post("/api/v1/referrals", complete_draft(&town, &signal)).await.is(201).say("id");
        let school = town.at_the_pages(COORDINATOR).await;
        let sheet = async |language: &str| school.open(&format!("/verwijzingen/{id}/ouders?taal={language}")).await.is(200).text;
        let dutch = sheet("nl").await;
        assert!(dutch.contains("Mogen wij dit delen?") && dutch.contains("wat de school al heeft gedaan"), "{dutch}");
        // Only the parts that go.
        assert!(!dutch.contains("de geboortedatum") && !dutch.contains("nog niet nagekeken"), "{dutch}");
        assert!(dutch.contains("Geen diagnose"), "{dutch}");
        let arabic = sheet("ar").await;
        assert!(arabic.contains("lang=\"ar\" dir=\"rtl\"") && arabic.contains("هل يمكننا"), "{arabic}");
        // The Dutch stands beside it, and the school is told that nobody has checked the words yet.
        assert!(arabic.contains("Mogen wij dit delen?") && arabic.contains("nog niet nagekeken"), "{arabic}");
        for (language, word) in [("tr", "paylaşabilir"), ("pl", "przekazać"), ("uk", "поділитися"), ("ti", "ከነካፍሎ"), ("en", "share")] {
            assert!(sheet(language).await.contains(word), "{language}");
        }
        // From sixteen there are no parents to ask.
        town.bring_in("leerlingnummer;roepnaam;achternaam;geboortedatum;groep;leerjaar\n021;Noor;Vos;2010-03-01;6B;6\n");
        school.open(&format!("/verwijzingen/{id}/ouders")).await.is(409);
        let again = json!({"given_by": "pupil", "answer": "given", "given_on": "2026-03-12"});
        town.api(COORDINATOR).post(&format!("/api/v1/referrals/{id}/consents"), again).await.is(200);
    }
}
