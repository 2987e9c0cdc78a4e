//! What waits for one person, in kinds and not in numbers: what a weekly mail may say. Looked up when the mail goes, by the
//! person's own scope of that day.

use chrono::NaiveDate;

use super::recipients::may_be_told;
use crate::care::referrals::store as referrals;
use crate::care::triage::list::{self, Row};
use crate::care::{openings, year_end};
use crate::ground::{AccountId, Conn, Error, Result};
use crate::school::accounts::store as accounts;
use crate::signals::state::State;

/// A kind of thing that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An answer as the mentor.
    Answer,
    /// A decision as the coordinator.
    Decision,
    /// Something the person has in hand.
    InHand,
    /// An opened pupil to review.
    Review,
    /// Observations at the year's end.
    YearEnd,
    /// A referral that asks for the school.
    Referral,
}

impl Kind {
    /// The key of its line in a mail.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Answer => "mail-waits-answer",
            Self::Decision => "mail-waits-decision",
            Self::InHand => "mail-waits-in-hand",
            Self::Review => "mail-waits-review",
            Self::YearEnd => "mail-waits-year-end",
            Self::Referral => "mail-waits-referral",
        }
    }
}

/// What waits for a person today; nothing for who works here no more.
pub(super) fn waits(conn: &mut Conn, account: &AccountId, today: NaiveDate) -> Result<Vec<Kind>> {
    let scope = match accounts::scope(conn, account, today) {
        Ok(scope) => scope,
        Err(Error::NotFound(_)) => return Ok(Vec::new()),
        Err(other) => return Err(other),
    };
    let rows: Vec<Row> = list::rows(conn, &scope)?.into_iter().filter(may_be_told).collect();
    let any = |test: fn(&Row) -> bool| rows.iter().any(test);
    let answers = |row: &Row| row.mine && row.state == State::WithMentor;
    let all = [
        (any(answers), Kind::Answer),
        (rows.iter().any(|row| row.coordinated && list::waits(row) && !answers(row)), Kind::Decision),
        (any(|row| row.held_by_me), Kind::InHand),
        (openings::waits(conn, &scope)?, Kind::Review),
        (year_end::waiting(conn, &scope)? > 0, Kind::YearEnd),
        (referrals::asking(conn, &scope)? > 0, Kind::Referral),
    ];
    Ok(all.into_iter().filter_map(|(waits, kind)| waits.then_some(kind)).collect())
}
