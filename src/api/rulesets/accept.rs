//! Accepting a ruleset for a school, and taking that back while it waits.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::answer::Answer;
use crate::care::ruleset;
use crate::door::{Person, State};
use crate::ground::SchoolId;
use crate::school::{rulesets, store as people};

/// A choice.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewChoice {
    /// The school.
    school: String,
    /// The first day on which it may take effect: today or later.
    #[schema(value_type = String)]
    from: NaiveDate,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Chosen {
    /// Whether it holds already; if not, it waits for its day or for the next round.
    in_force: bool,
    /// The first day on which it takes effect.
    #[schema(value_type = String)]
    from: NaiveDate,
}

/// Accepts a ruleset.
///
/// # Errors
/// `Forbidden` for who is not the coordinator of the school, `NotFound` for a ruleset that cannot be chosen,
/// `Refused` for a day that lies behind, `Conflict` when it holds already.
pub async fn accept(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    body: web::Json<NewChoice>,
) -> Answer {
    let (name, new) = (path.into_inner(), body.into_inner());
    let (now, school, today) = (state.clock.now(), SchoolId(new.school), person.0.today);
    let waits = state
        .db
        .write(move |conn| {
            ruleset::accept(conn, &person.0, now, &school, &name, new.from)?;
            rulesets::waiting(conn, &school)
        })
        .await?;
    let from = waits.as_ref().map_or(today, |choice| choice.starts_on);
    Ok(HttpResponse::Created().json(Chosen { in_force: waits.is_none(), from }))
}

/// Of which school.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Withdrawal {
    /// The school.
    school: String,
}

/// What goes on to hold.
#[derive(Debug, Serialize, ToSchema)]
pub struct Withdrawn {
    /// The ruleset that the school is judged by.
    in_force: String,
}

/// Takes back the choice of a ruleset that waits.
///
/// # Errors
/// `Forbidden` for who is not the coordinator of the school, `Conflict` when it waits no more.
pub async fn withdraw(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    body: web::Json<Withdrawal>,
) -> Answer {
    let (name, school, now) = (path.into_inner(), SchoolId(body.into_inner().school), state.clock.now());
    let school = state
        .db
        .write(move |conn| {
            ruleset::withdraw(conn, &person.0, now, &school, &name)?;
            people::school(conn, &school)
        })
        .await?;
    Ok(HttpResponse::Ok().json(Withdrawn { in_force: school.ruleset }))
}
