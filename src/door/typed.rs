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
    let Some(form) = form_of(req.uri()) else { return Ok(false) };
    // Looked first, so that who was never here keeps nobody who writes waiting.
    let whose = state.db.read(move |conn| store::whose_session(conn, &token)).await?;
    let Some(account) = whose else { return Ok(false) };
    let now = state.clock.now();
    state.db.write(move |conn| store::save_draft(conn, now, &account, &form, &body)).await?;
    Ok(true)
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

/// The form that something sent belongs to: what is kept while somebody types names it. Pages that keep their own drafts are
/// sent whole soon enough.
fn form_of(uri: &actix_web::http::Uri) -> Option<String> {
    let form = match uri.path() {
        "/concept" => url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
            .find(|(name, _)| name == "bij")
            .map(|(_, form)| form.into_owned()),
        path if path.ends_with("/concept") || path.starts_with("/concept/") => None,
        _ => Some(address(uri)),
    };
    form.filter(|form| may_be_kept(form))
}

/// Whether what is typed in a form may stand among what was not sent: the meldcode is nowhere else.
pub fn may_be_kept(form: &str) -> bool {
    !form.starts_with("/meldcode")
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
    use super::{form_of, is_worth_keeping};

    #[test]
    fn what_is_kept_belongs_to_the_form_it_was_typed_in() {
        let form = |uri: &str| form_of(&uri.parse().unwrap());
        assert_eq!(form("/groepen/1/lijst?lijst=eigen").as_deref(), Some("/groepen/1/lijst?lijst=eigen"));
        assert_eq!(
            form("/concept?bij=%2Fleerlingen%2F1%2Fgesprek").as_deref(),
            Some("/leerlingen/1/gesprek")
        );
        assert_eq!(
            (form("/observaties/concept"), form("/concept/weg"), form("/concept")),
            (None, None, None)
        );
        assert_eq!((form("/meldcode/1/stap"), form("/concept?bij=%2Fmeldcode%2F1")), (None, None));
    }

    #[test]
    fn a_text_is_kept_and_a_secret_never() {
        assert!(is_worth_keeping("with=pupil&line=Zij+vertelde"));
        assert!(!is_worth_keeping("email=a%40b.example&password=geheim"));
        assert!(
            !is_worth_keeping("code=123456") && !is_worth_keeping("language=en") && !is_worth_keeping("")
        );
    }
}
