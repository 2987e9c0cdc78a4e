//! The adults around a pupil, with what is known of their authority: whose consent counts follows from it.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{Answer, Made};
use super::problem::{Failure, unknown_word};
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{AdultId, PupilId};
use crate::school::adults::{self, AdultKind, Authority, Told};
use crate::school::store as people;

/// An adult.
#[derive(Debug, Serialize, ToSchema)]
pub struct Adult {
    id: String,
    name: String,
    kind: String,
    authority: String,
    /// Whether nobody else has authority.
    alone: bool,
    source: String,
    #[schema(value_type = Option<String>)]
    on: Option<NaiveDate>,
}

/// What is said of an adult.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewAdult {
    name: String,
    /// `parent`, `guardian`, `gi`, `nidos` or `chosen`.
    kind: String,
    /// `known`, `stated`, `unknown` or `none`.
    authority: String,
    #[serde(default)]
    alone: bool,
    /// Where the authority is known from, with its day; not needed while it is unknown.
    #[serde(default)]
    source: String,
    #[schema(value_type = Option<String>)]
    on: Option<NaiveDate>,
    /// With a change: the adult no longer counts.
    #[serde(default)]
    ended: bool,
}

fn told(new: NewAdult) -> Result<Told, Failure> {
    Ok(Told {
        kind: AdultKind::from_word(&new.kind).ok_or_else(|| unknown_word("kind", &new.kind))?,
        authority: Authority::from_word(&new.authority)
            .ok_or_else(|| unknown_word("authority", &new.authority))?,
        name: new.name,
        alone: new.alone,
        source: new.source,
        on: new.on,
    })
}

/// The adults around a pupil.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` for who does not coordinate there.
pub async fn all(state: web::Data<State>, person: Person, path: web::Path<String>) -> Answer {
    let (id, scope) = (PupilId(path.into_inner()), person.0);
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let (pupil, why) = people::pupil(conn, &scope, &id)?;
            scope.must(Role::Coordinator, &pupil.school_id)?;
            let entry = Entry::by(&scope, "view-adults", "pupil", &id).because_of(&why);
            Ok((adults::of_pupil(conn, &pupil.id)?, entry))
        })
        .await?;
    let items: Vec<Adult> = found
        .into_iter()
        .map(|adult| Adult {
            id: adult.id.0,
            name: adult.name,
            kind: adult.kind.to_string(),
            authority: adult.authority.to_string(),
            alone: adult.alone,
            source: adult.authority_source,
            on: adult.authority_on,
        })
        .collect();
    Ok(HttpResponse::Ok().json(serde_json::json!({"items": items, "next": null})))
}

/// Writes an adult down.
///
/// # Errors
/// As `adults::add`.
pub async fn add(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    body: web::Json<NewAdult>,
) -> Answer {
    let (pupil, told, now) = (PupilId(path.into_inner()), told(body.into_inner())?, state.clock.now());
    let id = state.db.write(move |conn| adults::add(conn, &person.0, now, &pupil, &told)).await?;
    Ok(HttpResponse::Created().json(Made { id: id.0 }))
}

/// Changes what is said of an adult, or ends it.
///
/// # Errors
/// As `adults::change` and `adults::end`.
pub async fn change(
    state: web::Data<State>,
    person: Person,
    path: web::Path<(String, String)>,
    body: web::Json<NewAdult>,
) -> Answer {
    let (pupil, id) = path.into_inner();
    let (pupil, id, now) = (PupilId(pupil), AdultId(id), state.clock.now());
    let new = body.into_inner();
    let (made, ended, told) = (id.0.clone(), new.ended, told(new)?);
    state
        .db
        .write(move |conn| {
            if ended {
                adults::end(conn, &person.0, now, &pupil, &id)
            } else {
                adults::change(conn, &person.0, now, &pupil, &id, &told)
            }
        })
        .await?;
    Ok(HttpResponse::Ok().json(Made { id: made }))
}
