//! What a referral is, as a row, and on which ground data go. What hangs on one: `consent`, `step`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::choice::Choice;
use crate::care::referrals::state::State;
use crate::ground::db::schema::referrals;
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, OfferId, PartnerId, PupilId, ReferralId, SchoolId};

words_enum! {
    /// On which ground data go to this recipient.
    Ground {
        /// Those who may decide have agreed.
        Consent = "consent",
        /// The law gives the recipient a task; parents are informed.
        Statutory = "statutory",
        /// The reporting code for domestic violence and child abuse.
        Meldcode = "meldcode",
    }
}

/// A referral of one pupil to one partner.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = referrals, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Referral {
    /// Its id.
    pub id: ReferralId,
    /// The school.
    pub school_id: SchoolId,
    /// The pupil.
    pub pupil_id: PupilId,
    /// The partner.
    pub partner_id: PartnerId,
    /// Where it stands.
    pub state: State,
    /// What the school asks.
    pub question: String,
    /// The choice of what goes along (JSON of [`Choice`]).
    pub choice: String,
    /// The ground for this recipient.
    pub ground: Option<Ground>,
    /// What goes with the ground: the task in law, how parents were informed.
    pub ground_note: String,
    /// Why nobody was spoken with, where that is so.
    pub no_conversation: String,
    /// Who made it.
    pub account_id: AccountId,
    /// When.
    pub created_at: NaiveDateTime,
    /// When it last moved.
    pub changed_at: NaiveDateTime,
    /// The day by which the partner answers.
    pub answer_until: Option<NaiveDate>,
    /// Whether that day went by.
    pub overdue: bool,
    /// What was sent, frozen (JSON of a packet).
    pub packet: Option<String>,
    /// Its SHA-256.
    pub packet_hash: Option<String>,
    /// The hash of the link's token.
    pub token_hash: Option<String>,
    /// The keyed fingerprint of the code.
    pub code_hash: Option<String>,
    /// Wrong codes in a row; five lock the link.
    pub code_misses: i32,
    /// What of the partner's offers it is for.
    pub offer_id: Option<OfferId>,
    /// Who was told, and how, where a task in law asks that parents are informed.
    pub informed: String,
    /// On which day.
    pub informed_on: Option<NaiveDate>,
    /// Whether the partner asked something that the school has not answered.
    pub asked: bool,
    /// The hash of what was agreed to, as it was sent.
    pub agreed_hash: Option<String>,
}

impl Referral {
    /// What was chosen so far.
    #[must_use]
    pub fn chosen(&self) -> Choice {
        serde_json::from_str(&self.choice).unwrap_or_default()
    }

    /// Whether it asks something of the school: no answer in time, no help, a question, a second person's look.
    /// `store::asking` counts by the same.
    #[must_use]
    pub const fn asks_school(&self) -> bool {
        (self.overdue && self.state.awaits_answer())
            || self.state.came_back()
            || self.asked
            || matches!(self.state, State::HeldForSecond)
    }

    /// Whether too many wrong codes were given.
    #[must_use]
    pub const fn is_locked(&self) -> bool {
        self.code_misses >= crate::care::referrals::visit::MISSES_ALLOWED
    }
}
