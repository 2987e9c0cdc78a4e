//! What making a step writes: the referral, guarded by its state, the step itself, the signals that go along.

use diesel::prelude::*;

use super::model::{Referral, Step};
use super::state::State;
use crate::ground::db::schema::{referral_signals, referral_steps, referrals};
use crate::ground::{Conn, Error, Message, ReferralId, Result, SignalId};

pub(super) fn insert(conn: &mut Conn, referral: &Referral) -> Result<()> {
    diesel::insert_into(referrals::table).values(referral).execute(conn)?;
    Ok(())
}

/// Saves a referral that stood in `from` when it was read.
///
/// # Errors
/// `Conflict` when it was moved meanwhile.
pub(super) fn save(conn: &mut Conn, referral: &Referral, from: State) -> Result<()> {
    let saved = diesel::update(referrals::table.find(&referral.id))
        .filter(referrals::state.eq(from))
        .set(referral)
        .execute(conn)?;
    if saved == 0 {
        return Err(Error::Conflict(Message::new("referral-moved-meanwhile")));
    }
    Ok(())
}

pub(super) fn insert_step(conn: &mut Conn, step: &Step) -> Result<()> {
    diesel::insert_into(referral_steps::table).values(step).execute(conn)?;
    Ok(())
}

/// The steps of some referrals, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn steps(conn: &mut Conn, ids: &[ReferralId]) -> Result<Vec<Step>> {
    Ok(referral_steps::table
        .filter(referral_steps::referral_id.eq_any(ids))
        .order((referral_steps::at, referral_steps::id))
        .select(Step::as_select())
        .load(conn)?)
}

pub(super) fn link_signals(conn: &mut Conn, id: &ReferralId, signals: &[SignalId]) -> Result<()> {
    for signal in signals {
        diesel::insert_into(referral_signals::table)
            .values((referral_signals::referral_id.eq(id), referral_signals::signal_id.eq(signal)))
            .execute(conn)?;
    }
    Ok(())
}
