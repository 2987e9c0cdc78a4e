//! Observations: what somebody saw, about a pupil or a group.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{Answer, PAGE, list};
use super::people::unknown_word;
use crate::care::observe::{self, Seen, Subject};
use crate::door::{Person, State};
use crate::evidence::observations::{self, Source, Tone};
use crate::ground::audit::Entry;
use crate::ground::{Error, GroupId, Message, PupilId};
use crate::school::store;

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
                    let entry = Entry::by(scope, "view-pupil", "pupil", &id).because(why.word());
                    Ok((found, entry))
                }
                (None, Some(id)) => {
                    let (group, why) = store::group_for(conn, scope, &id)?;
                    let found = observations::page(conn, &[], &[group.id], cursor, PAGE)?;
                    let entry = Entry::by(scope, "view-group", "group", &id).because(why.word());
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
