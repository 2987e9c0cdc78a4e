//! What was typed survives a time-out: a form that is sent when the session is over is kept for the account whose session it
//! was, and is there after logging in. Once a form is done, what was kept of it goes.

use actix_web::dev::ServiceRequest;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web;

use super::State;
use super::gate::cookie_name;
use crate::ground::{AccountId, Result};
use crate::school::accounts::store;

/// The largest form that is kept, in bytes.
pub const LARGEST: usize = 64 * 1024;

/// Keeps the form of a request for whose session has ended; gives whether it could. Not a file, and nothing with a password
/// or code in it.
pub(super) async fn keep(state: &State, req: &mut ServiceRequest) -> Result<bool> {
    let is_form = req
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let cookie = req.cookie(cookie_name(state.config.is_https())).map(|cookie| cookie.value().to_owned());
    let (true, Some(token)) = (is_form, cookie) else { return Ok(false) };
    let Ok(body) = req.extract::<web::Bytes>().await else { return Ok(false) };
    let Ok(body) = String::from_utf8(body.to_vec()) else { return Ok(false) };
    if body.len() > LARGEST || !is_worth_keeping(&body) {
        return Ok(false);
    }
    let (form, now) = (address(req.uri()), state.clock.now());
    let kept = move |conn: &mut _| {
        let Some(account) = store::whose_session(conn, &token)? else { return Ok(false) };
        store::save_draft(conn, now, &account, &form, &body)?;
        Ok(true)
    };
    state.db.write(kept).await
}

/// Forgets what was kept of a form that is done.
pub(super) async fn forget(state: &State, account: AccountId, form: String) -> Result<()> {
    let (of, named) = (account.clone(), form.clone());
    if state.db.read(move |conn| store::draft(conn, &of, &named)).await?.is_some() {
        let now = state.clock.now();
        state.db.write(move |conn| store::save_draft(conn, now, &account, &form, "")).await?;
    }
    Ok(())
}

/// The address a form is sent to: what is kept of it stands under that.
pub(super) fn address(uri: &actix_web::http::Uri) -> String {
    uri.path_and_query().map_or_else(String::new, ToString::to_string)
}

/// Whether a form holds a text of more than a word, and no secret.
fn is_worth_keeping(body: &str) -> bool {
    let fields: Vec<_> = url::form_urlencoded::parse(body.as_bytes()).collect();
    let is_secret = |name: &str| ["password", "code"].contains(&name);
    !fields.iter().any(|(name, _)| is_secret(name))
        && fields.iter().any(|(_, value)| value.trim().contains([' ', '\n']))
}

#[cfg(test)]
mod tests {
    use super::is_worth_keeping;

    #[test]
    fn a_text_is_kept_and_a_secret_never() {
        assert!(is_worth_keeping("with=pupil&line=Zij+vertelde"));
        assert!(!is_worth_keeping("email=a%40b.example&password=geheim"));
        assert!(
            !is_worth_keeping("code=123456") && !is_worth_keeping("language=en") && !is_worth_keeping("")
        );
    }
}
