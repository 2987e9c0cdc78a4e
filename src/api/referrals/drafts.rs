//! Changing what a draft holds. Sending it is a move, in `moves`.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

use super::read;
use crate::api::answer::Answer;
use crate::api::problem::{Failure, unknown_word};
use crate::care::referrals::model::{Choice, Ground};
use crate::care::referrals::prepare::{self, Prepared};
use crate::door::{Person, State};
use crate::ground::ReferralId;

/// What a draft holds; all of it may still change until it is sent.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Draft {
    /// What the school asks.
    #[serde(default)]
    pub(super) question: String,
    /// `consent`, `statutory` or `meldcode`.
    pub(super) ground: Option<String>,
    #[serde(default)]
    pub(super) ground_note: String,
    /// Who was told, and how, where the ground is `statutory`.
    #[serde(default)]
    pub(super) informed: String,
    /// On which day.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub(super) informed_on: Option<NaiveDate>,
    /// Why nobody was spoken with.
    #[serde(default)]
    pub(super) no_conversation: String,
    /// What goes along.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub(super) choice: Choice,
}

pub(super) fn prepared(draft: Draft) -> Result<Prepared, Failure> {
    let ground = match draft.ground.as_deref() {
        None => None,
        Some(word) => Some(Ground::from_word(word).ok_or_else(|| unknown_word("ground", word))?),
    };
    Ok(Prepared {
        question: draft.question,
        ground,
        ground_note: draft.ground_note,
        informed: draft.informed,
        informed_on: draft.informed_on,
        no_conversation: draft.no_conversation,
        choice: draft.choice,
    })
}

/// Changes a draft: what is left out becomes empty.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` when it was sent already.
pub async fn change(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    body: web::Json<Draft>,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let prepared = prepared(body.into_inner())?;
    let (scope, now, of) = (person.0.clone(), state.clock.now(), id.clone());
    state.db.write(move |conn| prepare::keep(conn, &scope, now, &of, prepared)).await?;
    Ok(HttpResponse::Ok().json(read(&state, &person, id).await?))
}
