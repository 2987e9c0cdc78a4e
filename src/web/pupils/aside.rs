//! *Niet meenemen* on a pupil's page: the lists to which parents object, noting one and taking it back.

use std::collections::BTreeMap;

use actix_web::web;
use chrono::NaiveDate;
use serde::Deserialize;

use super::read::Known;
use super::{Typed, done};
use crate::care::set_aside;
use crate::door::{Person, State};
use crate::evidence::instruments::Catalogue;
use crate::evidence::ratings::SOCIOGRAM;
use crate::ground::{Error, Message, PupilId};
use crate::web::failure::Answer;
use crate::web::page::{self, Page, list};
use crate::web::subject::Subject;

/// What is left out, and what could be.
#[derive(Debug, Default)]
pub(super) struct Aside {
    /// Each with its id and the sentence.
    pub(super) left_out: Vec<(String, String)>,
    /// The lists the pupil was measured with, and the sociogram, by code and name.
    pub(super) lists: Vec<(String, String)>,
    /// Today, as forms propose.
    pub(super) today: String,
    /// The list that was chosen.
    pub(super) chosen: String,
    /// The day that was filled in, else today.
    pub(super) day: String,
    /// What could not be done.
    pub(super) problem: String,
}

impl Aside {
    pub(super) fn of(
        page: &Page,
        known: &Known,
        catalogue: &Catalogue,
        today: NaiveDate,
        typed: Option<&AsideForm>,
        problem: String,
    ) -> Self {
        let name = |code: &str| list(page.w, catalogue, code);
        let sentence = |one: &crate::evidence::objections::Objection| {
            let said = Message::new("objection")
                .with("list", name(&one.instrument))
                .with("date", page.date(&one.objected_on));
            (one.id.clone(), page.say(&said))
        };
        let mut lists: BTreeMap<String, String> =
            known.scales.iter().map(|scale| (scale.code.0.clone(), scale.instrument.clone())).collect();
        // Whether there are ratings of this pupil is not asked: parents may object beforehand.
        lists.insert(SOCIOGRAM.to_owned(), name(SOCIOGRAM));
        for objection in &known.objections {
            lists.remove(&objection.instrument);
        }
        Self {
            left_out: known.objections.iter().map(sentence).collect(),
            lists: lists.into_iter().collect(),
            today: today.to_string(),
            chosen: typed.map_or_else(String::new, |form| form.list.clone()),
            day: typed.map_or_else(|| today.to_string(), |form| form.objected_on.clone()),
            problem,
        }
    }
}

/// Which list, and since when.
#[derive(Debug, Clone, Deserialize)]
pub struct AsideForm {
    list: String,
    #[serde(default)]
    objected_on: String,
}

/// Leaves the pupil out of a list.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn leave_out(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<AsideForm>,
) -> Answer {
    let (id, form, now) = (PupilId(id.into_inner()), form.into_inner(), state.clock.now());
    let (scope, pupil, catalogue) = (person.0.clone(), id.clone(), state.instruments.clone());
    let typed = Typed { aside: Some(form.clone()), ..Typed::default() };
    let outcome = state
        .db
        .write(move |conn| {
            let on = form.objected_on.parse().ok();
            let on = on.ok_or_else(|| Error::Refused(Message::new("objection-no-day")))?;
            set_aside::set_aside(conn, &scope, now, &catalogue, &pupil, (&form.list, on))
        })
        .await;
    done(&state, &person, id, outcome, typed).await
}

/// Takes the pupil along again.
///
/// # Errors
/// `NotFound` outside the scope, or for an objection that has ended.
pub async fn take_along(
    state: web::Data<State>,
    person: Person,
    path: web::Path<(String, String)>,
) -> Answer {
    let (id, objection) = path.into_inner();
    let (id, now) = (PupilId(id), state.clock.now());
    let pupil = id.clone();
    state.db.write(move |conn| set_aside::take_along(conn, &person.0, now, &pupil, &objection)).await?;
    Ok(page::to(&Subject::Pupil(id).done()))
}
