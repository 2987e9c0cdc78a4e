//! What waits for one person, in kinds and not in numbers: what a weekly mail may say. Looked up when the mail goes, by the
//! person's own scope of that day.

use chrono::NaiveDate;

use super::recipients::may_be_told;
use crate::care::referrals::store as referrals;
use crate::care::triage::list::{self, Row};
use crate::ground::{AccountId, Conn, Error, Result};
use crate::school::accounts::store as accounts;
use crate::signals::state::State;

/// What waits for a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Waits {
    /// An answer as the mentor.
    pub(super) answer: bool,
    /// A decision as the coordinator.
    pub(super) decision: bool,
    /// Something the person has in hand.
    pub(super) in_hand: bool,
    /// A referral that asks for the school.
    pub(super) referral: bool,
}

impl Waits {
    /// The keys of what waits, each a line of the mail.
    pub(super) fn lines(self) -> Vec<&'static str> {
        let all = [
            (self.answer, "mail-waits-answer"),
            (self.decision, "mail-waits-decision"),
            (self.in_hand, "mail-waits-in-hand"),
            (self.referral, "mail-waits-referral"),
        ];
        all.into_iter().filter_map(|(waits, key)| waits.then_some(key)).collect()
    }
}

/// What waits for a person today; nothing for who works here no more.
pub(super) fn waits(conn: &mut Conn, account: &AccountId, today: NaiveDate) -> Result<Waits> {
    let scope = match accounts::scope(conn, account, today) {
        Ok(scope) => scope,
        Err(Error::NotFound(_)) => return Ok(Waits::default()),
        Err(other) => return Err(other),
    };
    let rows: Vec<Row> = list::rows(conn, &scope)?.into_iter().filter(may_be_told).collect();
    let any = |test: fn(&Row) -> bool| rows.iter().any(test);
    Ok(Waits {
        answer: any(|row| row.mine && row.state == State::WithMentor),
        decision: any(|row| {
            row.coordinated && list::waits(row) && !(row.mine && row.state == State::WithMentor)
        }),
        in_hand: any(|row| row.held_by_me),
        referral: referrals::asking(conn, &scope)? > 0,
    })
}
