//! What a person may do on a row.

use crate::care::triage::list::Row as Given;
use crate::ground::AccountId;
use crate::signals::model::Level;
use crate::signals::state::State;

/// What the person may do on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum May {
    /// All decisions.
    Decide,
    /// The mentor's answer.
    Answer,
    /// Go on with what the mentor has taken up, or end it.
    GoOn,
    /// Look.
    Look,
}

/// One's own pupil is answered for first, also by a coordinator; a person's concern is hers to decide at once.
pub(super) fn may(row: &Given, me: &AccountId) -> May {
    let answers = row.mine && row.level == Level::Pupil && row.state == State::WithMentor;
    let given = || row.owner.as_ref().is_some_and(|owner| owner.held.gives(me, row.changed_at));
    match row.state {
        _ if answers && !(row.human && row.coordinated) => May::Answer,
        _ if row.coordinated => May::Decide,
        _ if row.level == Level::Pupil && (row.state == State::InConversation || given()) => May::GoOn,
        _ => May::Look,
    }
}
