//! Of whom outsiders may hear the name: the form for one pupil on the agenda, and keeping it.

use actix_web::web;
use chrono::NaiveDate;
use serde::Deserialize;

use super::prepare::{Typed, back};
use crate::care::meetings::naming::{self, Naming};
use crate::care::meetings::{Ground, Meeting, OnAgenda};
use crate::door::{Person, State};
use crate::ground::Result;
use crate::school::Pupil;
use crate::web::failure::Answer;
use crate::web::fields::day;
use crate::web::page::Page;

/// The form as it is sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NamingForm {
    pub(super) ground: String,
    pub(super) note: String,
    pub(super) parents_invited_on: String,
    pub(super) pupil_invited_on: String,
    pub(super) need: String,
}

impl NamingForm {
    fn naming(&self) -> Result<Naming> {
        Ok(Naming {
            ground: Ground::from_word(&self.ground),
            note: self.note.clone(),
            parents_invited_on: day(&self.parents_invited_on)?,
            pupil_invited_on: day(&self.pupil_invited_on)?,
            need: self.need.clone(),
        })
    }

    fn of(subject: &OnAgenda) -> Self {
        let day = |on: Option<NaiveDate>| on.map_or_else(String::new, |on| on.to_string());
        Self {
            ground: subject.ground.map_or_else(String::new, |ground| ground.to_string()),
            note: subject.ground_note.clone(),
            parents_invited_on: day(subject.parents_invited_on),
            pupil_invited_on: day(subject.pupil_invited_on),
            need: subject.need.clone(),
        }
    }
}

/// A pupil on the agenda, as the person who prepares sees it.
pub(super) struct Seat {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) decided: bool,
    /// What keeps outsiders from hearing the name.
    pub(super) obstacles: Vec<String>,
    pub(super) grounds: Vec<(&'static str, String)>,
    pub(super) form: NamingForm,
}

impl Seat {
    pub(super) fn of(
        page: &Page,
        meeting: &Meeting,
        subject: &OnAgenda,
        pupil: &Pupil,
        typed: Option<&NamingForm>,
    ) -> Self {
        let obstacles = naming::obstacles(meeting, subject, pupil);
        let ground = |one: &Ground| (one.as_str(), page.t1("naming-ground", "ground", one.as_str()));
        Self {
            id: subject.id.clone(),
            name: pupil.full_name(),
            decided: subject.conversation_id.is_some(),
            obstacles: obstacles.iter().map(|said| page.say(said)).collect(),
            grounds: Ground::ALL.iter().map(ground).collect(),
            form: typed.cloned().unwrap_or_else(|| NamingForm::of(subject)),
        }
    }
}

/// Keeps ground, invitations and what is said without a name.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn note(
    state: web::Data<State>,
    person: Person,
    path: web::Path<(String, String)>,
    form: web::Form<NamingForm>,
) -> Answer {
    let ((id, subject), form, now) = (path.into_inner(), form.into_inner(), state.clock.now());
    let (scope, asked, at) = (person.0.clone(), form.naming(), (id.clone(), subject.clone()));
    let noted =
        state.db.write(move |conn| naming::note_naming(conn, &scope, now, (&at.0, &at.1), &asked?)).await;
    let typed = Typed { naming: Some((subject, form)), ..Typed::default() };
    back(&state, &person, id, noted, typed).await
}
