//! What can be asked for later: a task and its word. Doing one is `worker`'s work.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::ground::{AccountId, PupilId, ReferralId, SchoolId};

/// Something to be done after the change that asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Task {
    /// New scores stand in the school's database: compute and raise.
    RaiseSignals {
        /// The school.
        school: SchoolId,
    },
    /// An import was taken back: mark what was raised on it.
    SourceWithdrawn {
        /// The school.
        school: SchoolId,
        /// What the import held: instrument and informant, joined by `/`, and the label of the round.
        lists: Vec<(String, String)>,
        /// When the import had been stored.
        since: NaiveDateTime,
    },
    /// Signals were raised: tell mentors and coordinators that something waits.
    SignalsRaised {
        /// The school.
        school: SchoolId,
    },
    /// Tell one person that new signals wait.
    NewSignals {
        /// The person.
        account: AccountId,
    },
    /// A referral was sent: mail the partner the link.
    ReferralOffered {
        /// The referral.
        referral: ReferralId,
        /// The link's token; only its hash stays in the database once this is done.
        token: String,
    },
    /// The partner took a step or asked something: tell the school.
    ReferralMoved {
        /// The referral.
        referral: ReferralId,
    },
    /// Tell one person of the school that something happened to a referral.
    TellOfReferral {
        /// The referral.
        referral: ReferralId,
        /// The person.
        account: AccountId,
    },
    /// The school answered a question: mail the partner.
    PartnerReplied {
        /// The referral.
        referral: ReferralId,
    },
    /// A pupil said a wish: call the coordinators.
    WishSaid {
        /// The pupil.
        pupil: PupilId,
        /// Who wrote it down, and knows.
        by: AccountId,
    },
    /// Tell one person that something waits on a pupil's page.
    TellOfPupil {
        /// The pupil.
        pupil: PupilId,
        /// The person.
        account: AccountId,
    },
    /// Tell one person that letters are to be followed up.
    TellOfLetters {
        /// The person.
        account: AccountId,
    },
}

impl Task {
    /// The word under which the task stands on the admin's page.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::RaiseSignals { .. } => "raise_signals",
            Self::SourceWithdrawn { .. } => "source_withdrawn",
            Self::SignalsRaised { .. } => "signals_raised",
            Self::NewSignals { .. } => "new_signals",
            Self::ReferralOffered { .. } => "referral_offered",
            Self::ReferralMoved { .. } => "referral_moved",
            Self::TellOfReferral { .. } => "tell_of_referral",
            Self::PartnerReplied { .. } => "partner_replied",
            Self::WishSaid { .. } => "wish_said",
            Self::TellOfPupil { .. } => "tell_of_pupil",
            Self::TellOfLetters { .. } => "tell_of_letters",
        }
    }
}
