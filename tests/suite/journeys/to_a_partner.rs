//! From a signal to a partner's answer: the mentor first, a conversation first, the ground, the link and its code.

use serde_json::{Value, json};

use super::{Told, Town, Visitor};
use crate::support::cast::{COORDINATOR, MENTOR};
use crate::support::mail::Mail;
use crate::support::{MailServer, both_databases};

/// What stands in a draft that is complete: the question, what goes along, who agreed.
pub fn complete_draft(town: &Town, signal: &str) -> Value {
    json!({
        "pupil": town.cast.noor, "partner": town.cast.social_work,
        "question": "Kunt u met Noor praten over wat haar bezighoudt?",
        "ground": "consent",
        "choice": {"signals": [signal], "series": true, "tried": "Twee gesprekken met de juf"},
        "consents": [
            {"given_by": "parent", "answer": "given", "authority": "known", "given_on": "2026-03-12"},
            {"given_by": "second_parent", "answer": "given", "authority": "stated", "given_on": "2026-03-12"},
        ],
    })
}

/// Conversations with the pupil and a parent, recorded.
pub async fn spoken_with_both(town: &Town) {
    for with in ["pupil", "parent"] {
        let held = json!({"pupil": town.cast.noor, "with": with, "held_on": "2026-03-12", "line": "Het gaat niet goed."});
        town.api(COORDINATOR)
            .post("/api/v1/conversations", held)
            .await
            .is(201);
    }
}

/// A referral that was sent, with the code that the school was given.
pub async fn sent(town: &Town, signal: &str) -> (String, String) {
    spoken_with_both(town).await;
    let coordinator = town.api(COORDINATOR);
    let id = coordinator
        .post("/api/v1/referrals", complete_draft(town, signal))
        .await
        .is(201)
        .say("id");
    let path = format!("/api/v1/referrals/{id}/transitions");
    let code = coordinator
        .post(&path, json!({"event": "send"}))
        .await
        .is(200)
        .say("code");
    (id, code)
}

/// The state of a referral and the events of its steps, as the school sees them.
pub async fn followed(town: &Town, id: &str) -> (String, Vec<String>) {
    let seen = town
        .api(COORDINATOR)
        .get(&format!("/api/v1/referrals/{id}"))
        .await
        .is(200);
    let steps = seen.json()["steps"].as_array().unwrap().clone();
    let events = steps
        .iter()
        .map(|step| step["event"].as_str().unwrap().to_owned());
    (seen.say("state"), events.collect())
}

/// The path of the link in the partner's mail.
pub fn link_in(mails: &[Mail]) -> String {
    let offer: Vec<&Mail> = mails
        .iter()
        .filter(|m| m.to.starts_with("aanmelden@"))
        .collect();
    assert_eq!(offer.len(), 1, "{mails:?}");
    let token = offer[0].text.split("/overdracht/").nth(1).expect("a link");
    format!(
        "/overdracht/{}",
        token.split_whitespace().next().expect("a token")
    )
}

/// Mail may be read by anybody: it holds a link and no pupil, class, scale or reason.
fn says_nothing_of_a_child(mails: &[Mail]) {
    for mail in mails {
        let words = mail
            .text
            .split_whitespace()
            .filter(|word| !word.contains("://"));
        let said = format!("{} {}", mail.subject, words.collect::<Vec<_>>().join(" "));
        for secret in [
            "Noor",
            "Vos",
            "6B",
            "Welbevinden",
            "praten",
            "laag",
            "daalt",
        ] {
            assert!(!said.contains(secret), "{secret} in {mail:?}");
        }
        assert!(!mail.raw.contains("Noor"), "{mail:?}");
    }
}

