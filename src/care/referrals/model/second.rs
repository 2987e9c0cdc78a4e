//! What sending without consent is, as a row: asked by one person, agreed to by another.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::ground::db::schema::overrides;
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, ReferralId};

words_enum! {
    /// On which ground data go without the consent that would be needed.
    OverrideGround {
        /// Somebody's life or health is at stake.
        VitalInterest = "vital_interest",
        /// The law orders the school to.
        LegalDuty = "legal_duty",
        /// Keeping silent would harm the child more than speaking.
        ConflictOfDuties = "conflict_of_duties",
    }
}

/// A request to send without consent, and who agreed.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = overrides, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Override {
    /// Its id.
    pub id: String,
    /// The referral.
    pub referral_id: ReferralId,
    /// On which ground.
    pub ground: OverrideGround,
    /// Why, in words; stays in the school.
    pub reason: String,
    /// Who asked.
    pub asked_by: AccountId,
    /// When.
    pub asked_at: NaiveDateTime,
    /// The second person, who agreed and sent it.
    pub agreed_by: Option<AccountId>,
    /// When.
    pub agreed_at: Option<NaiveDateTime>,
    /// When it was given back without agreement.
    pub ended_at: Option<NaiveDateTime>,
}
