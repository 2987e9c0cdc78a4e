//! Who is asking: by the cookie of a session, or by the token of a program.

use actix_web::dev::ServiceRequest;
use actix_web::http::header::AUTHORIZATION;

use super::State;
use super::gate::cookie_name;
use super::person::IsNamed;
use super::route::Door;
use crate::care::meldcode::store as meldcode;
use crate::ground::{AccountId, Error, Result, Scope};
use crate::school::accounts::{login, store, tokens};

/// The scope of whoever is asking, and at the pages whether a file of the meldcode names this person.
pub(super) async fn who(door: Door, state: &State, req: &ServiceRequest) -> Result<(Scope, IsNamed)> {
    let now = state.clock.now();
    let today = state.clock.today();
    match door {
        Door::Web => {
            let token = req
                .cookie(cookie_name(state.config.is_https()))
                .map(|cookie| cookie.value().to_owned())
                .ok_or(Error::NotFound("session"))?;
            let hours = state.config.session_hours;
            let (scope, is_named, stale, token) = state
                .db
                .read(move |conn| {
                    let (account, stale) = login::of_session(conn, now, &token, hours)?;
                    let is_named = meldcode::is_named(conn, &account, today)?;
                    Ok((store::scope_at(conn, &account, now, today)?, is_named, stale, token))
                })
                .await?;
            if stale {
                state.db.write(move |conn| store::touch_session(conn, now, &token)).await?;
            }
            Ok((scope, IsNamed(is_named)))
        }
        Door::Api => {
            let account = bearer(state, req)?;
            let scope = state.db.read(move |conn| store::scope_at(conn, &account, now, today)).await?;
            Ok((scope, IsNamed(false)))
        }
    }
}

fn bearer(state: &State, req: &ServiceRequest) -> Result<AccountId> {
    let token = req
        .headers()
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .ok_or(Error::NotFound("token"))?;
    tokens::verify(&state.secret, tokens::Purpose::Api, token, state.clock.now())
}
