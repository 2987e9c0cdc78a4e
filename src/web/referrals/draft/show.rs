//! The page of a draft: the form on the left, exactly what the partner will see on the right.

use askama::Template;

use super::ticks::{self, Tick};
use crate::care::referrals::model::{Choice, ConsentAnswer, OverrideGround};
use crate::care::referrals::packet::{self, Packet, Part};
use crate::care::referrals::{ground, partners};
use crate::door::Person;
use crate::ground::parents::{TONGUES, Tongue};
use crate::web::failure::Answer;
use crate::web::page::{self, Page};
use crate::web::referrals::asked::{self, Asked};
use crate::web::referrals::read::Draft;

#[derive(Template)]
#[template(path = "referral_draft.html")]
struct DraftPage {
    page: Page,
    id: String,
    pupil: String,
    pupil_id: String,
    partner: String,
    offer: String,
    route: String,
    question: String,
    no_conversation: String,
    spoken: Vec<Tick>,
    grounds: Vec<(String, String, bool)>,
    ground_note: String,
    informed: String,
    informed_on: Option<chrono::NaiveDate>,
    needed: Vec<String>,
    /// Who is asked, and what they answered.
    asked: Vec<Asked>,
    answers: Vec<(String, String)>,
    purposes: Vec<(String, String)>,
    /// Somebody said no or could not be reached: the ways that are left are shown.
    is_stuck: bool,
    /// The grounds on which a second person can be asked: only where consent is all that is missing.
    overrides: Vec<(String, String)>,
    not_parents: bool,
    /// From eighteen there is no step with parents any more.
    with_parents: bool,
    languages: &'static [Tongue],
    /// The parts that may go to this kind of partner, by their words.
    allowed: Vec<&'static str>,
    /// Those that may not, in words.
    kept_back: String,
    partner_id: String,
    text: String,
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
    let needed = draft.age.map(ground::needed).map_or_else(Vec::new, |needed| {
        [(needed.pupil, "needs-pupil"), (needed.adults, "needs-adults")]
            .into_iter()
            .filter(|(is, _)| *is)
            .map(|(_, key)| w.t(key))
            .collect()
    });
    let allowed = packet::allowed(&draft.partner.kind);
    let kept_back: Vec<String> = Part::ALL
        .iter()
        .filter(|part| !allowed.contains(part))
        .map(|part| w.t(&format!("part-{part}")))
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
        offer: draft.offer.as_ref().map(|offer| offer.name.clone()).unwrap_or_default(),
        pupil: draft.pupil.full_name(),
        pupil_id: draft.pupil.id.to_string(),
        route: w.t(&format!(
            "route-{}-word",
            draft.offer.as_ref().map_or(draft.partner.access_route, |offer| offer.access_route)
        )),
        partner: draft.partner.name.clone(),
        question: draft.referral.question.clone(),
        no_conversation: draft.referral.no_conversation.clone(),
        spoken,
        grounds,
        ground_note: draft.referral.ground_note.clone(),
        informed: draft.referral.informed.clone(),
        informed_on: draft.referral.informed_on,
        needed,
        asked: asked::asked(w, &draft),
        purposes: words("consent-purpose", &["answer_and_report", "answer"]),
        is_stuck: draft.obstacles.iter().any(|m| {
            ["consent-refused", "consent-unreachable", "consent-withdrawn"].contains(&m.key.as_ref())
        }),
        overrides: if draft.lacks_consent_alone {
            words("override", &all(OverrideGround::ALL, OverrideGround::as_str))
        } else {
            Vec::new()
        },
        not_parents: draft.not_parents,
        with_parents: draft.age.is_none_or(|age| age < 18),
        languages: TONGUES,
        allowed: allowed.iter().map(|part| part.as_str()).collect(),
        kept_back: kept_back.join(", "),
        partner_id: draft.partner.id.to_string(),
        text: draft.packet.text(),
        answers: words("consent-answer", &all(ConsentAnswer::ALL, ConsentAnswer::as_str)),
        today: person.0.today,
        chosen,
        signals,
        seen,
        obstacles: draft.obstacles.iter().map(|m| w.say(m)).collect(),
        packet: draft.packet,
    })
}

/// The words of all there are.
fn all<T: Copy>(of: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
    of.iter().copied().map(word).collect()
}
