//! Who fills in a list, and how much of what they say lies between classes.

/// Who fills in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Informant {
    /// The teacher or mentor.
    Teacher,
    /// The pupil.
    Pupil,
}

impl Informant {
    /// The word in the column `informant`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Teacher => "leerkracht",
            Self::Pupil => "leerling",
        }
    }

    /// The share of the variance that lies between classes.
    pub(super) const fn class_share(self) -> f64 {
        match self {
            Self::Teacher => 0.10,
            Self::Pupil => 0.03,
        }
    }
}
