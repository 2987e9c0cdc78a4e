//! What an answer about consent is, as a row, and its words: who answered what, about what, for which purpose, until
//! when. Whose consent is needed: `who_agrees`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use crate::ground::db::schema::consents;
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, AdultId, ReferralId};

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
    /// About what was answered: that it is right, and that it may go, are two things.
    About {
        /// Whether what is written is right.
        Content = "content",
        /// Whether it may go to this partner.
        Transfer = "transfer",
    }
}

words_enum! {
    /// For which purpose it may go.
    Purpose {
        /// For the partner to answer the question.
        Answer = "answer",
        /// That, and to let the school know how it goes.
        AnswerAndReport = "answer_and_report",
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
    /// Which adult answered; none: the pupil.
    pub adult_id: Option<AdultId>,
    /// About what.
    pub about: About,
    /// What.
    pub answer: ConsentAnswer,
    /// For which purpose.
    pub purpose: Purpose,
    /// Until which day it holds; none: until it is taken back or the referral ends.
    pub until: Option<NaiveDate>,
    /// `written` or `oral`.
    pub form: String,
    /// On which day.
    pub given_on: NaiveDate,
    /// What was said with it.
    pub note: String,
    /// Which parts were shown, by their words.
    pub parts: String,
    /// The hash of all that stood in them.
    pub parts_hash: String,
    /// Who wrote it down.
    pub account_id: AccountId,
    /// When.
    pub at: NaiveDateTime,
}

/// What a person said last about something, of answers from old to new: that counts. No adult is the pupil.
#[must_use]
pub fn last<'a>(all: &'a [Consent], who: Option<&AdultId>, about: About) -> Option<&'a Consent> {
    all.iter().rev().find(|one| one.adult_id.as_ref() == who && one.about == about)
}
