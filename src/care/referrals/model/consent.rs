//! What an answer about consent is, as a row, and its words. Whose consent is needed: `who_agrees`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use crate::ground::db::schema::consents;
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, ReferralId};

words_enum! {
    /// Who answers for the consent.
    GivenBy {
        /// The pupil.
        Pupil = "pupil",
        /// One parent.
        Parent = "parent",
        /// The other parent.
        SecondParent = "second_parent",
        /// The one person with authority: a parent alone, or a guardian.
        Guardian = "guardian",
    }
}

words_enum! {
    /// What was answered.
    ConsentAnswer {
        /// Agreed.
        Given = "given",
        /// Refused.
        Refused = "refused",
        /// Could not be reached.
        Unreachable = "unreachable",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

words_enum! {
    /// What is known of someone's authority over the child.
    Authority {
        /// Seen on paper.
        Known = "known",
        /// Stated by the person.
        Stated = "stated",
        /// Not known: to be asked, never assumed.
        Unknown = "unknown",
        /// The pupil answers for himself or herself.
        Own = "self",
    }
}

/// An answer about consent, by one person.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize)]
#[diesel(table_name = consents, treat_none_as_default_value = false)]
pub struct Consent {
    /// Its id.
    pub id: String,
    /// The referral it is for.
    pub referral_id: ReferralId,
    /// Who answered.
    pub given_by: GivenBy,
    /// What.
    pub answer: ConsentAnswer,
    /// What is known of the authority.
    pub authority: Authority,
    /// `written` or `oral`.
    pub form: String,
    /// On which day.
    pub given_on: NaiveDate,
    /// What was said with it.
    pub note: String,
    /// Who wrote it down.
    pub account_id: AccountId,
    /// When.
    pub at: NaiveDateTime,
}