/// The handover as it stands on a page.
fn packet_on(page: &Told) -> String {
    let after = page
        .text
        .split("<article class=\"packet\">")
        .nth(1)
        .unwrap_or_else(|| panic!("{page:?}"));
    after
        .split("</article>")
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// The six digits on the page that shows a new code, once.
pub fn code_on(page: &Told) -> String {
    let after = page
        .text
        .split("<p class=\"code\"><strong>")
        .nth(1)
        .unwrap_or_else(|| panic!("{page:?}"));
    after[..6].to_owned()
}

/// Another code than this one.
fn another_than(code: &str) -> String {
    let last = if code.ends_with('7') { '8' } else { '7' };
    format!("{}{last}", &code[..5])
}

/// The partner answers during a visit.
async fn answers(partner: &Visitor<'_>, link: &str, answer: &str, own_consent: &str) -> Told {
    let form = [
        ("answer", answer),
        ("note", "Een regel voor de school"),
        ("own_consent", own_consent),
    ];
    partner.send(&format!("{link}/antwoord"), &form).await
}

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

        let refer = json!({"event": "referred"});
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
        let mail = MailServer::start();
        let town = Town::with(database, |config| config.smtp_url = mail.url());
        let signal = town.noor_has_fallen().await;
        let (id, code) = sent(&town, &signal).await;
        assert_eq!(town.state_of(&signal).await, "referred");
        town.app.work().await;
        let link = link_in(&mail.mails());

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
        answers(&partner, &link, "in_progress", "1").await.is(200);
        let without_consent = answers(&partner, &link, "report", "").await.is(200);
        assert!(without_consent.text.contains("role=\"alert\""), "{without_consent:?}");
        answers(&partner, &link, "report", "1").await.is(200);
        answers(&partner, &link, "completed", "1").await.is(200);

        let (state, events) = followed(&town, &id).await;
        assert_eq!(state, "completed");
        assert_eq!(events, ["send", "open", "accepted", "in_progress", "report", "completed"]);
        // The link is dead, with the visit and with the code alike.
        partner.open(&link).await.is(404);
        partner.send(&link, &[("code", &code)]).await.is(404);
        answers(&partner, &link, "in_progress", "").await.is(404);

        town.app.work().await;
        let mails = mail.mails();
        assert_eq!(mails.iter().filter(|m| m.to == COORDINATOR).count(), 5, "{mails:?}");
        assert_eq!(mails.iter().filter(|m| m.to == MENTOR).count(), 1, "{mails:?}");
        says_nothing_of_a_child(&mails);
    }

    async fn five_wrong_codes_lock_the_link_until_the_school_gives_a_new_one(database: Database) {
        let mail = MailServer::start();
        let town = Town::with(database, |config| config.smtp_url = mail.url());
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
        let mail = MailServer::start();
        let town = Town::with(database, |config| config.smtp_url = mail.url());
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

        for who in ["parent", "second_parent"] {
            // The answer goes with the form, so that nothing else typed there is lost.
            let mut noted = chosen.to_vec();
            noted.extend([
                ("given_by", who),
                ("answer", "given"),
                ("authority", "known"),
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
        let back = json!({"given_by": "parent", "answer": "withdrawn", "authority": "known", "given_on": "2026-03-12"});
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

        // The samenwerkingsverband has a task in law: no consent, but a note on how parents were told.
        spoken_with_both(&town).await;
        let mut draft = to(&town.cast.partnership.0);
        draft["question"] = json!("Denkt u mee?");
        draft["ground"] = json!("statutory");
        let id = coordinator.post("/api/v1/referrals", draft.clone()).await.is(201).say("id");
        let path = format!("/api/v1/referrals/{id}/transitions");
        coordinator.post(&path, json!({"event": "send"})).await.refuses(409);
        draft["ground_note"] = json!("Passend onderwijs; ouders weten het");
        let id = coordinator.post("/api/v1/referrals", draft).await.is(201).say("id");
        let path = format!("/api/v1/referrals/{id}/transitions");
        coordinator.post(&path, json!({"event": "send"})).await.is(200);
    }
}
