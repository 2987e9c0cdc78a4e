//! The pupil's wish that parents do not know, on the pupil's page: writing it down, and ending it after it was discussed.

use actix_web::web;
use serde::Deserialize;

use super::{Typed, done};
use crate::door::{Person, State};
use crate::ground::{Error, Message, PupilId};
use crate::school::wishes;
use crate::web::failure::Answer;

/// On which day it was said, and with which words.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct WishForm {
    said_on: String,
    note: String,
    reason: String,
}

/// Writes the wish down.
///
/// # Errors
/// As `wishes::say`; what can be mended comes back as a page.
pub async fn say(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<WishForm>,
) -> Answer {
    let (id, form, now) = (PupilId(id.into_inner()), form.into_inner(), state.clock.now());
    let (scope, pupil) = (person.0.clone(), id.clone());
    let outcome = state
        .db
        .write(move |conn| {
            let unread =
                |_| Error::Refused(Message::new("form-no-date").with("value", form.said_on.as_str()));
            let on = form.said_on.parse().map_err(unread)?;
            wishes::say(conn, &scope, now, &pupil, on, &form.note)
        })
        .await;
    done(&state, &person, id, outcome, Typed::default()).await
}

/// Ends the wish.
///
/// # Errors
/// As `wishes::end`; what can be mended comes back as a page.
pub async fn end(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    form: web::Form<WishForm>,
) -> Answer {
    let (id, form, now) = (PupilId(id.into_inner()), form.into_inner(), state.clock.now());
    let (scope, pupil) = (person.0.clone(), id.clone());
    let outcome = state.db.write(move |conn| wishes::end(conn, &scope, now, &pupil, &form.reason)).await;
    done(&state, &person, id, outcome, Typed::default()).await
}
