//! The series of a pupil: what was measured, round by round.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::Answer;
use crate::door::{Person, State};
use crate::ground::PupilId;
use crate::ground::audit::Entry;
use crate::insight::series;
use crate::school::store;

/// A score.
#[derive(Debug, Serialize, ToSchema)]
pub struct Score {
    instrument: String,
    /// `leerling`, `leerkracht` or `ouder`.
    informant: &'static str,
    scale: String,
    /// The round's label.
    round: String,
    #[schema(value_type = String)]
    date: NaiveDate,
    score: f64,
}

/// Whose scores.
#[derive(Debug, Deserialize)]
pub struct OfPupil {
    pupil: String,
}

/// The scores of a pupil the caller may see, by scale and informant, oldest first; scales for the coordinator
/// alone only for the coordinator.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn of_pupil(state: web::Data<State>, person: Person, query: web::Query<OfPupil>) -> Answer {
    let id = PupilId(query.into_inner().pupil);
    let catalogue = state.instruments.clone();
    let scales = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let scope = &person.0;
            let (pupil, why) = store::pupil(conn, scope, &id)?;
            let entry = Entry::by(scope, "view-pupil", "pupil", &id).because_of(&why);
            let found = series::of_pupils(conn, scope, &catalogue, &[pupil])?;
            Ok((found.into_values().flatten().collect::<Vec<_>>(), entry))
        })
        .await?;
    let mut items = Vec::new();
    for scale in &scales {
        for line in &scale.lines {
            items.extend(line.points.iter().map(|point| Score {
                instrument: scale.code.0.clone(),
                informant: line.informant.code(),
                scale: scale.code.1.clone(),
                round: point.round.clone(),
                date: point.on,
                score: point.score,
            }));
        }
    }
    Ok(HttpResponse::Ok().json(serde_json::json!({"items": items, "next": null})))
}
