//! The partner's side, without a login: opening the link, which changes nothing. The code is taken in `enter`, one of
//! five plain answers in `answer`; guessing and links that ended land on the same calm page (`pages`).

use actix_web::{HttpRequest, web};

use self::pages::{CodePage, closed, gone, handover, words};
use super::failure::Answer;
use super::page::{self, Page};
use crate::care::referrals::packet::Packet;
use crate::care::referrals::state::State as Stands;
use crate::care::referrals::visit;
use crate::door::State;
use crate::ground::Error;

pub mod answer;
pub mod enter;
mod pages;

const VISIT: &str = "baken-bezoek";

/// The handover during a visit; else the page that asks for the code.
///
/// # Errors
/// When the database refuses.
pub async fn open(req: HttpRequest, state: web::Data<State>, path: web::Path<String>) -> Answer {
    let token = path.into_inner();
    match look(&req, &state, &token).await {
        Ok((stands, packet)) => {
            let closed = closed(&state, &token).await?;
            handover(token, stands, packet, closed, None, String::new())
        }
        Err(Error::NotFound("visit")) => {
            let closed = closed(&state, &token).await?;
            page::html(&CodePage { page: Page::without_person(words()), token, closed, problem: None })
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
