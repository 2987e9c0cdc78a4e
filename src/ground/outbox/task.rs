//! What can be asked for later: a task and its word. Doing one is `worker`'s work.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::ground::{AccountId, PlanId, ReferralId, SchoolId};

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
    /// The partner took a step: tell the school.
    ReferralMoved {
        /// The referral.
        referral: ReferralId,
    },
    /// A plan is to be looked back on: tell whoever answers for it.
    PlanDue {
        /// The plan.
        plan: PlanId,
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
            Self::PlanDue { .. } => "plan_due",
        }
    }
}
