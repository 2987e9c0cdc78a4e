//! Consent that is taken back: noted, and what runs is stopped.

use actix_web::web;

use super::asked::given_by;
use crate::care::referrals::model::{About, ConsentAnswer, Purpose};
use crate::care::referrals::prepare::{self, Answered};
use crate::door::{Person, State};
use crate::ground::ReferralId;
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
    let answered = Answered {
        given_by: given_by(Fields(&posted))?,
        about: About::Transfer,
        answer: ConsentAnswer::Withdrawn,
        purpose: Purpose::AnswerAndReport,
        until: None,
        written: false,
        given_on: person.0.today,
        note: String::new(),
    };
    let (now, of) = (state.clock.now(), id.clone());
    state.db.write(move |conn| prepare::note_consent(conn, &person.0, now, &of, &answered)).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}
