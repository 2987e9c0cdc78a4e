//! The conversations about a pupil. Recording one stands in `record`.

use actix_web::web;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{Answer, PAGE, list};
use crate::door::{Person, State};
use crate::evidence::conversations::{self};
use crate::ground::PupilId;
use crate::ground::audit::Entry;
use crate::school::store;

pub mod record;

/// A conversation.
#[derive(Debug, Serialize, ToSchema)]
pub struct Conversation {
    id: String,
    pupil: Option<String>,
    /// `pupil`, `parent`, `both`, `lol`, `mentor`, `group` or `meeting`.
    with: String,
    #[schema(value_type = String)]
    held_on: NaiveDate,
    line: String,
    agreed: String,
    #[schema(value_type = Option<String>)]
    transferred_on: Option<NaiveDate>,
}

/// Which pupil's.
#[derive(Debug, Deserialize)]
pub struct OfPupil {
    pupil: String,
    cursor: Option<String>,
}

/// The conversations about a pupil.
///
/// # Errors
/// `NotFound` outside the scope.
pub async fn of_pupil(state: web::Data<State>, person: Person, query: web::Query<OfPupil>) -> Answer {
    let query = query.into_inner();
    let found = state
        .db
        .read_audited(state.clock.now(), move |conn| {
            let id = PupilId(query.pupil);
            let (pupil, why) = store::pupil(conn, &person.0, &id)?;
            let found = conversations::page(conn, &[pupil.id], query.cursor.as_deref(), PAGE)?;
            let entry = Entry::by(&person.0, "view-pupil", "pupil", &id).because_of(&why);
            Ok((found, entry))
        })
        .await?;
    let items = found
        .into_iter()
        .map(|c| Conversation {
            id: c.id,
            pupil: c.pupil_id.map(|id| id.0),
            with: c.with_whom.to_string(),
            held_on: c.held_on,
            line: c.line,
            agreed: c.agreed,
            transferred_on: c.transferred_on,
        })
        .collect();
    Ok(list(items, |c: &Conversation| c.id.clone()))
}
