//! Who filled in a list: the teacher, the pupil or a parent. Not the person by name (that is the rater).

use serde::{Deserialize, Serialize};

/// The point of view a list was filled in from; scores of different informants are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Informant {
    /// The teacher or mentor.
    #[serde(rename = "leerkracht")]
    Teacher,
    /// The pupil.
    #[serde(rename = "leerling")]
    Pupil,
    /// A parent or carer.
    #[serde(rename = "ouder")]
    Parent,
}

impl Informant {
    /// All informants, in the order of their codes.
    pub const ALL: [Self; 3] = [Self::Teacher, Self::Pupil, Self::Parent];

    /// The word as files and the database write it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Teacher => "leerkracht",
            Self::Pupil => "leerling",
            Self::Parent => "ouder",
        }
    }

    /// Reads the Dutch or English word, in any case.
    #[must_use]
    pub fn from_code(word: &str) -> Option<Self> {
        match word.trim().to_ascii_lowercase().as_str() {
            "leerkracht" | "teacher" => Some(Self::Teacher),
            "leerling" | "pupil" => Some(Self::Pupil),
            "ouder" | "parent" => Some(Self::Parent),
            _ => None,
        }
    }
}
