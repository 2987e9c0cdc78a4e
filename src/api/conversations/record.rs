//! Recording a conversation, with or about a pupil or a group.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::answer::{Answer, Made};
use crate::api::problem::unknown_word;
use crate::care::speak::{self, Spoken};
use crate::door::{Person, State};
use crate::evidence::conversations::With;
use crate::ground::{Error, GroupId, Message, PupilId};

/// A conversation to record.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewConversation {
    /// The pupil, or
    pupil: Option<String>,
    /// the group.
    group: Option<String>,
    /// `pupil`, `parent`, `both`, `lol`, `mentor` or `group`.
    with: String,
    #[schema(value_type = String)]
    held_on: NaiveDate,
    /// What came of it, in a line.
    line: String,
    /// What was agreed.
    #[serde(default)]
    agreed: String,
}

/// Records a conversation.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for what was sent.
pub async fn record(state: web::Data<State>, person: Person, body: web::Json<NewConversation>) -> Answer {
    let new = body.into_inner();
    let with = With::from_word(&new.with)
        .filter(|with| *with != With::Meeting)
        .ok_or_else(|| unknown_word("with", &new.with))?;
    let spoken = Spoken { with, held_on: new.held_on, line: new.line, agreed: new.agreed };
    let now = state.clock.now();
    let id = state
        .db
        .write(move |conn| match (new.pupil, new.group) {
            (Some(pupil), None) => speak::about_pupil(conn, &person.0, now, &PupilId(pupil), &spoken),
            (None, Some(group)) => speak::about_group(conn, &person.0, now, &GroupId(group), &spoken),
            _ => Err(Error::Refused(Message::new("observation-no-subject"))),
        })
        .await?;
    Ok(HttpResponse::Created().json(Made { id }))
}
