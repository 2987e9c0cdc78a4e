//! Why someone may look at a pupil: as a sentence for the page and as a word for the log.

use super::role::RelationKind;
use crate::ground::Message;
use crate::ground::ids::AccountId;

/// Why someone may look at a pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Care coordinator of the pupil's school.
    Coordinator,
    /// Tied to the pupil's group.
    Group(RelationKind),
    /// Tied to the pupil.
    Pupil(RelationKind),
    /// In the place of somebody who is away.
    StandIn {
        /// Who is away.
        of: AccountId,
        /// That person's name.
        name: String,
        /// Why that person may.
        sees: Box<Self>,
    },
}

impl Why {
    /// The sentence for the page: "u ziet dit omdat …".
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Coordinator => Message::new("why-coordinator"),
            Self::Group(kind) => Message::new("why-group").with("kind", kind.as_str()),
            Self::Pupil(kind) => Message::new("why-pupil").with("kind", kind.as_str()),
            Self::StandIn { name, .. } => Message::new("why-stand-in").with("name", name),
        }
    }

    /// The word for the log.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Coordinator => "coordinator".to_owned(),
            Self::Group(kind) => format!("group:{kind}"),
            Self::Pupil(kind) => format!("pupil:{kind}"),
            Self::StandIn { of, sees, .. } => format!("stand-in:{of}:{}", sees.word()),
        }
    }
}
