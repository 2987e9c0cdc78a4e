//! What can be asked for later: a task and its word. Doing one is `worker`'s work.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::ground::ids::words_enum;
use crate::ground::{AccountId, PlanId, PupilId, ReferralId, SchoolId};

words_enum! {
    /// What a person is reminded of.
    Reminder {
        /// A mentor's term ends in two school days.
        MentorSoon = "mentor-soon",
        /// A mentor's term ends today.
        MentorDue = "mentor-due",
        /// What waits this week.
        Digest = "digest",
        /// The last school day before a while without school.
        LastDay = "last-day",
    }
}

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
    /// Remind one person of what waits, or tell once a week.
    Reminder {
        /// The person.
        account: AccountId,
        /// Of what.
        of: Reminder,
    },
    /// Remind a partner that a school waits for an answer: without a link, and of nobody.
    PartnerReminder {
        /// The referral.
        referral: ReferralId,
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
    /// A plan is to be looked back on: tell whoever answers for it.
    PlanDue {
        /// The plan.
        plan: PlanId,
    },
    /// Tell one person that a plan is to be looked back on.
    TellOfPlan {
        /// The plan.
        plan: PlanId,
        /// The person.
        account: AccountId,
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
    /// The school took a referral back or stopped it, or its consent ended: mail the partner that the link opens nothing.
    PartnerToldOfEnd {
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
    /// Letters are to be followed up: tell whoever made them.
    LettersDue {
        /// The school.
        school: SchoolId,
        /// Who made them.
        makers: Vec<AccountId>,
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
            Self::Reminder { .. } => "reminder",
            Self::PartnerReminder { .. } => "partner_reminder",
            Self::ReferralOffered { .. } => "referral_offered",
            Self::ReferralMoved { .. } => "referral_moved",
            Self::PlanDue { .. } => "plan_due",
            Self::TellOfPlan { .. } => "tell_of_plan",
            Self::TellOfReferral { .. } => "tell_of_referral",
            Self::PartnerReplied { .. } => "partner_replied",
            Self::PartnerToldOfEnd { .. } => "partner_told_of_end",
            Self::WishSaid { .. } => "wish_said",
            Self::TellOfPupil { .. } => "tell_of_pupil",
            Self::LettersDue { .. } => "letters_due",
            Self::TellOfLetters { .. } => "tell_of_letters",
        }
    }
}
