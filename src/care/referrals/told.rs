//! Staff write down what a partner told by telephone. What a partner answers by the link: `answer`.

use chrono::NaiveDateTime;

use super::state::{Event, State};
use super::store;
use super::visit::{self, Answer, What};
use crate::ground::audit::{self, Entry};
use crate::ground::{Conn, Error, Message, ReferralId, Result, Scope};

/// Staff write down what a partner told by telephone. A partner that never opened the link has seen it now.
///
/// # Errors
/// `NotFound` outside the scope, `Conflict` for a wrong move, `Refused` when it is not said who told it.
pub fn as_told(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    id: &ReferralId,
    mut answer: Answer,
) -> Result<()> {
    let mut referral = store::referral(conn, scope, id)?;
    if answer.told_by.trim().is_empty() {
        return Err(Error::Refused(Message::new("referral-told-by-whom")));
    }
    answer.account = Some(scope.account.clone());
    let tells = !matches!(answer.what, What::Move(Event::Open));
    if referral.state == State::Offered && tells {
        let seen = Answer {
            told_by: answer.told_by.clone(),
            account: answer.account.clone(),
            ..Answer::plain(Event::Open)
        };
        visit::step(conn, now, &mut referral, &seen)?;
    }
    visit::step(conn, now, &mut referral, &answer)?;
    let entry = Entry::by(scope, "write-down-answer", "referral", id).detail(answer.what.as_str());
    audit::record(conn, now, &entry)
}
