//! What a school asks of the database about referrals: everything goes by the coordinator's scope.
//! Partners, consents, steps, visits and what falls due have a store of their own and are reached from here.

use diesel::prelude::*;

use super::model::Referral;
use super::state::State;
use crate::ground::db::schema::referrals;
use crate::ground::scope::Role;
use crate::ground::{Conn, Error, ReferralId, Result, Scope};
use crate::school::model::Pupil;

pub use super::consent_store::consents;
pub(super) use super::consent_store::insert_consent;
pub use super::due_store::by_id;
pub(super) use super::due_store::{awaited, long_overdue, newly_overdue, with_consent_until};
pub(super) use super::offer_store::{insert_offer, save_offer};
pub use super::offer_store::{offer, offer_of, offers};
pub use super::override_store::override_of;
pub(super) use super::override_store::{insert_override, save_override};
pub(super) use super::partner_store::{insert_partner, save_partner};
pub use super::partner_store::{partner, partner_names, partners};
pub use super::step_store::steps;
pub(super) use super::step_store::{insert, insert_step, link_signals, save};
pub use super::visit_store::{by_token, sweep_visits};
pub(super) use super::visit_store::{insert_miss, insert_visit, is_visiting, misses};

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

/// Whether another referral of the same pupil is with a partner.
///
/// # Errors
/// When the database refuses.
pub fn another_runs(conn: &mut Conn, referral: &Referral) -> Result<bool> {
    let live = State::ALL.iter().copied().filter(|state| state.is_live());
    let others: i64 = referrals::table
        .filter(referrals::pupil_id.eq(&referral.pupil_id))
        .filter(referrals::id.ne(&referral.id))
        .filter(referrals::state.eq_any(live.collect::<Vec<_>>()))
        .count()
        .get_result(conn)?;
    Ok(others > 0)
}

/// How many referrals of this person's schools ask something of the school, as [`Referral::asks_school`] says.
///
/// # Errors
/// When the database refuses.
pub fn asking(conn: &mut Conn, scope: &Scope) -> Result<i64> {
    let asks = |state: &State| state.came_back() || *state == State::HeldForSecond;
    let came_back: Vec<State> = State::ALL.iter().copied().filter(asks).collect();
    Ok(visible(scope)
        .filter(
            referrals::overdue
                .eq(true)
                .and(referrals::state.eq_any([State::Offered, State::Seen]))
                .or(referrals::state.eq_any(came_back))
                .or(referrals::asked.eq(true)),
        )
        .count()
        .get_result(conn)?)
}
