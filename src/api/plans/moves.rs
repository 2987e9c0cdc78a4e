//! Moving a plan: beginning it, looking back, going on, ending or stopping it.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::answer::Answer;
use crate::api::problem::{Failure, unknown_word};
use crate::care::plans::model::Outcome;
use crate::care::plans::moves::{self, Move};
use crate::care::plans::state::Event;
use crate::care::plans::{start, store};
use crate::door::{Person, State};
use crate::ground::{Error, Message, PlanId};

/// A move.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewTransition {
    /// `begin`, `evaluate` (before the day), `go_on`, `end` or `stop`.
    event: String,
    /// With `go_on`: the new day to look back.
    #[schema(value_type = Option<String>)]
    evaluate_on: Option<NaiveDate>,
    /// With `end`: `better`, `same`, `worse` or `cannot_tell`.
    #[serde(default)]
    outcome: String,
    /// With `end` what is said of the outcome, with `stop` why.
    #[serde(default)]
    note: String,
    /// With `end`: whether the plan's signals close too; for the coordinator.
    #[serde(default)]
    close_signals: bool,
}

/// What a move gave.
#[derive(Debug, Serialize, ToSchema)]
pub struct Moved {
    /// The state now.
    state: String,
}

/// Moves a plan.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a wrong move or what stands in the way, `Refused` for what is missing.
pub async fn transition(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    body: web::Json<NewTransition>,
) -> Answer {
    let (id, new, now) = (PlanId(path.into_inner()), body.into_inner(), state.clock.now());
    let wanted = wanted(new)?;
    let moved = state
        .db
        .write(move |conn| {
            let scope = &person.0;
            match wanted {
                None => start::start(conn, scope, now, &id)?,
                Some(wanted) => moves::go(conn, scope, now, &id, wanted)?,
            }
            Ok(Moved { state: store::plan(conn, scope, &id)?.state.to_string() })
        })
        .await?;
    Ok(HttpResponse::Ok().json(moved))
}

/// The move asked for; none to begin.
fn wanted(new: NewTransition) -> Result<Option<Move>, Failure> {
    let event = Event::from_word(&new.event).ok_or_else(|| unknown_word("event", &new.event))?;
    Ok(Some(match event {
        Event::Begin => return Ok(None),
        Event::Evaluate => Move::Evaluate,
        Event::GoOn => Move::GoOn { evaluate_on: new.evaluate_on, note: new.note },
        Event::End => {
            let outcome = Outcome::from_word(&new.outcome);
            let outcome = outcome.ok_or_else(|| unknown_word("outcome", &new.outcome))?;
            Move::End { outcome, note: new.note, close: new.close_signals }
        }
        Event::Stop => Move::Stop { note: new.note },
        // Only the clock says so.
        Event::FallsDue => {
            let message = Message::new("plan-no-event").with("value", event.as_str());
            return Err(Failure(Error::Conflict(message)));
        }
    }))
}
