//! The pages a partner sees: the code, the handover with its answers, the thanks, and nothing (any more).

use actix_web::HttpResponse;
use askama::Template;
use chrono::NaiveDateTime;

use super::Seen;
use crate::care::referrals::model::Kind;
use crate::care::referrals::packet::Packet;
use crate::care::referrals::state::{Actor, Event, MOVES};
use crate::care::referrals::visit;
use crate::door::State;
use crate::door::gate::LANGUAGE;
use crate::ground::{Error, Message, Words};
use crate::web::failure::{Answer, Failure};
use crate::web::page::{self, Page};
use crate::web::referrals::{title, words as said_with};

#[derive(Template)]
#[template(path = "handover_code.html")]
pub(super) struct CodePage {
    pub(super) page: Page,
    pub(super) token: String,
    /// Whom to call while the school is closed.
    pub(super) closed: Option<String>,
    pub(super) problem: Option<String>,
}

#[derive(Template)]
#[template(path = "handover_gone.html")]
struct GonePage {
    page: Page,
}

#[derive(Template)]
#[template(path = "handover_done.html")]
pub(super) struct DonePage {
    pub(super) page: Page,
    pub(super) school: String,
}

#[derive(Template)]
#[template(path = "handover.html")]
struct HandoverPage {
    page: Page,
    token: String,
    state: String,
    packet: Packet,
    answers: Vec<(String, String)>,
    /// Whom to call while the school is closed.
    closed: Option<String>,
    /// What was asked, answered and reported: by whom, when, what.
    said: Vec<(String, NaiveDateTime, String)>,
    /// Whether help was accepted: there is a client, who must know what is told.
    has_client: bool,
    problem: Option<String>,
    typed: String,
    text: String,
}

pub(super) fn words() -> Words {
    Words(LANGUAGE.try_with(|l| *l).unwrap_or_default())
}

/// Whom to call while the school is closed, in a sentence.
pub(super) async fn closed(state: &State, token: &str) -> Result<Option<String>, Error> {
    let (token, today) = (token.to_owned(), state.clock.today());
    let week = state.db.read(move |conn| visit::closed(conn, &token, today)).await?;
    Ok(week.map(|week| {
        let said = Message::new("closed-call")
            .with("date", week.to_on.to_string())
            .with("whom", week.call_whom)
            .with("phone", week.call_phone);
        words().say(&said)
    }))
}

pub(super) fn gone() -> Answer {
    let page = GonePage { page: Page::without_person(words()) };
    Ok(HttpResponse::NotFound()
        .content_type("text/html; charset=utf-8")
        .body(page.render().map_err(Failure::from)?))
}

pub(super) fn handover(token: String, seen: Seen, problem: Option<String>, typed: String) -> Answer {
    let w = words();
    let Seen { stands, packet, said, closed } = seen;
    let mut answers: Vec<(String, String)> = MOVES
        .iter()
        .filter(|(from, event, who, _)| {
            from.contains(&stands) && who.contains(&Actor::Partner) && *event != Event::Open
        })
        .map(|(_, event, _, _)| (event.as_str().to_owned(), w.t(&format!("answer-{event}"))))
        .collect();
    if stands.runs() {
        for kind in Kind::ALL {
            answers.push((kind.as_str().to_owned(), w.t(&format!("answer-{kind}"))));
        }
    }
    answers.push(("question".to_owned(), w.t("answer-question")));
    let said = said.into_iter().map(|step| (w.t(&title(&step)), step.at, said_with(w, &step))).collect();
    page::html(&HandoverPage {
        page: Page::without_person(w),
        token,
        state: w.t(&format!("referral-state-{stands}")),
        text: packet.text(),
        packet,
        answers,
        closed,
        said,
        has_client: stands.runs(),
        problem,
        typed,
    })
}
