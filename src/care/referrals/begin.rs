//! Beginning a referral: a draft for a partner that the school may ask. Filling it: `prepare`.

use chrono::NaiveDateTime;

use super::model::Referral;
use super::state::State;
use super::{partners, store};
use crate::ground::audit::{self, Entry};
use crate::ground::scope::Role;
use crate::ground::{Conn, OfferId, PartnerId, PupilId, ReferralId, Result, Scope};
use crate::school::store as people;

/// Begins a referral of a pupil to a partner, for one of its offers or without, as a draft.
///
/// # Errors
/// `NotFound` outside the scope, `Forbidden` without the coordinator's role, `Refused` for a partner the
/// school may not ask directly, or that has left the directory.
pub fn begin(
    conn: &mut Conn,
    scope: &Scope,
    now: NaiveDateTime,
    pupil: &PupilId,
    partner: &PartnerId,
    offer: Option<&OfferId>,
) -> Result<ReferralId> {
    let (pupil, why) = people::pupil(conn, scope, pupil)?;
    scope.must(Role::Coordinator, &pupil.school_id)?;
    let partner = store::partner(conn, partner)?;
    let offer = offer.map(|id| store::offer(conn, &partner.id, id)).transpose()?;
    partners::may_send(&partner, offer.as_ref())?;
    let referral = Referral {
        id: ReferralId::fresh(),
        school_id: pupil.school_id.clone(),
        pupil_id: pupil.id.clone(),
        partner_id: partner.id,
        state: State::Draft,
        question: String::new(),
        choice: "{}".to_owned(),
        ground: None,
        ground_note: String::new(),
        no_conversation: String::new(),
        account_id: scope.account.clone(),
        created_at: now,
        changed_at: now,
        answer_until: None,
        overdue: false,
        packet: None,
        packet_hash: None,
        token_hash: None,
        code_hash: None,
        code_misses: 0,
        offer_id: offer.map(|offer| offer.id),
        informed: String::new(),
        informed_on: None,
        asked: false,
        agreed_hash: None,
    };
    store::insert(conn, &referral)?;
    let entry = Entry::by(scope, "begin-referral", "referral", &referral.id).because_of(&why);
    audit::record(conn, now, &entry)?;
    Ok(referral.id)
}
