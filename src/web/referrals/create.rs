//! Beginning the referral to the partner that was chosen.

use actix_web::web;

use crate::care::referrals::prepare;
use crate::door::{Person, State};
use crate::ground::{Message, PartnerId, PupilId};
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self};

/// Begins the referral and leads to its page.
///
/// # Errors
/// As `prepare::begin`.
pub async fn create(state: web::Data<State>, person: Person, posted: Posted) -> Answer {
    let fields = Fields(&posted);
    let (pupil, partner) =
        (PupilId(fields.text("pupil").to_owned()), PartnerId(fields.text("partner").to_owned()));
    if partner.0.is_empty() {
        return Err(crate::ground::Error::Refused(Message::new("referral-no-partner")).into());
    }
    let now = state.clock.now();
    let id = state.db.write(move |conn| prepare::begin(conn, &person.0, now, &pupil, &partner)).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}
