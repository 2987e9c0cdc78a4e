//! Taking the partner's answer.

use actix_web::{HttpRequest, web};

use super::pages::{DonePage, handover, words};
use super::{VISIT, look, missed};
use crate::care::referrals::visit::{self, What};
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
    let seen = match look(&req, &state, &token).await {
        Ok(found) => found,
        // The hour is over: the code again, then the page; the answer was not sent.
        Err(Error::NotFound("visit")) => return Ok(page::to(&format!("/overdracht/{token}"))),
        Err(Error::NotFound(_)) => return missed(&req, &state, token).await,
        Err(error) => return Err(error.into()),
    };
    let fields = Fields(&posted);
    let note = fields.text("note").to_owned();
    let again =
        |problem: Message, seen| handover(token.clone(), seen, Some(words().say(&problem)), note.clone());
    let (what, again_on) = match (What::from_word(fields.text("answer")), fields.date("again_on")) {
        (Some(what), Ok(day)) => (what, day),
        (None, _) => return again(Message::new("handover-no-answer"), seen),
        (_, Err(Error::Refused(message))) => return again(message, seen),
        (_, Err(error)) => return Err(error.into()),
    };
    let given = visit::Answer {
        what,
        reason: String::new(),
        note: note.clone(),
        again_on,
        own_consent: fields.ticked("own_consent"),
        told_by: String::new(),
        account: None,
    };
    let visit = req.cookie(VISIT).map(|c| c.value().to_owned()).unwrap_or_default();
    let (now, of, school) = (state.clock.now(), token.clone(), seen.packet.school.clone());
    let outcome = state.db.write(move |conn| visit::answer(conn, now, &of, &visit, &given)).await;
    match outcome {
        Ok(()) => page::html(&DonePage { page: Page::without_person(words()), school }),
        Err(Error::Refused(message)) => again(message, seen),
        Err(error) => Err(error.into()),
    }
}
