//! Putting a partner in the directory.

use actix_web::{HttpResponse, web};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::answer::{Answer, Made};
use crate::api::problem::unknown_word;
use crate::care::referrals::model::{AccessRoute, Partner as Row};
use crate::care::referrals::partners;
use crate::door::{Person, State};
use crate::ground::audit::Entry;

/// A partner to be put in the directory.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewPartner {
    name: String,
    /// `schoolmaatschappelijk-werk`, `jeugdteam`, `jeugdgezondheidszorg`, `samenwerkingsverband`, `leerplicht`,
    /// `jeugdhulp`, `psycholoog`, `jongerenwerk`, `veilig-thuis`, `doorstroompunt` or `anders`.
    kind: String,
    /// `direct`, `municipality`, `doctor` or `samenwerkingsverband`.
    access_route: String,
    /// The address the link goes to.
    email: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    offer: String,
    /// The waiting time as told today.
    #[serde(default)]
    waiting: String,
    /// Municipalities or districts, with commas between; empty: everywhere.
    #[serde(default)]
    regions: String,
    /// Helps as a neighbour or a club does: gets no data.
    #[serde(default)]
    informal: bool,
    /// Where it can be found.
    #[serde(default)]
    address: String,
}

/// Puts a partner in the directory.
///
/// # Errors
/// `Refused` for what was sent.
pub async fn add(state: web::Data<State>, person: Person, body: web::Json<NewPartner>) -> Answer {
    let new = body.into_inner();
    let access_route = AccessRoute::from_word(&new.access_route)
        .ok_or_else(|| unknown_word("access_route", &new.access_route))?;
    let partner = Row {
        phone: new.phone,
        offer: new.offer,
        waiting_told_on: (!new.waiting.is_empty()).then_some(person.0.today),
        waiting: new.waiting,
        regions: new.regions,
        informal: new.informal,
        address: new.address,
        ..Row::named(&new.name, &new.kind, access_route, &new.email)
    };
    let by = Entry::by(&person.0, "add-partner", "partner", "");
    let now = state.clock.now();
    let id = state.db.write(move |conn| partners::add(conn, now, &by, partner)).await?;
    Ok(HttpResponse::Created().json(Made { id: id.0 }))
}
