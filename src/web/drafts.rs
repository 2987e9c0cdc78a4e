//! What somebody typed in a form and did not send: kept while typing, put back where it was typed, and here with the rest of
//! its form, to be sent after all. A session that ended in between loses nothing (`door::typed`).

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::NaiveDateTime;
use serde::Deserialize;
use url::form_urlencoded;

use super::failure::{Answer, Failure};
use super::fields::{Fields, Posted};
use super::page::{self, Page};
use super::routes::ROUTES;
use crate::door::typed::{LARGEST, may_be_kept};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::{Error, Message, clock};
use crate::school::accounts::store as drafts;

/// To which address the form is sent.
#[derive(Debug, Deserialize)]
pub struct Of {
    #[serde(default)]
    bij: String,
}

/// A form as it was typed.
struct Draft {
    /// The address it is sent to.
    to: String,
    /// What kind of form it is.
    what: String,
    kept: String,
    /// What was chosen: name and value.
    chosen: Vec<(String, String)>,
    /// What was written: name and text.
    written: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "drafts.html")]
struct DraftsPage {
    page: Page,
    drafts: Vec<Draft>,
}

/// All that was typed and not sent.
///
/// # Errors
/// When the database refuses.
pub async fn show(state: web::Data<State>, person: Person) -> Answer {
    let scope = person.0.clone();
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let entry = Entry::by(&scope, "view-drafts", "account", &scope.account);
            Ok((drafts::drafts_of(conn, &scope.account)?, entry))
        })
        .await?;
    let page = Page::of(&person);
    let drafts = found.into_iter().map(|(to, body, at)| {
        let (written, chosen) = pairs(&body).into_iter().partition(|(_, value)| is_written(value));
        Draft { what: page.t1("draft-of", "form", kind(&to)), kept: said(&page, at), to, chosen, written }
    });
    page::html(&DraftsPage { drafts: drafts.collect(), page })
}

/// What was typed in one form, for the form itself: pairs of name and value, and when it was kept.
///
/// # Errors
/// When the database refuses.
pub async fn fields(state: web::Data<State>, person: Person, of: web::Query<Of>) -> Answer {
    let (account, page) = (person.0.account.clone(), Page::of(&person));
    let found = state.db.read(move |conn| drafts::drafts_of(conn, &account)).await?;
    Ok(match found.into_iter().find(|(form, ..)| *form == of.bij) {
        None => HttpResponse::NoContent().finish(),
        Some((_, body, at)) => {
            HttpResponse::Ok().json(serde_json::json!({ "fields": pairs(&body), "kept": said(&page, at) }))
        }
    })
}

/// Keeps what is typed so far; answers with the sentence "bewaard 14:02".
///
/// # Errors
/// `Refused` for what is no form of these pages, too large, or of the meldcode.
pub async fn keep(state: web::Data<State>, person: Person, of: web::Query<Of>, body: web::Bytes) -> Answer {
    let form = of.into_inner().bij;
    let text = String::from_utf8(body.to_vec()).unwrap_or_default();
    if !is_form(&form) || !may_be_kept(&form) || text.len() > LARGEST {
        return Err(Failure(Error::Refused(Message::new("draft-not-kept"))));
    }
    let (account, now) = (person.0.account.clone(), state.clock.now());
    state.db.write(move |conn| drafts::save_draft(conn, now, &account, &form, &text)).await?;
    let said = said(&Page::of(&person), now);
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(said))
}

/// Throws what was typed away.
///
/// # Errors
/// When the database refuses.
pub async fn drop(state: web::Data<State>, person: Person, form: Posted) -> Answer {
    let (of, account, now) =
        (Fields(&form).text("bij").to_owned(), person.0.account.clone(), state.clock.now());
    if is_form(&of) {
        state.db.write(move |conn| drafts::save_draft(conn, now, &account, &of, "")).await?;
    }
    Ok(page::to("/concept"))
}

fn said(page: &Page, at: NaiveDateTime) -> String {
    page.t1("observe-kept", "time", &clock::local(at).format("%H:%M").to_string())
}

fn pairs(body: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(body.as_bytes()).into_owned().collect()
}

/// Whether somebody wrote it, rather than chose it: it can be changed before it is sent after all.
fn is_written(value: &str) -> bool {
    value.trim().contains([' ', '\n'])
}

/// Whether this is the address of a form of these pages.
fn is_form(address: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default();
    let fits = |pattern: &str| {
        let (mut is, mut wants) = (path.split('/'), pattern.split('/'));
        loop {
            match (is.next(), wants.next()) {
                (None, None) => return true,
                (Some(part), Some(want)) if part == want || (want.starts_with('{') && !part.is_empty()) => {}
                _ => return false,
            }
        }
    };
    address.len() < 500 && ROUTES.iter().any(|route| !route.method.is_safe() && fits(route.path))
}

/// What kind of form is sent to an address, as a word for a message.
fn kind(address: &str) -> &'static str {
    let kinds = [
        ("/gesprek", "talk"),
        ("/besluit", "decision"),
        ("/mentor/", "mentor"),
        ("/verteld", "told"),
        ("/verwijzingen", "referral"),
        ("/observaties", "observation"),
        ("/lijst", "list"),
        ("/school", "school"),
    ];
    kinds.iter().find(|(part, _)| address.contains(part)).map_or("other", |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::is_form;

    #[test]
    fn only_a_form_of_these_pages_is_kept() {
        assert!(is_form("/leerlingen/1a/gesprek") && is_form("/groepen/1/lijst?lijst=zien-po"));
        assert!(!is_form("/leerlingen/1a") && !is_form("https://elders.example/") && !is_form("//x/gesprek"));
        assert!(!is_form("/leerlingen//gesprek") && !is_form(""));
    }
}
