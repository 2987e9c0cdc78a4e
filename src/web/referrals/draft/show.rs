//! The page of a draft: the form on the left, exactly what the partner will see on the right.

use askama::Template;

use super::ticks::{self, Tick};
use crate::care::referrals::model::{Choice, Ground};
use crate::care::referrals::packet::Packet;
use crate::care::referrals::{ground, partners};
use crate::door::Person;
use crate::web::failure::Answer;
use crate::web::page::{self, Page};
use crate::web::referrals::read::Draft;

#[derive(Template)]
#[template(path = "referral_draft.html")]
struct DraftPage {
    page: Page,
    id: String,
    pupil: String,
    pupil_id: String,
    partner: String,
    route: String,
    question: String,
    no_conversation: String,
    spoken: Vec<Tick>,
    grounds: Vec<(String, String, bool)>,
    ground_note: String,
    is_consent: bool,
    needed: Vec<String>,
    consents: Vec<(String, String, chrono::NaiveDate, String)>,
    givers: Vec<(String, String)>,
    answers: Vec<(String, String)>,
    authorities: Vec<(String, String)>,
    today: chrono::NaiveDate,
    chosen: Choice,
    signals: Vec<Tick>,
    seen: Vec<Tick>,
    obstacles: Vec<String>,
    packet: Packet,
}

/// The page of a draft.
pub(super) fn show(person: &Person, draft: Draft) -> Answer {
    let w = person.words();
    let words = |prefix: &str, all: &[&str]| -> Vec<(String, String)> {
        all.iter().map(|word| ((*word).to_owned(), w.t(&format!("{prefix}-{word}")))).collect()
    };
    let chosen = draft.referral.chosen();
    let age = draft.pupil.age(person.0.today);
    let needed = age.map(ground::needed).map_or_else(Vec::new, |needed| {
        [(needed.pupil, "needs-pupil"), (needed.parents, "needs-parents")]
            .into_iter()
            .filter(|(is, _)| *is)
            .map(|(_, key)| w.t(key))
            .collect()
    });
    let consents = draft
        .consents
        .iter()
        .map(|c| {
            let who = w.t(&format!("given-by-{}", c.given_by));
            (who, w.t(&format!("consent-answer-{}", c.answer)), c.given_on, c.note.clone())
        })
        .collect();
    let grounds = partners::grounds(&draft.partner)
        .into_iter()
        .map(|g| {
            let ticked = draft.referral.ground == Some(g);
            (g.as_str().to_owned(), w.t(&format!("ground-{g}")), ticked)
        })
        .collect();
    let spoken = ticks::conversations(w, &draft, &chosen);
    let seen = ticks::observations(&draft, &chosen);
    let signals = ticks::signals(w, &draft, &chosen);
    page::html(&DraftPage {
        page: Page::of(person),
        id: draft.referral.id.to_string(),
        pupil: draft.pupil.full_name(),
        pupil_id: draft.pupil.id.to_string(),
        route: w.t(&format!("route-{}-word", draft.partner.access_route)),
        partner: draft.partner.name,
        question: draft.referral.question,
        no_conversation: draft.referral.no_conversation,
        spoken,
        grounds,
        ground_note: draft.referral.ground_note,
        is_consent: draft.referral.ground == Some(Ground::Consent),
        needed,
        consents,
        givers: words("given-by", &["pupil", "parent", "second_parent", "guardian"]),
        answers: words("consent-answer", &["given", "refused", "unreachable", "withdrawn"]),
        authorities: words("authority", &["known", "stated", "unknown"]),
        today: person.0.today,
        chosen,
        signals,
        seen,
        obstacles: draft.obstacles.iter().map(|m| w.say(m)).collect(),
        packet: draft.packet,
    })
}
