//! What is asked of the database on the partner's side: the referral behind a link, and visits with a code.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use super::model::Referral;
use crate::ground::db::schema::{handover_misses, partner_visits, referrals};
use crate::ground::{Conn, Error, ReferralId, Result, ids};

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

/// How many links that open nothing were tried from an address since a moment.
pub(super) fn misses(conn: &mut Conn, address: &str, since: NaiveDateTime) -> Result<i64> {
    Ok(handover_misses::table
        .filter(handover_misses::address.eq(address))
        .filter(handover_misses::at.gt(since))
        .count()
        .get_result(conn)?)
}

pub(super) fn insert_miss(conn: &mut Conn, now: NaiveDateTime, address: &str) -> Result<()> {
    diesel::insert_into(handover_misses::table)
        .values((
            handover_misses::id.eq(ids::fresh()),
            handover_misses::address.eq(address),
            handover_misses::at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Forgets partners' visits that have ended, and links that were tried before yesterday.
///
/// # Errors
/// When the database refuses.
pub fn sweep_visits(conn: &mut Conn, now: NaiveDateTime) -> Result<()> {
    let ended = partner_visits::table.filter(partner_visits::expires_at.lt(now));
    diesel::delete(ended).execute(conn)?;
    let a_day_ago = now - Duration::days(1);
    diesel::delete(handover_misses::table.filter(handover_misses::at.lt(a_day_ago))).execute(conn)?;
    Ok(())
}
