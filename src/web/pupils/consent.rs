//! Consent with a list on health, on a pupil's page: what was given, noting it and withdrawing it. Only where a list rests
//! on it.

use std::sync::Arc;

use actix_web::web;
use chrono::NaiveDate;
use serde::Deserialize;

use super::read::Known;
use super::{Typed, done};
use crate::care::list_consent;
use crate::door::{Person, State};
use crate::evidence::instruments::{Catalogue, Ground, Instrument};
use crate::evidence::list_consents::{GivenBy, ListConsent};
use crate::ground::{Error, Message, PupilId};
use crate::web::failure::Answer;
use crate::web::page::{self, Page};
use crate::web::subject::Subject;

/// What was given, and what could be.
#[derive(Debug, Default)]
pub(super) struct Consents {
    /// Each with its id and the sentence.
    pub(super) given: Vec<(String, String)>,
    /// The lists that rest on consent, by code and name.
    pub(super) lists: Vec<(String, String)>,
    /// Today, as the form proposes.
    pub(super) today: String,
}

impl Consents {
    pub(super) fn of(page: &Page, known: &Known, catalogue: &Catalogue, today: NaiveDate) -> Self {
        let on_consent =
            |one: &&Arc<Instrument>| one.special_category && one.ground == Ground::ExplicitConsent;
        let name = |code: &str| catalogue.get(code).map_or_else(|| code.to_owned(), |one| one.name.clone());
        let sentence = |one: &ListConsent| {
            let said = Message::new("list-consent")
                .with("list", name(&one.instrument))
                .with("by", one.given_by.as_str())
                .with("date", page.date(&one.given_on));
            (one.id.clone(), page.say(&said))
        };
        Self {
            given: known.consents.iter().map(sentence).collect(),
            lists: catalogue
                .all()
                .filter(on_consent)
                .map(|one| (one.code.clone(), one.name.clone()))
                .collect(),
            today: today.to_string(),
        }
    }
}

/// Which list, by whom, since when.
#[derive(Debug, Deserialize)]
pub struct ConsentForm {
    list: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    given_on: String,
}

/// Notes a consent.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn give(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<ConsentForm>,
) -> Answer {
    let (id, form, now) = (PupilId(id.into_inner()), form.into_inner(), state.clock.now());
    let (scope, pupil) = (person.0.clone(), id.clone());
    let outcome = state
        .db
        .write(move |conn| {
            let refuse = |key: &'static str| Error::Refused(Message::new(key));
            let on = form.given_on.parse().map_err(|_none| refuse("list-consent-no-day"))?;
            let by = GivenBy::from_word(&form.by).ok_or_else(|| refuse("list-consent-nobody"))?;
            list_consent::give(conn, &scope, now, &pupil, &form.list, by, on)
        })
        .await;
    done(&state, &person, id, outcome, Typed::default()).await
}

/// Withdraws a consent: what came in on it goes.
///
/// # Errors
/// `NotFound` outside the scope, or for a consent that has ended.
pub async fn withdraw(state: web::Data<State>, person: Person, path: web::Path<(String, String)>) -> Answer {
    let (id, consent) = path.into_inner();
    let (id, now) = (PupilId(id), state.clock.now());
    let pupil = id.clone();
    state.db.write(move |conn| list_consent::withdraw(conn, &person.0, now, &pupil, &consent)).await?;
    Ok(page::to(&Subject::Pupil(id).done()))
}
