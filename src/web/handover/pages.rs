//! The pages a partner sees: the code, the handover with its answers, the thanks, and nothing (any more).

use actix_web::HttpResponse;
use askama::Template;

use crate::care::referrals::packet::Packet;
use crate::care::referrals::state::{Actor, Event, MOVES, State as Stands};
use crate::door::gate::LANGUAGE;
use crate::ground::Words;
use crate::web::failure::{Answer, Failure};
use crate::web::page::{self, Page};

#[derive(Template)]
#[template(path = "handover_code.html")]
pub(super) struct CodePage {
    pub(super) page: Page,
    pub(super) token: String,
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
    problem: Option<String>,
    typed: String,
}

pub(super) fn words() -> Words {
    Words(LANGUAGE.try_with(|l| *l).unwrap_or_default())
}

pub(super) fn gone() -> Answer {
    let page = GonePage { page: Page::without_person(words()) };
    Ok(HttpResponse::NotFound()
        .content_type("text/html; charset=utf-8")
        .body(page.render().map_err(Failure::from)?))
}

pub(super) fn handover(
    token: String,
    stands: Stands,
    packet: Packet,
    problem: Option<String>,
    typed: String,
) -> Answer {
    let w = words();
    let mut answers: Vec<(String, String)> = MOVES
        .iter()
        .filter(|(from, event, who, _)| {
            from.contains(&stands) && who.contains(&Actor::Partner) && *event != Event::Open
        })
        .map(|(_, event, _, _)| (event.as_str().to_owned(), w.t(&format!("answer-{event}"))))
        .collect();
    answers.push(("report".to_owned(), w.t("answer-report")));
    page::html(&HandoverPage {
        page: Page::without_person(w),
        token,
        state: w.t(&format!("referral-state-{stands}")),
        packet,
        answers,
        problem,
        typed,
    })
}
