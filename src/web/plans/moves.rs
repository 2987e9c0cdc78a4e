//! Looking back on a plan: going on, ending it, giving it up; and that a step was copied to the official file.

use actix_web::web;

use super::draft::refused;
use crate::care::plans::model::Outcome;
use crate::care::plans::moves::{self, Move};
use crate::care::plans::state::Event;
use crate::care::plans::{store, why};
use crate::door::{Person, State};
use crate::ground::audit;
use crate::ground::{Error, Message, PlanId, Result};
use crate::web::failure::Answer;
use crate::web::fields::{Fields, Posted};
use crate::web::page;

/// Moves a plan that has begun.
///
/// # Errors
/// `NotFound` outside the scope; what can be mended comes back as a page.
pub async fn step(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let id = PlanId(path.into_inner());
    let (scope, of, now) = (person.0.clone(), id.clone(), state.clock.now());
    let wanted = wanted(Fields(&posted));
    match state.db.write(move |conn| moves::go(conn, &scope, now, &of, wanted?)).await {
        Ok(()) => Ok(page::to(&format!("/plannen/{id}"))),
        Err(error) => refused(&state, &person, id, error).await,
    }
}

fn wanted(fields: Fields<'_>) -> Result<Move> {
    let note = fields.text("note").to_owned();
    let word = fields.text("event");
    match Event::from_word(word) {
        Some(Event::Evaluate) => Ok(Move::Evaluate),
        Some(Event::GoOn) => Ok(Move::GoOn { evaluate_on: fields.date("evaluate_on")?, note }),
        Some(Event::End) => {
            let outcome = Outcome::from_word(fields.text("outcome"));
            let outcome = outcome.ok_or_else(|| Error::Refused(Message::new("plan-no-outcome")))?;
            Ok(Move::End { outcome, note, close: fields.ticked("close") })
        }
        Some(Event::Stop) => Ok(Move::Stop { note }),
        _ => Err(Error::Refused(Message::new("plan-no-event").with("value", word))),
    }
}

/// Notes that a step was copied to the official file.
///
/// # Errors
/// `NotFound` outside the scope, or for a step of another plan.
pub async fn transferred(
    state: web::Data<State>,
    person: Person,
    path: web::Path<String>,
    posted: Posted,
) -> Answer {
    let id = PlanId(path.into_inner());
    let (now, step, of) = (state.clock.now(), Fields(&posted).text("id").to_owned(), id.clone());
    state
        .db
        .write(move |conn| {
            let scope = &person.0;
            let plan = store::plan(conn, scope, &of)?;
            let why = why::why(conn, scope, &plan)?;
            store::mark_transferred(conn, &plan, &step, scope.today)?;
            let entry = why::entry(scope, "copy-to-file", &plan, why.as_ref());
            audit::record(conn, now, &entry.detail(format!("plan:{step}")))
        })
        .await?;
    Ok(page::to(&format!("/plannen/{id}")))
}
