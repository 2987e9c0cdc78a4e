//! Which referrals fall due, for work that nobody asks for: so there is no scope. What people look at: `store`.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{Ground, Referral};
use super::state::State;
use crate::ground::db::schema::{consents, referrals};
use crate::ground::{Conn, Error, ReferralId, Result, SchoolId};

/// A referral by id, for work that nobody asks for.
///
/// # Errors
/// `NotFound`.
pub fn by_id(conn: &mut Conn, id: &ReferralId) -> Result<Referral> {
    referrals::table
        .find(id)
        .select(Referral::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("referral"))
}

/// Sent referrals without an answer whose day went by and that are not marked yet.
pub(super) fn newly_overdue(conn: &mut Conn, today: NaiveDate) -> Result<Vec<Referral>> {
    Ok(referrals::table
        .filter(referrals::state.eq_any([State::Offered, State::Seen]))
        .filter(referrals::overdue.eq(false))
        .filter(referrals::answer_until.lt(today))
        .select(Referral::as_select())
        .load(conn)?)
}

/// Sent referrals without an answer whose day went by long ago.
pub(super) fn long_overdue(conn: &mut Conn, before: NaiveDate) -> Result<Vec<Referral>> {
    Ok(referrals::table
        .filter(referrals::state.eq_any([State::Offered, State::Seen]))
        .filter(referrals::answer_until.lt(before))
        .select(Referral::as_select())
        .load(conn)?)
}

/// Sent referrals of a school that wait for an answer and are not marked as overdue.
pub(super) fn awaited(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Referral>> {
    Ok(referrals::table
        .filter(referrals::school_id.eq(school))
        .filter(referrals::state.eq_any([State::Offered, State::Seen]))
        .filter(referrals::overdue.eq(false))
        .select(Referral::as_select())
        .load(conn)?)
}

/// Referrals that run and rest on consent, where somebody's held until a day that went by.
pub(super) fn with_consent_until(conn: &mut Conn, today: NaiveDate) -> Result<Vec<Referral>> {
    let live: Vec<State> = State::ALL.iter().copied().filter(|state| state.is_live()).collect();
    let ran_out = consents::table.filter(consents::until.lt(today)).select(consents::referral_id);
    Ok(referrals::table
        .filter(referrals::state.eq_any(live))
        .filter(referrals::ground.eq(Ground::Consent))
        .filter(referrals::id.eq_any(ran_out))
        .select(Referral::as_select())
        .load(conn)?)
}
