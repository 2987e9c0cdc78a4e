//! Beginning a referral, with all that is known already in one call.

use actix_web::{HttpResponse, web};
use serde::Deserialize;
use utoipa::ToSchema;

use super::consents::{NewConsent, answered};
use super::drafts::{Draft, prepared};
use crate::api::answer::{Answer, Made};
use crate::care::referrals::prepare::{self};
use crate::door::{Person, State};
use crate::ground::{OfferId, PartnerId, PupilId};

/// A referral to begin.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewReferral {
    pupil: String,
    partner: String,
    /// Which of the partner's offers it is for.
    offer: Option<String>,
    #[serde(flatten)]
    draft: Draft,
    /// Answers about consent.
    #[serde(default)]
    consents: Vec<NewConsent>,
}

/// Begins a referral with what is known already.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for what was sent.
pub async fn begin(state: web::Data<State>, person: Person, body: web::Json<NewReferral>) -> Answer {
    let new = body.into_inner();
    let consents = new.consents.into_iter().map(answered).collect::<Result<Vec<_>, _>>()?;
    let prepared = prepared(new.draft)?;
    let (pupil, partner, offer) = (PupilId(new.pupil), PartnerId(new.partner), new.offer.map(OfferId));
    let now = state.clock.now();
    let id = state
        .db
        .write(move |conn| {
            let scope = &person.0;
            let id = prepare::begin(conn, scope, now, &pupil, &partner, offer.as_ref())?;
            prepare::keep(conn, scope, now, &id, prepared)?;
            for consent in &consents {
                prepare::note_consent(conn, scope, now, &id, consent)?;
            }
            Ok(id)
        })
        .await?;
    Ok(HttpResponse::Created().json(Made { id: id.0 }))
}
