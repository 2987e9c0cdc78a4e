//! Consent that is taken back: noted, and what runs is stopped.

use actix_web::web;

use crate::care::referrals::model::{Authority, ConsentAnswer, GivenBy};
use crate::care::referrals::prepare::{self, Answered};
use crate::door::{Person, State};
use crate::ground::{Error, Message, ReferralId};
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self};

/// Consent is taken back: noted, and what runs is stopped.
///
/// # Errors
/// As `prepare::note_consent`.
pub async fn consent_taken_back(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let id = ReferralId(path.into_inner());
    let missing = || Error::Refused(Message::new("consent-form-incomplete"));
    let answered = Answered {
        given_by: GivenBy::from_word(Fields(&posted).text("given_by")).ok_or_else(missing)?,
        answer: ConsentAnswer::Withdrawn,
        authority: Authority::Unknown,
        written: false,
        given_on: person.0.today,
        note: String::new(),
    };
    let (now, of) = (state.clock.now(), id.clone());
    state.db.write(move |conn| prepare::note_consent(conn, &person.0, now, &of, &answered)).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}
