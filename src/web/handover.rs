//! The partner's side, without a login: the code, one calm page, five plain answers.
//! Opening the link changes nothing; guessing and links that ended land on the same calm page.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::failure::{Answer, Failure};
use super::fields::{Fields, Posted};
use super::page::{self, Page};
use crate::care::referrals::packet::Packet;
use crate::care::referrals::state::{Actor, Event, MOVES, State as Stands};
use crate::care::referrals::visit;
use crate::door::State;
use crate::door::gate::LANGUAGE;
use crate::ground::{Error, Message, Words};

const VISIT: &str = "baken-bezoek";

#[derive(Template)]
#[template(path = "handover_code.html")]
struct CodePage {
    page: Page,
    token: String,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "handover_gone.html")]
struct GonePage {
    page: Page,
}

#[derive(Template)]
#[template(path = "handover_done.html")]
struct DonePage {
    page: Page,
    school: String,
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

fn words() -> Words {
    Words(LANGUAGE.try_with(|l| *l).unwrap_or_default())
}

/// The handover during a visit; else the page that asks for the code.
///
/// # Errors
/// When the database refuses.
pub async fn open(req: HttpRequest, state: web::Data<State>, path: web::Path<String>) -> Answer {
    let token = path.into_inner();
    match look(&req, &state, &token).await {
        Ok((stands, packet)) => handover(token, stands, packet, None, String::new()),
        Err(Error::NotFound("visit")) => {
            page::html(&CodePage { page: Page::without_person(words()), token, problem: None })
        }
        Err(Error::NotFound(_)) => gone(),
        Err(error) => Err(error.into()),
    }
}

async fn look(req: &HttpRequest, state: &State, token: &str) -> Result<(Stands, Packet), Error> {
    let visit = req.cookie(VISIT).map(|c| c.value().to_owned()).unwrap_or_default();
    let (token, now) = (token.to_owned(), state.clock.now());
    state
        .db
        .read(move |conn| {
            let (referral, packet) = visit::look(conn, now, &token, &visit)?;
            Ok((referral.state, packet))
        })
        .await
}

fn gone() -> Answer {
    let page = GonePage { page: Page::without_person(words()) };
    Ok(HttpResponse::NotFound()
        .content_type("text/html; charset=utf-8")
        .body(page.render().map_err(Failure::from)?))
}

fn handover(token: String, stands: Stands, packet: Packet, problem: Option<String>, typed: String) -> Answer {
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

/// Takes the code.
///
/// # Errors
/// When the database refuses.
pub async fn enter(state: web::Data<State>, path: web::Path<String>, posted: Posted) -> Answer {
    let token = path.into_inner();
    let code = Fields(&posted).text("code").to_owned();
    let (now, secret, of) = (state.clock.now(), state.secret.clone(), token.clone());
    let entered = state.db.write(move |conn| visit::enter(conn, now, &secret, &of, &code)).await;
    match entered {
        Ok(Ok(visit)) => {
            let cookie = Cookie::build(VISIT, visit)
                .path("/overdracht")
                .http_only(true)
                .secure(state.config.is_https())
                .same_site(SameSite::Strict)
                .finish();
            let mut answer = page::to(&format!("/overdracht/{token}"));
            answer.add_cookie(&cookie).map_err(Error::internal)?;
            Ok(answer)
        }
        Ok(Err(message)) => page::again(&CodePage {
            page: Page::without_person(words()),
            token,
            problem: Some(words().say(&message)),
        }),
        Err(Error::NotFound(_)) => gone(),
        Err(error) => Err(error.into()),
    }
}

/// Takes the partner's answer.
///
/// # Errors
/// `Conflict` for an answer that does not fit the state; when the database refuses.
pub async fn answer(
    req: HttpRequest,
    state: web::Data<State>,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let token = path.into_inner();
    let (stands, packet) = match look(&req, &state, &token).await {
        Ok(found) => found,
        // The hour is over: the code again, then the page; the answer was not sent.
        Err(Error::NotFound("visit")) => return Ok(page::to(&format!("/overdracht/{token}"))),
        Err(Error::NotFound(_)) => return gone(),
        Err(error) => return Err(error.into()),
    };
    let fields = Fields(&posted);
    let note = fields.text("note").to_owned();
    let again = |problem: Message, packet| {
        handover(token.clone(), stands, packet, Some(words().say(&problem)), note.clone())
    };
    let event = match fields.text("answer") {
        "report" => None,
        word => match Event::from_word(word) {
            Some(event) => Some(event),
            None => return again(Message::new("handover-no-answer"), packet),
        },
    };
    // Before help was accepted there is no client yet who could agree to what is said.
    let tells = stands.runs() && !note.trim().is_empty();
    if (event.is_none() || tells) && !fields.ticked("own_consent") {
        return again(Message::new("handover-own-consent"), packet);
    }
    let given = visit::Answer {
        event,
        reason: String::new(),
        note: note.clone(),
        told_by: String::new(),
        account: None,
    };
    let visit = req.cookie(VISIT).map(|c| c.value().to_owned()).unwrap_or_default();
    let (now, of, school) = (state.clock.now(), token.clone(), packet.school.clone());
    let outcome = state.db.write(move |conn| visit::answer(conn, now, &of, &visit, &given)).await;
    match outcome {
        Ok(()) => page::html(&DonePage { page: Page::without_person(words()), school }),
        Err(Error::Refused(message)) => again(message, packet),
        Err(error) => Err(error.into()),
    }
}
