//! Consent of a referral: noting somebody's answer.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

use super::read;
use crate::api::answer::Answer;
use crate::api::problem::{Failure, unknown_word};
use crate::care::referrals::model::{About, ConsentAnswer, Purpose};
use crate::care::referrals::prepare::{self, Answered};
use crate::door::{Person, State};
use crate::ground::{AdultId, ReferralId};

/// Somebody's answer about consent, to what would go now.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewConsent {
    /// `pupil`, or the id of an adult of this pupil.
    pub(super) given_by: String,
    /// `content` (is it right) or `transfer` (may it go); `transfer` when left out.
    #[serde(default)]
    pub(super) about: String,
    /// `given`, `refused`, `unreachable` or `withdrawn`.
    pub(super) answer: String,
    /// `answer` or `answer_and_report`; the second when left out.
    #[serde(default)]
    pub(super) purpose: String,
    /// Until which day it holds; none: until it is taken back.
    #[schema(value_type = Option<String>)]
    pub(super) until: Option<NaiveDate>,
    #[serde(default)]
    pub(super) written: bool,
    #[schema(value_type = String)]
    pub(super) given_on: NaiveDate,
    #[serde(default)]
    pub(super) note: String,
}

pub(super) fn answered(new: NewConsent) -> Result<Answered, Failure> {
    let about = match new.about.as_str() {
        "" => About::Transfer,
        word => About::from_word(word).ok_or_else(|| unknown_word("about", word))?,
    };
    let purpose = match new.purpose.as_str() {
        "" => Purpose::AnswerAndReport,
        word => Purpose::from_word(word).ok_or_else(|| unknown_word("purpose", word))?,
    };
    Ok(Answered {
        given_by: (new.given_by != "pupil").then_some(AdultId(new.given_by)),
        about,
        answer: ConsentAnswer::from_word(&new.answer).ok_or_else(|| unknown_word("answer", &new.answer))?,
        purpose,
        until: new.until,
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
