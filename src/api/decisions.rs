//! Decisions on signals. What a mentor answers stands in `by_mentor`; reading signals is the work of `signals`.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use self::by_mentor::answer;
use super::answer::Answer;
use super::problem::unknown_word;
use crate::care::triage::{decide, mentor};
use crate::door::{Person, State};
use crate::ground::SignalId;
use crate::signals::state::Event;
use crate::signals::store;

mod by_mentor;

/// A decision, or a mentor's answer.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewDecision {
    /// A person's decision: `in_conversation`, `watching`, `planned`, `referred`, `no_action`, `closed`.
    /// A mentor's answer: `takes_up`, `asks_help`, `passes_on`, or `unknown` while it is not known yet.
    event: String,
    /// For `no_action`: `already_known`, `recovered`, `measurement`, `context`, `does_not_fit`, `other`.
    /// For `closed`: the outcome. For a mentor's answer: `recognised`, `does_not_fit`, `unknown`.
    #[serde(default)]
    reason: String,
    #[serde(default)]
    note: String,
    /// The day to look back, or to watch until: at most until the next round. Needed for all but the two ends.
    #[schema(value_type = Option<String>)]
    look_on: Option<NaiveDate>,
    /// For `planned` and `referred`: why nobody was spoken with first. A note is no such reason.
    #[serde(default)]
    no_conversation: String,
    /// Only this signal, not all open ones of its subject.
    #[serde(default)]
    only_this: bool,
}

/// What a decision did.
#[derive(Debug, Serialize, ToSchema)]
pub struct Decided {
    /// How many signals moved.
    moved: usize,
    /// The state of this signal now.
    state: String,
}

/// Decides on a signal and the open ones beside it, or gives a mentor's answer.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a wrong move, `Refused` for what is missing.
pub async fn decide(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    body: web::Json<NewDecision>,
) -> Answer {
    let id = SignalId(path.into_inner());
    let new = body.into_inner();
    let choice = mentor::Choice::from_word(&new.event);
    if choice.is_some() || new.event == mentor::View::Unknown.as_str() {
        return answer(&state, person, id, new, choice).await;
    }
    let event = Event::from_word(&new.event).ok_or_else(|| unknown_word("event", &new.event))?;
    let decision = decide::Decision {
        event,
        reason: new.reason,
        note: new.note,
        look_on: new.look_on,
        no_conversation: new.no_conversation,
    };
    let now = state.clock.now();
    let decided = state
        .db
        .write(move |conn| {
            let moved = decide::decide(conn, &person.0, now, &id, &decision, new.only_this)?;
            let state = store::signal(conn, &person.0, &id)?.state.to_string();
            Ok(Decided { moved, state })
        })
        .await?;
    Ok(HttpResponse::Ok().json(decided))
}
