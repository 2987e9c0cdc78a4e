//! Taking the partner's answer.

use actix_web::{HttpRequest, web};

use super::pages::{DonePage, gone, handover, words};
use super::{VISIT, look};
use crate::care::referrals::state::Event;
use crate::care::referrals::visit;
use crate::door::State;
use crate::ground::{Error, Message};
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self, Page};

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
        handover(token.clone(), stands, packet, None, Some(words().say(&problem)), note.clone())
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
