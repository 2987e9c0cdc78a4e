//! Preparing a referral: begin, choose, note who agreed. Everything can still change until it is sent; who agreed to other
//! content has then agreed to nothing (`who_agrees`).

use chrono::{NaiveDate, NaiveDateTime};

use super::model::{Choice, Ground, Referral};
use super::state::State;
use super::store;
use crate::ground::audit::{self, Entry};
use crate::ground::{AccountId, Conn, Error, Message, ReferralId, Result, Scope};

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
    /// Who was told, and how, where that is asked.
    pub informed: String,
    /// On which day.
    pub informed_on: Option<NaiveDate>,
    /// Why nobody was spoken with.
    pub no_conversation: String,
    /// What goes along.
    pub choice: Choice,
}

/// Keeps what was chosen so far.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` when it was sent already or is held, `Refused` for a day to come.
pub fn keep(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &ReferralId,
    prepared: Prepared,
) -> Result<()> {
    let mut referral = draft(conn, scope, id)?;
    let days = [prepared.informed_on, prepared.choice.parent_view_on];
    if days.into_iter().flatten().any(|day| day > scope.today) {
        return Err(Error::Refused(Message::new("conversation-future")));
    }
    let choice = checked(&referral.chosen(), prepared.choice, &scope.account);
    referral.question = prepared.question;
    referral.ground = prepared.ground;
    referral.ground_note = prepared.ground_note;
    referral.informed = prepared.informed;
    referral.informed_on = prepared.informed_on;
    referral.no_conversation = prepared.no_conversation;
    referral.choice = serde_json::to_string(&choice).map_err(Error::internal)?;
    referral.changed_at = now;
    store::save(conn, &referral, State::Draft)?;
    audit::record(conn, now, &Entry::by(scope, "prepare-referral", "referral", id))
}

/// The choice, with who went through the parents' words with them. Words that changed since must be gone through again.
fn checked(before: &Choice, mut new: Choice, by: &AccountId) -> Choice {
    let same_check =
        new.parent_view_with == before.parent_view_with && new.parent_view_on == before.parent_view_on;
    let same_words = new.parent_view == before.parent_view;
    if same_check && !same_words && before.is_parent_view_checked() {
        new.parent_view_with.clear();
        new.parent_view_on = None;
    }
    new.parent_view_by = match (new.is_parent_view_checked(), same_check && same_words) {
        (false, _) => None,
        (true, true) => before.parent_view_by.clone(),
        (true, false) => Some(by.clone()),
    };
    new
}

/// A draft of a school this person coordinates.
fn draft(conn: &mut Conn, scope: &Scope, id: &ReferralId) -> Result<Referral> {
    let referral = store::referral(conn, scope, id)?;
    match referral.state {
        State::Draft => Ok(referral),
        State::HeldForSecond => Err(Error::Conflict(Message::new("referral-held"))),
        _ => Err(Error::Conflict(Message::new("referral-sent-already"))),
    }
}
