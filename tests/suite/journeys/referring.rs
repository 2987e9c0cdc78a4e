//! The words of referring: a complete draft, sending, the mail with its link, the code, what a page shows of it.

use serde_json::{Value, json};

use super::{Told, Town, Visitor};
use crate::support::cast::COORDINATOR;
use crate::support::mail::Mail;
use crate::support::{Database, MailServer};

/// What stands in a draft that is complete: the question, what goes along, who agreed.
pub fn complete_draft(town: &Town, signal: &str) -> Value {
    json!({
        "pupil": town.cast.noor, "partner": town.cast.social_work,
        "question": "Kunt u met Noor praten over wat haar bezighoudt?",
        "ground": "consent",
        "choice": {"signals": [signal], "series": true, "tried": "Twee gesprekken met de juf"},
        "consents": [
            {"given_by": town.cast.mother, "answer": "given", "given_on": "2026-03-12"},
            {"given_by": town.cast.father, "answer": "given", "given_on": "2026-03-12"},
        ],
    })
}

/// Conversations with the pupil and a parent, recorded.
pub async fn spoken_with_both(town: &Town) {
    for with in ["pupil", "parent"] {
        let held = json!({"pupil": town.cast.noor, "with": with, "held_on": "2026-03-12", "line": "Het gaat niet goed."});
        town.api(COORDINATOR).post("/api/v1/conversations", held).await.is(201);
    }
}

/// A referral that was sent, with the code that the school was given.
pub async fn sent(town: &Town, signal: &str) -> (String, String) {
    spoken_with_both(town).await;
    sent_again(town, signal).await
}

/// A second referral, sent.
pub async fn sent_again(town: &Town, signal: &str) -> (String, String) {
    let api = town.api(COORDINATOR);
    let id = api.post("/api/v1/referrals", complete_draft(town, signal)).await.is(201).say("id");
    let path = format!("/api/v1/referrals/{id}/transitions");
    let code = api.post(&path, json!({"event": "send"})).await.is(200).say("code");
    (id, code)
}

/// A referral about Noor that lies with the partner.
pub struct Handed {
    pub town: Town,
    /// Where mail arrives: whoever sends more keeps it.
    pub mail: MailServer,
    /// The signal that went along.
    pub signal: String,
    /// The referral.
    pub id: String,
    /// The code that the school was given.
    pub code: String,
    /// The path of the link in the partner's mail.
    pub link: String,
}

/// Noor has fallen, the referral was sent, and the partner has mail.
pub async fn handed_over(database: Database) -> Handed {
    let (town, mail) = Town::with_mail(database);
    let signal = town.noor_has_fallen().await;
    let (id, code) = sent(&town, &signal).await;
    town.app.work().await;
    let link = link_in(&mail.mails());
    Handed { town, mail, signal, id, code, link }
}

/// The state of a referral and the events of its steps, as the school sees them.
pub async fn followed(town: &Town, id: &str) -> (String, Vec<String>) {
    let seen = town.api(COORDINATOR).get(&format!("/api/v1/referrals/{id}")).await.is(200);
    let steps = seen.json()["steps"].as_array().unwrap().clone();
    let events = steps.iter().map(|step| step["event"].as_str().unwrap().to_owned());
    (seen.say("state"), events.collect())
}

/// The path of the link in the partner's mail.
pub fn link_in(mails: &[Mail]) -> String {
    let offer: Vec<&Mail> = mails.iter().filter(|m| m.to.starts_with("aanmelden@")).collect();
    assert_eq!(offer.len(), 1, "{mails:?}");
    let token = offer[0].text.split("/overdracht/").nth(1).expect("a link");
    format!("/overdracht/{}", token.split_whitespace().next().expect("a token"))
}

/// Mail may be read by anybody: it holds a link and no pupil, class, scale or reason.
pub fn says_nothing_of_a_child(mails: &[Mail]) {
    for mail in mails {
        let words = mail.text.split_whitespace().filter(|word| !word.contains("://"));
        let said = format!("{} {}", mail.subject, words.collect::<Vec<_>>().join(" "));
        for secret in ["Noor", "Vos", "6B", "Welbevinden", "praten", "laag", "daalt"] {
            assert!(!said.contains(secret), "{secret} in {mail:?}");
        }
        assert!(!mail.raw.contains("Noor"), "{mail:?}");
    }
}

/// The handover as it stands on a page.
pub fn packet_on(page: &Told) -> String {
    let after = page.text.split("<article class=\"packet\">").nth(1).unwrap_or_else(|| panic!("{page:?}"));
    after.split("</article>").next().unwrap_or_default().to_owned()
}

/// The six digits on the page that shows a new code, once.
pub fn code_on(page: &Told) -> String {
    let after = page.text.split("<p class=\"code\"><strong>").nth(1).unwrap_or_else(|| panic!("{page:?}"));
    after[..6].to_owned()
}

/// Another code than this one.
pub fn another_than(code: &str) -> String {
    let last = if code.ends_with('7') { '8' } else { '7' };
    format!("{}{last}", &code[..5])
}

/// The partner answers during a visit.
pub async fn answers(partner: &Visitor<'_>, link: &str, answer: &str, own_consent: &str) -> Told {
    let form = [("answer", answer), ("note", "Een regel voor de school"), ("own_consent", own_consent)];
    partner.send(&format!("{link}/antwoord"), &form).await
}
