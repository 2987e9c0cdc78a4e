//! What a person does in the school, and how one is tied to a group or a pupil. What follows from it: `scope`.

use crate::ground::ids::words_enum;

words_enum! {
    /// What a person does in the school. Roles combine in one person.
    Role {
        /// Answers for own groups.
        Mentor = "mentor",
        /// Writes down what was seen; reads nothing.
        Staff = "staff",
        /// Triages, leads to help, follows up.
        Coordinator = "coordinator",
        /// Sees the school and groups above the smallest size; no pupil.
        Leader = "leader",
        /// Imports and maps; sees no signals.
        Administration = "administration",
        /// Keeps the meldcode files.
        AttentionOfficer = "attention-officer",
        /// Manages users and settings for the board; sees no pupil.
        Admin = "admin",
    }
}

impl Role {
    /// Whether the role is held for the whole board, without a school.
    #[must_use]
    pub const fn is_for_the_board(self) -> bool {
        matches!(self, Self::Admin)
    }
}

words_enum! {
    /// How a person is tied to a group or a pupil.
    RelationKind {
        /// Mentor or teacher of the group.
        Mentor = "mentor",
        /// Shares the group.
        Duo = "duo",
        /// Stands in.
        Stand = "inval",
        /// Career coach in mbo.
        Slb = "slb",
        /// Involved with one pupil.
        Involved = "betrokkene",
    }
}

impl RelationKind {
    /// Whether who is tied so answers for the group or the pupil: the mentor, who shares the group, the career coach.
    #[must_use]
    pub const fn answers(self) -> bool {
        matches!(self, Self::Mentor | Self::Duo | Self::Slb)
    }
}
