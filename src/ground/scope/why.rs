//! Why someone may look at a pupil: as a sentence for the page and as a word for the log.

use chrono::NaiveDateTime;

use super::role::{RelationKind, Role};
use crate::ground::Message;
use crate::ground::clock::local;
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
    /// Opened with a reason, for some hours.
    Opened {
        /// The opening.
        id: String,
        /// Until when, in UTC.
        until: NaiveDateTime,
    },
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
            Self::Opened { until, .. } => {
                let until = local(*until);
                Message::new("why-opened")
                    .with("date", until.date().to_string())
                    .with("time", until.format("%H:%M").to_string())
            }
            Self::StandIn { name, .. } => Message::new("why-stand-in").with("name", name),
        }
    }

    /// Whether it is by an opening: to look at, and for nothing else.
    #[must_use]
    pub const fn is_opened(&self) -> bool {
        matches!(self, Self::Opened { .. })
    }

    /// The role that this is, for the log, and in whose place.
    #[must_use]
    pub fn actor(&self) -> String {
        match self {
            Self::Coordinator => Role::Coordinator.as_str().to_owned(),
            Self::Group(_) | Self::Pupil(_) | Self::Opened { .. } => Role::Mentor.as_str().to_owned(),
            Self::StandIn { of, sees, .. } => format!("{}+stand-in:{of}", sees.actor()),
        }
    }

    /// The word for the log.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Coordinator => "coordinator".to_owned(),
            Self::Group(kind) => format!("group:{kind}"),
            Self::Pupil(kind) => format!("pupil:{kind}"),
            Self::Opened { id, .. } => format!("opened:{id}"),
            Self::StandIn { of, sees, .. } => format!("stand-in:{of}:{}", sees.word()),
        }
    }
}
