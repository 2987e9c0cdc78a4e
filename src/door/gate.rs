//! The gate before every handler: finds out who is asking and holds the route's rule of access.
//! It never looks at pupils; that is the scope's work further in.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpResponse, web};

use super::route::{Access, Door};
use super::who::who;
use super::{State, headers, typed};
use crate::ground::{Error, Language, Message, Result, Words};

tokio::task_local! {
    /// The language in which a failure is told; set here, read where failures become answers.
    pub static LANGUAGE: Language;
}

/// The name of the session's cookie; over https it may come from this host alone.
#[must_use]
pub const fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-baken" } else { "baken" }
}

/// A refusal at the gate, in the form of the door.
fn refuse(door: Door, status: u16, message: &Message, language: Language) -> HttpResponse {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::FORBIDDEN);
    let said = Words(language).say(message);
    match door {
        Door::Api => HttpResponse::build(status)
            .content_type("application/problem+json")
            .json(serde_json::json!({"type": "about:blank", "title": said, "status": status.as_u16()})),
        Door::Web => HttpResponse::build(status).content_type("text/plain; charset=utf-8").body(said),
    }
}

/// How a page says that somebody may not pass: status, sentence, language. The door for people hands it to the service.
#[derive(Clone, Copy)]
pub struct Refusal(pub fn(StatusCode, &Message, Language) -> HttpResponse);

/// The same on a page, where there is one.
fn refuse_on_page(door: Door, req: &ServiceRequest, message: &Message, language: Language) -> HttpResponse {
    match (door, req.app_data::<Refusal>()) {
        (Door::Web, Some(Refusal(page))) => page(StatusCode::FORBIDDEN, message, language),
        _ => refuse(door, 403, message, language),
    }
}

/// The middleware of one route.
///
/// # Errors
/// What the handler says.
pub async fn gate(
    door: Door,
    access: Access,
    mut req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let asked_for = language_asked_for(&req);
    if door == Door::Web && !req.method().is_safe() && !headers::is_same_site(req.headers()) {
        let answer = refuse(door, 403, &Message::new("gate-other-site"), asked_for);
        return Ok(req.into_response(answer).map_into_right_body());
    }
    if access == Access::Open {
        let answered = LANGUAGE.scope(asked_for, next.call(req)).await?;
        return Ok(answered.map_into_left_body());
    }
    let Some(state) = req.app_data::<web::Data<State>>().cloned() else {
        return Err(actix_web::error::ErrorInternalServerError("no state"));
    };
    let (scope, is_named) = match who(door, &state, &req).await {
        // An opened pupil is there to look at.
        Ok(found) if req.method().is_safe() => found,
        Ok((scope, is_named)) => (scope.without_opened(), is_named),
        Err(Error::NotFound(_)) => {
            let answer = match door {
                Door::Web => {
                    let kept =
                        !req.method().is_safe() && typed::keep(&state, &mut req).await.unwrap_or_default();
                    let back = back_to(&req, kept);
                    HttpResponse::SeeOther().insert_header((LOCATION, back)).finish()
                }
                Door::Api => refuse(door, 401, &Message::new("gate-no-token"), asked_for),
            };
            return Ok(req.into_response(answer).map_into_right_body());
        }
        Err(error) => {
            tracing::error!(%error, "the gate could not look up a session");
            let answer = refuse(door, 503, &Message::new("failure-busy"), asked_for);
            return Ok(req.into_response(answer).map_into_right_body());
        }
    };
    let allowed = match access {
        Access::Open | Access::SignedIn => true,
        Access::Roles(roles) => roles.iter().any(|role| scope.has(*role)),
    };
    if !allowed {
        let answer = refuse_on_page(door, &req, &Message::new("gate-role"), scope.language);
        return Ok(req.into_response(answer).map_into_right_body());
    }
    let language = scope.language;
    let sent = (door == Door::Web && !req.method().is_safe())
        .then(|| (scope.account.clone(), typed::address(req.uri())));
    req.extensions_mut().insert(scope);
    req.extensions_mut().insert(is_named);
    let answered = LANGUAGE.scope(language, next.call(req)).await?;
    if let Some((account, form)) = sent.filter(|_| answered.status() == StatusCode::SEE_OTHER)
        && let Err(error) = typed::forget(&state, account, form).await
    {
        // It goes by itself after a while; what was asked is done.
        tracing::warn!(%error, "what was kept of a form could not be forgotten");
    }
    Ok(answered.map_into_left_body())
}

/// The login page, with the way back for a page that was only read, or to what was typed in a form.
fn back_to(req: &ServiceRequest, kept: bool) -> String {
    if req.method().is_safe() {
        let path = req.uri().path_and_query().map_or("/", |p| p.as_str());
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("terug", path).finish();
        format!("/inloggen?{query}")
    } else {
        let terug = if kept { "&terug=/concept" } else { "" };
        format!("/inloggen?verlopen=1{terug}")
    }
}

fn language_asked_for(req: &ServiceRequest) -> Language {
    req.headers()
        .get(actix_web::http::header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .map_or(Language::Dutch, Language::from_code)
}
