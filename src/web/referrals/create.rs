//! Beginning the referral to the partner that was chosen.

use actix_web::web;

use crate::care::referrals::prepare;
use crate::door::{Person, State};
use crate::ground::{Conn, Message, OfferId, PartnerId, PupilId};
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page::{self};

/// Begins the referral and leads to its page.
///
/// # Errors
/// As `prepare::begin`.
pub async fn create(state: web::Data<State>, person: Person, posted: Posted) -> Answer {
    let fields = Fields(&posted);
    // A partner, or a partner and one of its offers.
    let (partner, offer) = match fields.text("partner").split_once('/') {
        Some((partner, offer)) => (partner, Some(OfferId(offer.to_owned()))),
        None => (fields.text("partner"), None),
    };
    let (pupil, partner) = (PupilId(fields.text("pupil").to_owned()), PartnerId(partner.to_owned()));
    if partner.0.is_empty() {
        return Err(crate::ground::Error::Refused(Message::new("referral-no-partner")).into());
    }
    let now = state.clock.now();
    let begin = move |conn: &mut Conn| prepare::begin(conn, &person.0, now, &pupil, &partner, offer.as_ref());
    let id = state.db.write(begin).await?;
    Ok(page::to(&format!("/verwijzingen/{id}")))
}
