//! Looking back on a plan: it goes on, ends with an outcome, or is given up. What falls due by itself: `due`.

use chrono::{NaiveDate, NaiveDateTime};

use super::model::{Outcome, Plan, Step};
use super::start::wrong_day;
use super::state::{self, Actor, Event};
use super::{quiet, store};
use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, PlanId, Result, Scope, ids};

/// What a person does with a plan that has begun.
#[derive(Debug, Clone)]
pub enum Move {
    /// Look back before the day.
    Evaluate,
    /// Go on until another day.
    GoOn {
        /// The new day to look back.
        evaluate_on: Option<NaiveDate>,
        /// What changes.
        note: String,
    },
    /// End it.
    End {
        /// How it went.
        outcome: Outcome,
        /// What is said of that.
        note: String,
        /// Whether its signals end with it; the coordinator's to decide.
        close: bool,
    },
    /// Give it up.
    Stop {
        /// Why.
        note: String,
    },
}

/// Moves a plan; one that has not begun yet begins by `start`.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a wrong move, `Refused` for what is missing, `Forbidden` for closing
/// signals in another role.
pub fn go(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, id: &PlanId, wanted: Move) -> Result<()> {
    let mut plan = store::plan(conn, scope, id)?;
    let event = match wanted {
        Move::Evaluate => {
            step(conn, Some(scope), now, &mut plan, Event::Evaluate, Actor::Person, "")?;
            Event::Evaluate
        }
        Move::GoOn { evaluate_on, note } => {
            // The move first: a plan that may not move is told so, whatever else is missing.
            state::next(plan.state, Event::GoOn, Actor::Person)?;
            let on = evaluate_on.ok_or_else(|| Error::Refused(Message::new("plan-no-dates")))?;
            if let Some(wrong) = wrong_day(scope.today, scope.today, on) {
                return Err(Error::Refused(wrong));
            }
            plan.evaluate_on = Some(on);
            step(conn, Some(scope), now, &mut plan, Event::GoOn, Actor::Person, &note)?;
            quiet::quiet(conn, scope, now, &plan)?;
            Event::GoOn
        }
        Move::End { outcome, note, close } => {
            state::next(plan.state, Event::End, Actor::Person)?;
            must_say(&note, "plan-no-outcome")?;
            plan.outcome = Some(outcome);
            note.trim().clone_into(&mut plan.outcome_note);
            step(conn, Some(scope), now, &mut plan, Event::End, Actor::Person, &note)?;
            if close {
                scope.must(Role::Coordinator, &plan.school_id)?;
                quiet::close(conn, scope, now, &plan, note.trim())?;
            } else {
                quiet::wake(conn, scope, now, &plan)?;
            }
            Event::End
        }
        Move::Stop { note } => {
            state::next(plan.state, Event::Stop, Actor::Person)?;
            must_say(&note, "plan-no-reason")?;
            step(conn, Some(scope), now, &mut plan, Event::Stop, Actor::Person, &note)?;
            quiet::wake(conn, scope, now, &plan)?;
            Event::Stop
        }
    };
    let entry = Entry::by(scope, "move-plan", "plan", id).at(scope, &plan.school_id);
    audit::record(conn, now, &entry.detail(event.as_str()))
}

fn must_say(note: &str, key: &'static str) -> Result<()> {
    if note.trim().is_empty() { Err(Error::Refused(Message::new(key))) } else { Ok(()) }
}

/// Makes a step: by the table of states, saved with what else changed on the plan, and written down.
pub(super) fn step(
    conn: &mut Conn,
    scope: Option<&Scope>,
    now: NaiveDateTime,
    plan: &mut Plan,
    event: Event,
    actor: Actor,
    note: &str,
) -> Result<()> {
    let from = plan.state;
    plan.state = state::next(from, event, actor)?;
    plan.changed_at = now;
    store::save(conn, plan, from)?;
    store::insert_step(
        conn,
        &Step {
            id: ids::fresh(),
            plan_id: plan.id.clone(),
            event: event.as_str().to_owned(),
            actor,
            from_state: from,
            to_state: plan.state,
            account_id: scope.map(|scope| scope.account.clone()),
            note: note.trim().to_owned(),
            evaluate_on: plan.evaluate_on.filter(|_| matches!(event, Event::Begin | Event::GoOn)),
            at: now,
            transferred_on: None,
        },
    )
}
