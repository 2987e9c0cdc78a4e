//! Drawing a plan up, with all that is known already in one call.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

use super::shape::Scale;
use crate::api::answer::{Answer, Made};
use crate::care::plans::draft::{self, Content, For};
use crate::care::plans::model::Watched;
use crate::door::{Person, State};
use crate::ground::{Error, GroupId, Message, PupilId, Result, SchoolId};
use crate::school::accounts::store as accounts;

/// A plan to draw up: for one of `pupil`, `group`, `school`.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewPlan {
    pupil: Option<String>,
    group: Option<String>,
    school: Option<String>,
    #[serde(default)]
    domains: Vec<String>,
    #[serde(default)]
    goal: String,
    scale: Option<Scale>,
    /// The code of one of the interventions; empty for an approach of one's own.
    #[serde(default)]
    intervention: String,
    #[serde(default)]
    own_approach: String,
    /// What was agreed with the samenwerkingsverband.
    #[serde(default)]
    arrangement: String,
    /// The mail address of who answers for it; the caller by default.
    owner: Option<String>,
    /// Today by default.
    #[schema(value_type = Option<String>)]
    starts_on: Option<NaiveDate>,
    /// Twelve weeks on by default.
    #[schema(value_type = Option<String>)]
    evaluate_on: Option<NaiveDate>,
    /// Why nobody was spoken with; always for a school.
    #[serde(default)]
    no_conversation: String,
    /// Whether it is for the coordinator alone.
    #[serde(default)]
    restricted: bool,
}

impl NewPlan {
    fn whom(&mut self) -> Result<For> {
        match (self.pupil.take(), self.group.take(), self.school.take()) {
            (Some(id), None, None) => Ok(For::Pupil(PupilId(id))),
            (None, Some(id), None) => Ok(For::Group(GroupId(id))),
            (None, None, Some(id)) => Ok(For::School(SchoolId(id))),
            _ => Err(Error::Refused(Message::new("plan-for-whom"))),
        }
    }
}

/// Draws a plan up.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for what was sent.
pub async fn begin(state: web::Data<State>, person: Person, body: web::Json<NewPlan>) -> Answer {
    let mut new = body.into_inner();
    let (whom, now) = (new.whom()?, state.clock.now());
    let (instruments, interventions) = (state.instruments.clone(), state.interventions.clone());
    let id = state
        .db
        .write(move |conn| {
            let scope = &person.0;
            let plan = draft::begin(conn, scope, now, whom)?;
            let owner = match &new.owner {
                None => None,
                Some(email) => {
                    let found = accounts::by_email(conn, email)?;
                    let unknown = || Error::Refused(Message::new("plan-owner-unknown"));
                    Some(found.ok_or_else(unknown)?.id)
                }
            };
            let content = Content {
                domains: new.domains,
                goal: new.goal,
                watched: new.scale.map(|one| Watched {
                    instrument: one.instrument,
                    informant: one.informant,
                    scale: one.scale,
                }),
                intervention: new.intervention,
                own_approach: new.own_approach,
                arrangement: new.arrangement,
                owner,
                starts_on: new.starts_on.or(plan.starts_on),
                evaluate_on: new.evaluate_on.or(plan.evaluate_on),
                no_conversation: new.no_conversation,
                restricted: new.restricted,
            };
            draft::keep(conn, scope, now, &instruments, &interventions, &plan.id, content)?;
            Ok(plan.id)
        })
        .await?;
    Ok(HttpResponse::Created().json(Made { id: id.0 }))
}
