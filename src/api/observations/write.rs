//! Writing an observation down.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::answer::Answer;
use crate::api::problem::unknown_word;
use crate::care::observe::{self, Seen, Subject};
use crate::door::{Person, State};
use crate::evidence::observations::{Source, Tone};
use crate::ground::{Error, GroupId, Message, PupilId};

/// An observation to write down.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewObservation {
    /// The pupil, or
    pupil: Option<String>,
    /// the group, or
    group: Option<String>,
    /// for staff who read nothing, the pupil's full name.
    full_name: Option<String>,
    domain: String,
    /// `concern`, `strength` or `note`.
    tone: String,
    #[serde(default)]
    urgent: bool,
    /// `staff`, `parent` or `pupil`.
    source: String,
    #[serde(default)]
    seen_by: String,
    other_parent_may_read: Option<bool>,
    text: String,
    #[schema(value_type = String)]
    seen_on: NaiveDate,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Written {
    id: String,
    /// The signal a concern joined or began; not told to those who may not read it.
    signal: Option<String>,
}

/// Writes an observation down.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` for what was sent.
pub async fn write(state: web::Data<State>, person: Person, body: web::Json<NewObservation>) -> Answer {
    let new = body.into_inner();
    let tone = Tone::from_word(&new.tone).ok_or_else(|| unknown_word("tone", &new.tone))?;
    let source = Source::from_word(&new.source).ok_or_else(|| unknown_word("source", &new.source))?;
    let subject = match (new.pupil, new.group, new.full_name) {
        (Some(id), None, None) => Subject::Pupil(PupilId(id)),
        (None, Some(id), None) => Subject::Group(GroupId(id)),
        (None, None, Some(name)) => Subject::FullName(name),
        _ => return Err(Error::Refused(Message::new("observation-no-subject")).into()),
    };
    let writes_only = matches!(subject, Subject::FullName(_));
    let seen = Seen {
        subject,
        domain: new.domain,
        tone,
        urgent: new.urgent,
        source,
        seen_by: new.seen_by,
        other_parent_may_read: new.other_parent_may_read,
        text: new.text,
        seen_on: new.seen_on,
    };
    let now = state.clock.now();
    let (id, signal) = state.db.write(move |conn| observe::observe(conn, &person.0, now, &seen)).await?;
    let signal = signal.filter(|_| !writes_only).map(|id| id.0);
    Ok(HttpResponse::Created().json(Written { id, signal }))
}
