//! The school answers what a partner asked: the partner reads it behind the same link, and is mailed that it is there.

use chrono::NaiveDateTime;

use super::model::Step;
use super::state::Actor;
use super::store;
use crate::ground::audit::{self, Entry};
use crate::ground::outbox::{self, Task};
use crate::ground::{Conn, Error, Message, ReferralId, Result, Scope};

/// Answers a question.
///
/// # Errors
/// `NotFound` outside the scope, `Refused` without words, `Conflict` when nothing was asked.
pub fn reply(conn: &mut Conn, scope: &Scope, now: NaiveDateTime, id: &ReferralId, text: &str) -> Result<()> {
    let mut referral = store::referral(conn, scope, id)?;
    if !referral.asked || !referral.state.is_live() {
        return Err(Error::Conflict(Message::new("reply-nothing-asked")));
    }
    if text.trim().is_empty() {
        return Err(Error::Refused(Message::new("reply-empty")));
    }
    referral.asked = false;
    referral.changed_at = now;
    store::save(conn, &referral, referral.state)?;
    let step = Step {
        account_id: Some(scope.account.clone()),
        note: text.trim().to_owned(),
        ..Step::of(&referral, referral.state, "reply", Actor::School, now)
    };
    store::insert_step(conn, &step)?;
    audit::record(conn, now, &Entry::by(scope, "reply-to-partner", "referral", id))?;
    outbox::enqueue(conn, now, &Task::PartnerReplied { referral: id.clone() })
}
