//! What a partner, a referral, a consent and a step are, as rows.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::state::{Actor, State};
use crate::ground::db::schema::{consents, partners, referral_steps, referrals};
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, PartnerId, PupilId, ReferralId, SchoolId};

words_enum! {
    /// By which way a partner can be reached: schools cannot refer to youth care themselves.
    AccessRoute {
        /// The school may ask directly.
        Direct = "direct",
        /// Through the municipality's youth team.
        Municipality = "municipality",
        /// Through the family doctor or the youth doctor.
        Doctor = "doctor",
        /// Through the partnership for fitting education.
        Samenwerkingsverband = "samenwerkingsverband",
    }
}

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

/// An outside partner, as in the board's directory.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize)]
#[diesel(table_name = partners, treat_none_as_default_value = false)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// Its name.
    pub name: String,
    /// Its kind: `schoolmaatschappelijk-werk`, `jeugdteam`, `samenwerkingsverband` …
    pub kind: String,
    /// How it can be reached.
    pub access_route: AccessRoute,
    /// The verified e-mail address for the link.
    pub email: String,
    /// The telephone number.
    pub phone: String,
    /// What it offers, in a line.
    pub offer: String,
    /// The waiting time as last told.
    pub waiting: String,
    /// When it was told.
    pub waiting_told_on: Option<NaiveDate>,
}

/// What goes along, as chosen so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// Whether the birth date goes along.
    pub birth_date: bool,
    /// Signals whose sentence goes along.
    pub signals: Vec<String>,
    /// Whether the score series of those signals goes along.
    pub series: bool,
    /// Observations, chosen one by one.
    pub observations: Vec<String>,
    /// Conversations, chosen one by one.
    pub conversations: Vec<String>,
    /// What was tried already.
    pub tried: String,
    /// How the pupil sees it.
    pub pupil_view: String,
    /// How the parents see it.
    pub parent_view: String,
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
}

impl Referral {
    /// What was chosen so far.
    #[must_use]
    pub fn chosen(&self) -> Choice {
        serde_json::from_str(&self.choice).unwrap_or_default()
    }

    /// Whether too many wrong codes were given.
    #[must_use]
    pub const fn is_locked(&self) -> bool {
        self.code_misses >= super::visit::MISSES_ALLOWED
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
