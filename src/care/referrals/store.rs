//! All that is asked of the database about partners and referrals. For the school everything goes by the
//! coordinator's scope; for the partner by the hash of the token.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::model::{Consent, Partner, Referral, Step};
use super::state::State;
use crate::ground::db::schema::{
    consents, partner_visits, partners, referral_signals, referral_steps, referrals,
};
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, Message, PartnerId, ReferralId, Result, Scope, SignalId};
use crate::school::model::Pupil;

type Backend = <Conn as Connection>::Backend;

fn visible(scope: &Scope) -> referrals::BoxedQuery<'static, Backend> {
    referrals::table.into_boxed().filter(referrals::school_id.eq_any(scope.schools_as(Role::Coordinator)))
}

/// A referral of a school this person coordinates.
///
/// # Errors
/// `NotFound` also outside the scope.
pub fn referral(conn: &mut Conn, scope: &Scope, id: &ReferralId) -> Result<Referral> {
    visible(scope)
        .filter(referrals::id.eq(id.clone()))
        .select(Referral::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("referral"))
}

/// The referrals of the schools this person coordinates, the latest change first.
///
/// # Errors
/// When the database refuses.
pub fn all(conn: &mut Conn, scope: &Scope) -> Result<Vec<Referral>> {
    Ok(visible(scope)
        .order((referrals::changed_at.desc(), referrals::id))
        .select(Referral::as_select())
        .load(conn)?)
}

/// A page of the referrals of the schools this person coordinates, by id: for the API.
///
/// # Errors
/// When the database refuses.
pub fn page(conn: &mut Conn, scope: &Scope, after: Option<&str>, limit: i64) -> Result<Vec<Referral>> {
    Ok(visible(scope)
        .filter(referrals::id.gt(ReferralId(after.unwrap_or_default().to_owned())))
        .order(referrals::id)
        .limit(limit)
        .select(Referral::as_select())
        .load(conn)?)
}

/// The referrals of a pupil the caller may see, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn of_pupil(conn: &mut Conn, pupil: &Pupil) -> Result<Vec<Referral>> {
    Ok(referrals::table
        .filter(referrals::pupil_id.eq(&pupil.id))
        .order((referrals::created_at, referrals::id))
        .select(Referral::as_select())
        .load(conn)?)
}

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

pub(super) fn insert_consent(conn: &mut Conn, consent: &Consent) -> Result<()> {
    diesel::insert_into(consents::table).values(consent).execute(conn)?;
    Ok(())
}

/// The answers about consent for a referral, oldest first; the last of each person counts.
///
/// # Errors
/// When the database refuses.
pub fn consents(conn: &mut Conn, id: &ReferralId) -> Result<Vec<Consent>> {
    Ok(consents::table
        .filter(consents::referral_id.eq(id))
        .order((consents::at, consents::id))
        .select(Consent::as_select())
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

/// How many referrals of this person's schools ask for the school: overdue or come back.
///
/// # Errors
/// When the database refuses.
pub fn asking(conn: &mut Conn, scope: &Scope) -> Result<i64> {
    let came_back: Vec<State> = State::ALL.iter().copied().filter(|state| state.came_back()).collect();
    Ok(visible(scope)
        .filter(
            referrals::overdue
                .eq(true)
                .and(referrals::state.eq_any([State::Offered, State::Seen]))
                .or(referrals::state.eq_any(came_back)),
        )
        .count()
        .get_result(conn)?)
}

/// The partners in the directory, by name.
///
/// # Errors
/// When the database refuses.
pub fn partners(conn: &mut Conn) -> Result<Vec<Partner>> {
    Ok(partners::table
        .filter(partners::retired_at.is_null())
        .order(partners::name)
        .select(Partner::as_select())
        .load(conn)?)
}

/// A partner by id, retired or not.
///
/// # Errors
/// `NotFound`.
pub fn partner(conn: &mut Conn, id: &PartnerId) -> Result<Partner> {
    partners::table
        .find(id)
        .select(Partner::as_select())
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound("partner"))
}

pub(super) fn insert_partner(conn: &mut Conn, now: NaiveDateTime, partner: &Partner) -> Result<()> {
    diesel::insert_into(partners::table).values((partner, partners::created_at.eq(now))).execute(conn)?;
    Ok(())
}
