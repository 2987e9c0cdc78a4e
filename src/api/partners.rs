//! The directory of partners. Putting one in it stands in `add`.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::Answer;
use crate::care::referrals::store;
use crate::door::{Person, State};

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
}

/// The directory of partners.
///
/// # Errors
/// When the database refuses.
pub async fn all(state: web::Data<State>, _person: Person) -> Answer {
    let found = state.db.read(store::partners).await?;
    let items: Vec<Partner> = found
        .into_iter()
        .map(|p| Partner {
            id: p.id.0,
            name: p.name,
            kind: p.kind,
            access_route: p.access_route.to_string(),
            offer: p.offer,
            waiting: p.waiting,
            waiting_told_on: p.waiting_told_on,
        })
        .collect();
    Ok(HttpResponse::Ok().json(serde_json::json!({"items": items, "next": null})))
}
