//! Who is asking, and which pupils this person may see, and why.
//! A store function that returns pupils takes a `&Scope`: without one there is no query.
//! Filling a scope from the database is `school::accounts`' work.

use super::ids::{AccountId, GroupId, PupilId, SchoolId, words_enum};
use super::{Error, Language, Message, Result};

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

/// Why someone may look at a pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Care coordinator of the pupil's school.
    Coordinator,
    /// Tied to the pupil's group.
    Group(RelationKind),
    /// Tied to the pupil.
    Pupil(RelationKind),
}

impl Why {
    /// The sentence for the page: "u ziet dit omdat …".
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Coordinator => Message::new("why-coordinator"),
            Self::Group(kind) => Message::new("why-group").with("kind", kind.as_str()),
            Self::Pupil(kind) => Message::new("why-pupil").with("kind", kind.as_str()),
        }
    }

    /// The word for the log.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Coordinator => "coordinator".to_owned(),
            Self::Group(kind) => format!("group:{kind}"),
            Self::Pupil(kind) => format!("pupil:{kind}"),
        }
    }
}

/// A person, and what follows from roles and dated relations today.
#[derive(Debug, Clone)]
pub struct Scope {
    /// The account.
    pub account: AccountId,
    /// The day the scope holds for: relations are dated.
    pub today: chrono::NaiveDate,
    /// The person's name, for the page.
    pub name: String,
    /// The language of the screens.
    pub language: Language,
    /// Roles per school; only the board admin has no school.
    pub roles: Vec<(Role, Option<SchoolId>)>,
    /// Groups this person is tied to today.
    pub groups: Vec<(GroupId, RelationKind)>,
    /// Pupils this person is tied to today.
    pub pupils: Vec<(PupilId, RelationKind)>,
}

impl Scope {
    /// Whether the person has this role anywhere.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.iter().any(|(r, _)| *r == role)
    }

    /// Whether the person has this role at this school. A role without a school holds nowhere, but the board
    /// admin's: that is everywhere.
    #[must_use]
    pub fn has_at(&self, role: Role, school: &SchoolId) -> bool {
        self.roles
            .iter()
            .any(|(r, at)| *r == role && at.as_ref().map_or(role.is_for_the_board(), |at| at == school))
    }

    /// The schools where the person has this role.
    #[must_use]
    pub fn schools_as(&self, role: Role) -> Vec<SchoolId> {
        self.roles.iter().filter(|(r, _)| *r == role).filter_map(|(_, school)| school.clone()).collect()
    }

    /// All schools the person has any role at, each once.
    #[must_use]
    pub fn schools(&self) -> Vec<SchoolId> {
        let mut schools: Vec<SchoolId> = self.roles.iter().filter_map(|(_, s)| s.clone()).collect();
        schools.sort();
        schools.dedup();
        schools
    }

    /// Passes only with the role at the school.
    ///
    /// # Errors
    /// `Forbidden`, with the sentence that names the role.
    pub fn must(&self, role: Role, school: &SchoolId) -> Result<()> {
        if self.has_at(role, school) {
            return Ok(());
        }
        Err(Error::Forbidden(Message::new("forbidden-role").with("role", role.as_str())))
    }

    /// Why this person may see a pupil of that school in these groups; `None`: may not.
    #[must_use]
    pub fn why(&self, school: &SchoolId, groups: &[GroupId], pupil: &PupilId) -> Option<Why> {
        if self.has_at(Role::Coordinator, school) {
            return Some(Why::Coordinator);
        }
        if let Some((_, kind)) = self.pupils.iter().find(|(id, _)| id == pupil) {
            return Some(Why::Pupil(*kind));
        }
        self.groups.iter().find(|(id, _)| groups.contains(id)).map(|(_, kind)| Why::Group(*kind))
    }

    /// The word for the log: the widest role the person has.
    #[must_use]
    pub fn capacity(&self) -> &'static str {
        const WIDEST: [Role; 7] = [
            Role::Coordinator,
            Role::Mentor,
            Role::AttentionOfficer,
            Role::Leader,
            Role::Administration,
            Role::Admin,
            Role::Staff,
        ];
        WIDEST.iter().find(|role| self.has(**role)).map_or("none", |role| role.as_str())
    }
}
