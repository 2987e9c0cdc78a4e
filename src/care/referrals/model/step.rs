//! What a step in a referral's life is, as a row. Which steps there are stands in `state`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use super::referral::Referral;
use crate::care::referrals::state::{Actor, State};
use crate::ground::db::schema::referral_steps;
use crate::ground::ids::{self, words_enum};
use crate::ground::{AccountId, ReferralId};

words_enum! {
    /// What a report says that is no move: that help begins, pauses, ends are moves.
    Kind {
        /// The client waits, until a day.
        Waiting = "waiting",
        /// What the school can do meanwhile.
        SchoolCan = "school_can",
    }
}

/// A step in a referral's life, or what was said: a report, a question, a reply.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize)]
#[diesel(table_name = referral_steps, treat_none_as_default_value = false)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// The referral.
    pub referral_id: ReferralId,
    /// What happened; `report`, `question` and `reply` move nothing.
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
    /// What a report says: a word of [`Kind`], or nothing.
    pub kind: String,
    /// When there is room again, or until when help waits.
    pub again_on: Option<NaiveDate>,
}

impl Step {
    /// The step a referral has just made from a state, without words and by nobody in particular: whoever has more
    /// to tell fills it in. `event` is what happened, also what moves nothing.
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
            kind: String::new(),
            again_on: None,
        }
    }
}
