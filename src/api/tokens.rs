//! `POST /api/v1/tokens`: a password for a token of a quarter of an hour.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::Answer;
use crate::door::gate::LANGUAGE;
use crate::door::{State, address};
use crate::ground::{Conn, Error, Words};
use crate::school::accounts::login::{self, Attempt};

/// What is asked for.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Credentials {
    /// The e-mail address.
    email: String,
    /// The password.
    password: String,
}

/// A token.
#[derive(Debug, Serialize, ToSchema)]
pub struct Token {
    /// For the header `Authorization: Bearer …`.
    token: String,
    /// When it ends (UTC, RFC 3339).
    expires_at: String,
}

/// Gives a token for a password.
///
/// # Errors
/// When the database refuses.
pub async fn issue(req: HttpRequest, state: web::Data<State>, body: web::Json<Credentials>) -> Answer {
    let now = state.clock.now();
    let attempt = Attempt {
        email: body.email.clone(),
        password: body.password.clone(),
        address: address::of(&req, &state),
    };
    let db = state.db.clone();
    let checked = tokio::task::spawn_blocking(move || login::check(&db, now, &attempt))
        .await
        .map_err(Error::internal)??;
    match checked {
        Ok(account) => {
            let secret = state.secret.clone();
            let start = move |conn: &mut Conn| login::start_token(conn, now, &secret, &account);
            let (token, ends) = state.db.write(start).await?;
            let expires_at = ends.and_utc().to_rfc3339();
            Ok(HttpResponse::Ok().json(Token { token, expires_at }))
        }
        Err(message) => {
            let title = Words(LANGUAGE.try_with(|l| *l).unwrap_or_default()).say(&message);
            Ok(HttpResponse::Unauthorized()
                .content_type("application/problem+json")
                .json(serde_json::json!({"type": "about:blank", "title": title, "status": 401})))
        }
    }
}
