//! What a step in a referral's life is, as a row. Which steps there are stands in `state`.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use super::referral::Referral;
use crate::care::referrals::state::{Actor, State};
use crate::ground::db::schema::referral_steps;
use crate::ground::{AccountId, ReferralId, ids};

/// A step in a referral's life, a report included.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize)]
#[diesel(table_name = referral_steps, treat_none_as_default_value = false)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// The referral.
    pub referral_id: ReferralId,
    /// What happened; `report` moves nothing.
    pub event: String,
    /// Who moved it.
    pub actor: Actor,
    /// The state before.
    pub from_state: State,
    /// The state after.
    pub to_state: State,
    /// The person of the school, if it was one.
    pub account_id: Option<AccountId>,
    /// Who told it on the telephone.
    pub told_by: String,
    /// A reason.
    pub reason: String,
    /// What was written.
    pub note: String,
    /// When.
    pub at: NaiveDateTime,
}

impl Step {
    /// The step a referral has just made from a state, without words and by nobody in particular: whoever has more
    /// to tell fills it in. `event` is what happened, `report` for what moves nothing.
    #[must_use]
    pub fn of(referral: &Referral, from: State, event: &str, actor: Actor, at: NaiveDateTime) -> Self {
        Self {
            id: ids::fresh(),
            referral_id: referral.id.clone(),
            event: event.to_owned(),
            actor,
            from_state: from,
            to_state: referral.state,
            account_id: None,
            told_by: String::new(),
            reason: String::new(),
            note: String::new(),
            at,
        }
    }
}
