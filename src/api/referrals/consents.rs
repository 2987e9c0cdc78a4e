//! Consent of a referral: noting somebody's answer.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

use super::read;
use crate::api::answer::Answer;
use crate::api::problem::{Failure, unknown_word};
use crate::care::referrals::model::{Authority, ConsentAnswer, GivenBy};
use crate::care::referrals::prepare::{self, Answered};
use crate::door::{Person, State};
use crate::ground::ReferralId;

/// Somebody's answer about consent.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewConsent {
    /// `pupil`, `parent`, `second_parent` or `guardian`.
    pub(super) given_by: String,
    /// `given`, `refused`, `unreachable` or `withdrawn`.
    pub(super) answer: String,
    /// `known`, `stated` or `unknown`; not needed for the pupil.
    pub(super) authority: Option<String>,
    #[serde(default)]
    pub(super) written: bool,
    #[schema(value_type = String)]
    pub(super) given_on: NaiveDate,
    #[serde(default)]
    pub(super) note: String,
}

pub(super) fn answered(new: NewConsent) -> Result<Answered, Failure> {
    let authority = match new.authority.as_deref() {
        None => Authority::Unknown,
        Some(word) => Authority::from_word(word).ok_or_else(|| unknown_word("authority", word))?,
    };
    Ok(Answered {
        given_by: GivenBy::from_word(&new.given_by).ok_or_else(|| unknown_word("given_by", &new.given_by))?,
        answer: ConsentAnswer::from_word(&new.answer).ok_or_else(|| unknown_word("answer", &new.answer))?,
        authority,
        written: new.written,
        given_on: new.given_on,
        note: new.note,
    })
}

/// Notes an answer about consent.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for what was sent.
pub async fn consent(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    body: web::Json<NewConsent>,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let answered = answered(body.into_inner())?;
    let (scope, now, of) = (person.0.clone(), state.clock.now(), id.clone());
    state.db.write(move |conn| prepare::note_consent(conn, &scope, now, &of, &answered)).await?;
    Ok(HttpResponse::Ok().json(read(&state, &person, id).await?))
}
