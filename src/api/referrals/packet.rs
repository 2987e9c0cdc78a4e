//! The handover of a referral as data and as plain text: what the partner sees, or would see now.

use actix_web::{HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::answer::Answer;
use crate::care::referrals::packet::{self, Packet};
use crate::care::referrals::store;
use crate::door::{Person, State};
use crate::ground::ReferralId;
use crate::ground::audit::Entry;
use crate::school::store as people;

/// A handover.
#[derive(Debug, Serialize, ToSchema)]
pub struct Handover {
    /// The state of the referral.
    state: String,
    /// The hash of what was sent; none: not sent yet.
    hash: Option<String>,
    /// The parts, as on the screen.
    #[schema(value_type = Object)]
    packet: Packet,
    /// The same as plain text, in Dutch.
    text: String,
}

/// The handover, frozen once it was sent.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn one(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let (id, scope) = (ReferralId(path.into_inner()), person.0);
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let referral = store::referral(conn, &scope, &id)?;
            let (pupil, why) = people::pupil(conn, &scope, &referral.pupil_id)?;
            let packet = packet::of(conn, &scope, &referral, &pupil)?;
            let handover = Handover {
                state: referral.state.to_string(),
                hash: referral.packet_hash,
                text: packet.text(),
                packet,
            };
            let entry = Entry::by(&scope, "view-packet", "referral", &id).because_of(&why);
            Ok((handover, entry))
        })
        .await?;
    Ok(HttpResponse::Ok().json(found))
}
