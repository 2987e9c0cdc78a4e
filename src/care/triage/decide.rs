//! A person decides: one decision for all open signals of a subject, unless it is split. A plan splits: it is for its own
//! domain, and what a plan keeps quiet stays so when the rest of the row is decided on.
//! A plan or a referral needs a recorded conversation first, or a typed reason why not.

use chrono::{NaiveDate, NaiveDateTime};

use super::assign;
use super::check::{check, may_decide, somebody_has_it};
use super::spoken::spoken_first;
use crate::care::plans;
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Result, Scope, SignalId};
use crate::signals::model::Signal;
use crate::signals::moves::{self, Step};
use crate::signals::state::{Actor, Event};
use crate::signals::store;

pub use super::check::{NoActionReason, SIX_WEEKS, watch_until};
pub use super::refer_on::{come_back, refer_on};
pub use super::spoken::missing_conversation;

/// A decision to be made.
#[derive(Debug, Clone)]
pub struct Decision {
    /// One of the events a person may decide on.
    pub event: Event,
    /// A coded reason; needed for no action.
    pub reason: String,
    /// What was typed.
    pub note: String,
    /// The day to look back, or to watch until.
    pub look_on: Option<NaiveDate>,
    /// Why nobody was spoken with before a plan or a referral; a remark is no such reason.
    pub no_conversation: String,
}

/// Decides on all open signals of the subject of this signal, or on this one alone; returns how many moved.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` in another role, `Conflict` for a wrong move or when nobody
/// was spoken with, `Refused` for what is missing.
pub fn decide(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &SignalId,
    decision: &Decision,
    only_this: bool,
) -> Result<usize> {
    let signal = store::signal(conn, scope, id)?;
    let held = assign::of_subject(conn, &signal.subject)?;
    may_decide(scope, &signal, decision.event, held.as_ref())?;
    if matches!(decision.event, Event::Planned | Event::Referred) {
        let (pupil, group) = (signal.pupil_id.as_ref(), signal.group_id.as_ref());
        spoken_first(conn, scope, pupil, group, &decision.no_conversation)?;
    }
    check(scope.today, decision)?;
    let is_known = decision.reason == NoActionReason::AlreadyKnown.as_str();
    if decision.event == Event::NoAction && is_known {
        somebody_has_it(conn, scope, &signal, held.as_ref())?;
    }
    let mut look_on = decision.look_on;
    // Two readers alone know of a critical answer: what they decide on it says nothing of the rest, which others see.
    let own_alone = only_this
        || signal.read_until.is_some()
        || !signal.state.is_open()
        || decision.event == Event::Planned;
    if decision.event == Event::Planned {
        look_on = Some(plans::draft::of_signal(conn, scope, now, &signal, decision.no_conversation.trim())?);
    }
    let row: Vec<Signal> = if own_alone {
        vec![signal.clone()]
    } else {
        store::about(conn, scope, &signal.subject)?
            .into_iter()
            .filter(|other| other.state.is_open())
            .filter(|other| {
                other.id == signal.id || !(other.is_quiet(scope.today) || other.read_until.is_some())
            })
            // The row may hold what another must decide on: that stays as it is.
            .filter(|other| may_decide(scope, other, decision.event, held.as_ref()).is_ok())
            .collect()
    };
    let count = row.len();
    for mut signal in row {
        let step = Step {
            account: Some(&scope.account),
            reason: &decision.reason,
            note: decision.note.trim(),
            look_on,
            no_conversation: decision.no_conversation.trim(),
            ..Step::of(decision.event, Actor::Person)
        };
        moves::go(conn, now, &mut signal, &step)?;
    }
    // Who knows it already keeps it; else nobody has it in hand once it has ended.
    if !is_known {
        assign::let_go(conn, now, &signal.subject)?;
    }
    let entry = Entry::by(scope, "decide-signal", "signal", &signal.id)
        .at(scope, &signal.school_id)
        .detail(format!("{}:{count}", decision.event));
    audit::record(conn, now, &entry)?;
    Ok(count)
}
