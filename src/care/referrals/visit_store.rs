//! What is asked of the database on the partner's side: the referral behind a link, and visits with a code.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::model::Referral;
use crate::ground::db::schema::{partner_visits, referrals};
use crate::ground::{Conn, Error, ReferralId, Result};

/// The referral behind a link, whatever its state.
///
/// # Errors
/// `NotFound`.
pub fn by_token(conn: &mut Conn, token_hash: &str) -> Result<Referral> {
    referrals::table
        .filter(referrals::token_hash.eq(token_hash))
        .select(Referral::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("handover"))
}

pub(super) fn insert_visit(conn: &mut Conn, hash: &str, id: &ReferralId, until: NaiveDateTime) -> Result<()> {
    diesel::insert_into(partner_visits::table)
        .values((
            partner_visits::visit_hash.eq(hash),
            partner_visits::referral_id.eq(id),
            partner_visits::expires_at.eq(until),
        ))
        .execute(conn)?;
    Ok(())
}

pub(super) fn is_visiting(conn: &mut Conn, hash: &str, id: &ReferralId, now: NaiveDateTime) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(
        partner_visits::table
            .filter(partner_visits::visit_hash.eq(hash))
            .filter(partner_visits::referral_id.eq(id))
            .filter(partner_visits::expires_at.gt(now)),
    ))
    .get_result(conn)?)
}

/// Forgets partners' visits that have ended.
///
/// # Errors
/// When the database refuses.
pub fn sweep_visits(conn: &mut Conn, now: NaiveDateTime) -> Result<()> {
    let ended = partner_visits::table.filter(partner_visits::expires_at.lt(now));
    diesel::delete(ended).execute(conn)?;
    Ok(())
}
