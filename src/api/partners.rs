//! The directory of partners. Putting one in it stands in `add`.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::Answer;
use crate::care::referrals::model::Offer as Row;
use crate::care::referrals::store;
use crate::door::{Person, State};
use crate::ground::PartnerId;

pub mod add;

/// A partner.
#[derive(Debug, Serialize, ToSchema)]
pub struct Partner {
    id: String,
    name: String,
    kind: String,
    /// `direct`, `municipality`, `doctor` or `samenwerkingsverband`.
    access_route: String,
    offer: String,
    waiting: String,
    #[schema(value_type = Option<String>)]
    waiting_told_on: Option<NaiveDate>,
    /// Municipalities or districts, with commas between; empty: everywhere.
    regions: String,
    /// Gets no data: parents get the address.
    informal: bool,
    /// When it was made sure that the e-mail address is this partner's; none: not yet, and nothing can be sent.
    #[schema(value_type = Option<String>)]
    verified_on: Option<NaiveDate>,
    /// What it offers.
    offers: Vec<Offer>,
}

/// Something a partner offers.
#[derive(Debug, Serialize, ToSchema)]
pub struct Offer {
    id: String,
    name: String,
    /// From which age, in whole years.
    ages_from: Option<i32>,
    /// Up to and including which age.
    ages_to: Option<i32>,
    text: String,
    access_route: String,
    waiting: String,
    #[schema(value_type = Option<String>)]
    waiting_told_on: Option<NaiveDate>,
}

/// The directory of partners.
///
/// # Errors
/// When the database refuses.
pub async fn all(state: web::Data<State>, _person: Person) -> Answer {
    let (found, offers) = state
        .db
        .read(|conn| {
            let found = store::partners(conn)?;
            let ids: Vec<PartnerId> = found.iter().map(|partner| partner.id.clone()).collect();
            let offers = store::offers(conn, &ids)?;
            Ok((found, offers))
        })
        .await?;
    let items: Vec<Partner> = found
        .into_iter()
        .map(|p| Partner {
            offers: offers.iter().filter(|offer| offer.partner_id == p.id).map(offer_of).collect(),
            id: p.id.0,
            name: p.name,
            kind: p.kind,
            access_route: p.access_route.to_string(),
            offer: p.offer,
            waiting: p.waiting,
            waiting_told_on: p.waiting_told_on,
            regions: p.regions,
            informal: p.informal,
            verified_on: p.verified_on,
        })
        .collect();
    Ok(HttpResponse::Ok().json(serde_json::json!({"items": items, "next": null})))
}

fn offer_of(row: &Row) -> Offer {
    Offer {
        id: row.id.0.clone(),
        name: row.name.clone(),
        ages_from: row.ages_from,
        ages_to: row.ages_to,
        text: row.text.clone(),
        access_route: row.access_route.to_string(),
        waiting: row.waiting.clone(),
        waiting_told_on: row.waiting_told_on,
    }
}
