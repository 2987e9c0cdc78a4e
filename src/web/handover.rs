//! The partner's side, without a login: opening the link, which changes nothing. The code is taken in `enter`, one of a few
//! plain answers in `answer`; guessing and links that ended land on the same calm page (`pages`) and in the log.

use actix_web::{HttpRequest, web};

use self::pages::{CodePage, closed, gone, handover, words};
use super::failure::Answer;
use super::page::{self, Page};
use crate::care::referrals::model::Step;
use crate::care::referrals::packet::Packet;
use crate::care::referrals::state::State as Stands;
use crate::care::referrals::{store, visit};
use crate::door::{State, address};
use crate::ground::Error;

pub mod answer;
pub mod enter;
mod pages;

const VISIT: &str = "baken-bezoek";

/// What a partner sees during a visit.
struct Seen {
    stands: Stands,
    packet: Packet,
    /// What was asked, answered and reported.
    said: Vec<Step>,
    /// Whom to call while the school is closed.
    closed: Option<String>,
}

/// The handover during a visit; else the page that asks for the code.
///
/// # Errors
/// When the database refuses.
pub async fn open(req: HttpRequest, state: web::Data<State>, path: web::Path<String>) -> Answer {
    let token = path.into_inner();
    match look(&req, &state, &token).await {
        Ok(seen) => handover(token, seen, None, String::new()),
        Err(Error::NotFound("visit")) => {
            let closed = closed(&state, &token).await?;
            page::html(&CodePage { page: Page::without_person(words()), token, closed, problem: None })
        }
        Err(Error::NotFound(_)) => missed(&req, &state, token).await,
        Err(error) => Err(error.into()),
    }
}

async fn look(req: &HttpRequest, state: &State, token: &str) -> Result<Seen, Error> {
    let visit = req.cookie(VISIT).map(|c| c.value().to_owned()).unwrap_or_default();
    let (of, now, from) = (token.to_owned(), state.clock.now(), address::of(req, state));
    let mut seen = state
        .db
        .read(move |conn| {
            if visit::must_wait(conn, now, &from)? {
                return Err(Error::NotFound("handover"));
            }
            let (referral, packet) = visit::look(conn, now, &of, &visit)?;
            let steps = store::steps(conn, std::slice::from_ref(&referral.id))?;
            let is_said = |step: &Step| ["question", "reply", "report"].contains(&step.event.as_str());
            let said = steps.into_iter().filter(is_said).collect();
            Ok(Seen { stands: referral.state, packet, said, closed: None })
        })
        .await?;
    seen.closed = closed(state, token).await?;
    Ok(seen)
}

/// The calm page, with a line in the log; who tried too many gets the page alone.
async fn missed(req: &HttpRequest, state: &State, token: String) -> Answer {
    let (now, from) = (state.clock.now(), address::of(req, state));
    let asked = from.clone();
    if !state.db.read(move |conn| visit::must_wait(conn, now, &asked)).await? {
        state.db.write(move |conn| visit::miss(conn, now, &token, &from)).await?;
    }
    gone()
}
