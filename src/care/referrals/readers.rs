//! Who reads what of a referral on a pupil's page: the partner wrote to the school's coordinator, not to everybody who
//! works with the child. What the school can do is for who is with the child every day.

use super::model::{Kind, Step};
use crate::ground::scope::{RelationKind, Why};

/// What somebody reads of the referrals of a pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// All, with the words.
    All,
    /// That there is one, where it stands, and what the school can do.
    States,
    /// Nothing: not even that there is one.
    Nothing,
}

impl Reads {
    /// What follows from why somebody may see the pupil. A supply teacher, who is involved with one pupil, and who
    /// opened one with a reason, read nothing;
    /// who stands in for somebody reads what that person does.
    #[must_use]
    pub fn of(why: &Why) -> Self {
        match why {
            Why::Coordinator => Self::All,
            Why::StandIn { sees, .. } => Self::of(sees),
            Why::Opened { .. } => Self::Nothing,
            Why::Group(kind) | Why::Pupil(kind) => match kind {
                RelationKind::Mentor | RelationKind::Duo | RelationKind::Slb => Self::States,
                RelationKind::Stand | RelationKind::Involved => Self::Nothing,
            },
        }
    }

    /// The step as this person may read it.
    #[must_use]
    pub fn step(self, step: &Step) -> Option<Step> {
        let words = self == Self::All || step.kind == Kind::SchoolCan.as_str();
        match self {
            Self::Nothing => None,
            _ if words => Some(step.clone()),
            _ => Some(Step {
                reason: String::new(),
                note: String::new(),
                told_by: String::new(),
                again_on: None,
                ..step.clone()
            }),
        }
    }
}
