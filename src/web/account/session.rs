//! The cookie of a session, and ending it.

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::{HttpRequest, web};

use crate::door::State;
use crate::door::gate::cookie_name;
use crate::school::accounts::store;
use crate::web::failure::Answer;
use crate::web::page::{self};

pub(super) fn session_cookie(state: &State, token: String) -> Cookie<'static> {
    let https = state.config.is_https();
    Cookie::build(cookie_name(https), token)
        .path("/")
        .http_only(true)
        .secure(https)
        .same_site(SameSite::Lax)
        .finish()
}

/// Ends the session.
///
/// # Errors
/// When the database refuses.
pub async fn log_out(req: HttpRequest, state: web::Data<State>) -> Answer {
    let name = cookie_name(state.config.is_https());
    if let Some(cookie) = req.cookie(name) {
        let token = cookie.value().to_owned();
        state.db.write(move |conn| store::end_session(conn, &token)).await?;
    }
    let mut gone = session_cookie(&state, String::new());
    gone.set_max_age(time::Duration::ZERO);
    let mut answer = page::to("/inloggen");
    answer.add_cookie(&gone).map_err(crate::ground::Error::internal)?;
    Ok(answer)
}
