//! From a signal to a partner's answer: the mentor first, a conversation first, the ground, the link and its code.

use serde_json::json;

use super::referring::{
    Handed, another_than, answers, code_on, followed, handed_over, link_in, packet_on,
    says_nothing_of_a_child, sent, spoken_with_both,
};
use super::{Told, Town};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR};

both_databases! {
    async fn the_mentor_asks_for_help_and_a_conversation_comes_before_a_referral(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let decisions = format!("/api/v1/signals/{signal}/decisions");

        let answer = json!({"event": "asks_help", "reason": "recognised", "note": "Zij is stil"});
        let answered = town.api(MENTOR).post(&decisions, answer.clone()).await.is(200);
        assert_eq!(answered.json(), json!({"moved": 1, "state": "new"}));
        town.api(MENTOR).post(&decisions, answer).await.refuses(409);

        let coordinator = town.api(COORDINATOR);
        let seen = coordinator.get(&format!("/api/v1/signals/{signal}")).await.is(200).json();
        assert_eq!((&seen["mentor_view"], &seen["mentor_choice"]), (&json!("recognised"), &json!("asks_help")));

        let refer = json!({"event": "referred", "look_on": "2026-04-20", "note": "Zo besproken"});
        let why = coordinator.post(&decisions, refer.clone()).await.refuses(409);
        assert!(why.contains("leerling"), "{why}");
        let held = json!({"pupil": town.cast.noor, "with": "pupil", "held_on": "2026-03-11", "line": "Noor slaapt slecht."});
        coordinator.post("/api/v1/conversations", held).await.is(201);
        let why = coordinator.post(&decisions, refer.clone()).await.refuses(409);
        assert!(why.contains("ouder"), "{why}");
        assert_eq!(town.state_of(&signal).await, "new");
        let held = json!({"pupil": town.cast.noor, "with": "parent", "held_on": "2026-03-12", "line": "Moeder ziet het ook."});
        coordinator.post("/api/v1/conversations", held).await.is(201);
        assert_eq!(coordinator.post(&decisions, refer).await.is(200).say("state"), "referred");
    }

    async fn a_partner_reads_and_answers_and_the_school_sees_each_step(database: Database) {
        let Handed { town, mail, signal, id, code, link } = handed_over(database).await;
        assert_eq!(town.state_of(&signal).await, "referred");

        // A mail scanner opens the link, too: nothing changes.
        let partner = town.passer_by();
        for _ in 0..2 {
            let asks = partner.open(&link).await.is(200);
            assert!(asks.text.contains("name=\"code\"") && !asks.text.contains("Noor"), "{asks:?}");
        }
        assert_eq!(followed(&town, &id).await, ("offered".to_owned(), vec!["send".to_owned()]));

        partner.send(&link, &[("code", &code)]).await.is(303);
        let page = partner.open(&link).await.is(200);
        assert!(page.text.contains("Noor Vos") && page.text.contains("Twee gesprekken met de juf"));
        assert!(!page.text.contains("2015") && !page.text.contains("slaapt"), "not chosen: {page:?}");
        assert_eq!(followed(&town, &id).await.0, "seen");

        // What does not fit the state is refused and changes nothing.
        answers(&partner, &link, "completed", "").await.is(409);
        assert_eq!(followed(&town, &id).await.0, "seen");
        answers(&partner, &link, "accepted", "").await.is(200);
        let late = json!({"event": "withdrawn", "reason": "toch niet"});
        let path = format!("/api/v1/referrals/{id}/transitions");
        town.api(COORDINATOR).post(&path, late).await.refuses(409);
        town.api(COORDINATOR).post(&path, json!({"event": "send"})).await.refuses(409);
        // From here on there is a client, who must know what is said.
        for answer in ["in_progress", "report", "completed"] {
            let unknown = answers(&partner, &link, answer, "").await.is(200);
            assert!(unknown.text.contains("role=\"alert\""), "{unknown:?}");
            let done = answers(&partner, &link, answer, "1").await.is(200);
            assert!(!done.text.contains("role=\"alert\""), "{done:?}");
        }

        let (state, events) = followed(&town, &id).await;
        assert_eq!(state, "completed");
        assert_eq!(events, ["send", "open", "accepted", "in_progress", "report", "completed"]);
        // The link is dead, with the visit and with the code alike.
        partner.open(&link).await.is(404);
        partner.send(&link, &[("code", &code)]).await.is(404);
        answers(&partner, &link, "in_progress", "").await.is(404);

        town.app.work().await;
        let mails = mail.mails();
        assert_eq!(mails.iter().filter(|m| m.to == COORDINATOR).count(), 4, "{mails:?}");
        assert_eq!(mails.iter().filter(|m| m.to == MENTOR).count(), 1, "{mails:?}");
        says_nothing_of_a_child(&mails);
    }

    async fn five_wrong_codes_lock_the_link_until_the_school_gives_a_new_one(database: Database) {
        let (town, mail) = Town::with_mail(database);
        let signal = town.noor_has_fallen().await;
        let (id, code) = sent(&town, &signal).await;
        town.app.work().await;
        let (link, wrong) = (link_in(&mail.mails()), another_than(&code));
        let partner = town.passer_by();
        for left in [4, 3, 2, 1] {
            let again = partner.send(&link, &[("code", &wrong)]).await.is(422);
            assert!(again.text.contains(&format!("nog {left} keer")), "{again:?}");
        }
        let locked = partner.send(&link, &[("code", &wrong)]).await.is(422);
        assert!(locked.text.contains("op slot"), "{locked:?}");
        partner.send(&link, &[("code", &code)]).await.is(422);
        assert_eq!(followed(&town, &id).await.0, "offered");

        let school = town.at_the_pages(COORDINATOR).await;
        let shown = school.send(&format!("/verwijzingen/{id}/code"), &[]).await.is(200);
        let fresh = code_on(&shown);
        if fresh != code {
            partner.send(&link, &[("code", &code)]).await.is(422);
        }
        partner.send(&link, &[("code", &fresh)]).await.is(303);
        assert_eq!(followed(&town, &id).await.0, "seen");
    }

    async fn what_the_school_previews_is_what_the_partner_sees(database: Database) {
        let (town, mail) = Town::with_mail(database);
        let signal = town.noor_has_fallen().await;
        spoken_with_both(&town).await;
        let school = town.at_the_pages(COORDINATOR).await;
        let about = [("pupil", town.cast.noor.0.as_str()), ("partner", town.cast.social_work.0.as_str())];
        let draft = school.send("/verwijzingen/nieuw", &about).await.is(303).to;
        let obstacles = |page: &Told| page.text.contains("<div class=\"note\">");

        let chosen = [
            ("question", "Kunt u met Noor praten?"), ("ground", "consent"), ("birth_date", "1"),
            ("signal", signal.as_str()), ("series", "1"), ("pupil_view", "Ik vind school stom"),
        ];
        school.send(&draft, &chosen).await.is(303);
        let page = school.open(&draft).await.is(200);
        assert!(obstacles(&page), "no consent yet: {page:?}");
        // Sending is refused while something stands in the way; what was typed stays.
        let mut with_send = chosen.to_vec();
        with_send.push(("send", "1"));
        let refused = school.send(&draft, &with_send).await.is(303);
        assert!(refused.to.ends_with("#versturen"), "{refused:?}");

        for who in [town.cast.mother.0.as_str(), town.cast.father.0.as_str()] {
            // The answer goes with the form, so that nothing else typed there is lost.
            let mut noted = chosen.to_vec();
            noted.extend([
                ("given_by", who),
                ("answer", "given"),
                ("given_on", "2026-03-12"),
                ("note_consent", "1"),
            ]);
            school.send(&draft, &noted).await.is(303);
        }
        let page = school.open(&draft).await.is(200);
        assert!(!obstacles(&page), "{page:?}");
        let preview = packet_on(&page);
        assert!(preview.contains("Noor Vos") && preview.contains("Ik vind school stom"), "{preview}");

        let code = code_on(&school.send(&draft, &with_send).await.is(200));
        town.app.work().await;
        let link = link_in(&mail.mails());
        let partner = town.passer_by();
        partner.send(&link, &[("code", &code)]).await.is(303);
        assert_eq!(packet_on(&partner.open(&link).await.is(200)), preview);
        assert_eq!(packet_on(&school.open(&draft).await.is(200)), preview);
        // The code is shown once.
        assert!(!school.open(&draft).await.text.contains("<p class=\"code\">"));
    }

    async fn what_a_partner_tells_by_telephone_is_written_down(database: Database) {
        let town = Town::new(database);
        let signal = town.noor_has_fallen().await;
        let (id, _) = sent(&town, &signal).await;
        let path = format!("/api/v1/referrals/{id}/transitions");
        let coordinator = town.api(COORDINATOR);
        coordinator.post(&path, json!({"event": "accepted"})).await.refuses(422);
        coordinator.post(&path, json!({"event": "completed", "told_by": "Ans"})).await.refuses(409);
        assert_eq!(followed(&town, &id).await.0, "offered");
        let told = json!({"event": "accepted", "told_by": "Ans, balie"});
        assert_eq!(coordinator.post(&path, told).await.is(200).say("state"), "accepted");
        let (_, events) = followed(&town, &id).await;
        assert_eq!(events, ["send", "open", "accepted"]);
        let seen = coordinator.get(&format!("/api/v1/referrals/{id}")).await.json();
        assert_eq!(seen["steps"][2]["told_by"], "Ans, balie");

        // Consent that is taken back stops what runs.
        let back = json!({"given_by": town.cast.mother, "answer": "withdrawn", "given_on": "2026-03-12"});
        let stopped = coordinator.post(&format!("/api/v1/referrals/{id}/consents"), back).await.is(200);
        assert_eq!(stopped.say("state"), "stopped");
        coordinator.post(&path, json!({"event": "in_progress", "told_by": "Ans"})).await.refuses(409);
    }

    async fn a_partner_behind_the_municipality_is_not_asked_by_the_school(database: Database) {
        let town = Town::new(database);
        let coordinator = town.api(COORDINATOR);
        let to = |partner: &str| json!({"pupil": town.cast.noor, "partner": partner});
        let why = coordinator.post("/api/v1/referrals", to(&town.cast.youth_team.0)).await.refuses(422);
        assert!(why.contains("Jeugdteam"), "{why}");

        // The samenwerkingsverband has a task in law: no consent, but parents are told, and that is recorded.
        spoken_with_both(&town).await;
        let mut draft = to(&town.cast.partnership.0);
        draft["question"] = json!("Denkt u mee?");
        draft["ground"] = json!("statutory");
        let id = coordinator.post("/api/v1/referrals", draft.clone()).await.is(201).say("id");
        let path = format!("/api/v1/referrals/{id}/transitions");
        coordinator.post(&path, json!({"event": "send"})).await.refuses(409);
        draft["ground_note"] = json!("Passend onderwijs");
        let untold = coordinator.post("/api/v1/referrals", draft.clone()).await.is(201).say("id");
        let path = format!("/api/v1/referrals/{untold}/transitions");
        let why = coordinator.post(&path, json!({"event": "send"})).await.refuses(409);
        assert!(why.contains("geïnformeerd"), "{why}");
        draft["informed"] = json!("moeder, telefonisch");
        draft["informed_on"] = json!("2026-03-12");
        let id = coordinator.post("/api/v1/referrals", draft).await.is(201).say("id");
        let path = format!("/api/v1/referrals/{id}/transitions");
        coordinator.post(&path, json!({"event": "send"})).await.is(200);
    }
}
