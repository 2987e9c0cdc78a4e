//! Taking the code, which begins a visit.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpRequest, web};

use super::pages::{CodePage, closed, words};
use super::{VISIT, missed};
use crate::care::referrals::visit;
use crate::door::{State, address};
use crate::ground::Error;
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self, Page};

/// Takes the code.
///
/// # Errors
/// When the database refuses.
pub async fn enter(
    req: HttpRequest,
    state: web::Data<State>,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let token = path.into_inner();
    let code = Fields(&posted).text("code").to_owned();
    let (now, secret, of) = (state.clock.now(), state.secret.clone(), token.clone());
    let from = address::of(&req, &state);
    let entered = state
        .db
        .write(move |conn| {
            if visit::must_wait(conn, now, &from)? {
                return Err(Error::NotFound("handover"));
            }
            visit::enter(conn, now, &secret, &of, &code)
        })
        .await;
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
            closed: closed(&state, &token).await?,
            token,
            problem: Some(words().say(&message)),
        }),
        Err(Error::NotFound(_)) => missed(&req, &state, token).await,
        Err(error) => Err(error.into()),
    }
}
