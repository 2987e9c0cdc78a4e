//! What was seen of a pupil or a group. Writing it down stands in `write`.

use actix_web::web;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{Answer, PAGE, list};
use crate::door::{Person, State};
use crate::evidence::observations::{self};
use crate::ground::audit::Entry;
use crate::ground::{Error, GroupId, Message, PupilId};
use crate::school::store;

pub mod write;

/// An observation.
#[derive(Debug, Serialize, ToSchema)]
pub struct Observation {
    id: String,
    pupil: Option<String>,
    group: Option<String>,
    domain: String,
    /// `concern`, `strength` or `note`.
    tone: String,
    urgent: bool,
    /// `staff`, `parent` or `pupil`.
    source: String,
    text: String,
    #[schema(value_type = String)]
    seen_on: NaiveDate,
}

/// Whose observations.
#[derive(Debug, Deserialize)]
pub struct About {
    pupil: Option<String>,
    group: Option<String>,
    cursor: Option<String>,
}

/// The observations about a pupil or a group.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn about(state: web::Data<State>, person: Person, query: web::Query<About>) -> Answer {
    let query = query.into_inner();
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let scope = &person.0;
            let cursor = query.cursor.as_deref();
            match (query.pupil.map(PupilId), query.group.map(GroupId)) {
                (Some(id), None) => {
                    let (pupil, why) = store::pupil(conn, scope, &id)?;
                    let found = observations::page(conn, &[pupil.id], &[], cursor, PAGE)?;
                    let entry = Entry::by(scope, "view-pupil", "pupil", &id).because_of(&why);
                    Ok((found, entry))
                }
                (None, Some(id)) => {
                    let (group, why) = store::group_for(conn, scope, &id)?;
                    let found = observations::page(conn, &[], &[group.id], cursor, PAGE)?;
                    let entry = Entry::by(scope, "view-group", "group", &id).because_of(&why);
                    Ok((found, entry))
                }
                _ => Err(Error::Refused(Message::new("observation-no-subject"))),
            }
        })
        .await?;
    let items = found
        .into_iter()
        .map(|o| Observation {
            id: o.id,
            pupil: o.pupil_id.map(|id| id.0),
            group: o.group_id.map(|id| id.0),
            domain: o.domain,
            tone: o.tone.to_string(),
            urgent: o.urgent,
            source: o.source.to_string(),
            text: o.text,
            seen_on: o.seen_on,
        })
        .collect();
    Ok(list(items, |o: &Observation| o.id.clone()))
}
