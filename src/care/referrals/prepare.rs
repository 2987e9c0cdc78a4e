//! Preparing a referral: begin, choose, note who agreed. Everything can still change until it is sent.

use chrono::NaiveDateTime;

use super::model::{Choice, Ground, Referral};
use super::state::State;
use super::store;
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, ReferralId, Result, Scope};

pub use super::begin::begin;
pub use super::note_consent::{Answered, note_consent};

/// What was chosen in the draft.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// What the school asks.
    pub question: String,
    /// The ground.
    pub ground: Option<Ground>,
    /// What goes with the ground.
    pub ground_note: String,
    /// Why nobody was spoken with.
    pub no_conversation: String,
    /// What goes along.
    pub choice: Choice,
}

/// Keeps what was chosen so far.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` when it was sent already.
pub fn keep(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &ReferralId,
    prepared: Prepared,
) -> Result<()> {
    let mut referral = draft(conn, scope, id)?;
    referral.question = prepared.question;
    referral.ground = prepared.ground;
    referral.ground_note = prepared.ground_note;
    referral.no_conversation = prepared.no_conversation;
    referral.choice = serde_json::to_string(&prepared.choice).map_err(Error::internal)?;
    referral.changed_at = now;
    store::save(conn, &referral, State::Draft)?;
    audit::record(conn, now, &Entry::by(scope, "prepare-referral", "referral", id))
}

/// A draft of a school this person coordinates.
fn draft(conn: &mut Conn, scope: &Scope, id: &ReferralId) -> Result<Referral> {
    let referral = store::referral(conn, scope, id)?;
    if referral.state != State::Draft {
        return Err(Error::Conflict(Message::new("referral-sent-already")));
    }
    Ok(referral)
}
