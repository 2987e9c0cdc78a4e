//! The domains: what a scale or an observation is about. The eleven of the school scan "Welbevinden: van analyse naar
//! interventie", and *gedrag* and *veiligheid* beside them. Their names on screen are messages (`domain-…`).

use serde::{Deserialize, Serialize};

/// What a scale or an observation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Domain {
    /// Presence at school and online.
    #[serde(rename = "aanwezigheid")]
    Attendance,
    /// Energy.
    #[serde(rename = "energie")]
    Energy,
    /// Concentration.
    #[serde(rename = "concentratie")]
    Concentration,
    /// Contact with peers.
    #[serde(rename = "leeftijdgenoten")]
    Peers,
    /// Contact with teachers.
    #[serde(rename = "docenten")]
    Teachers,
    /// Motivation for school.
    #[serde(rename = "motivatie")]
    Motivation,
    /// Dealing with emotions.
    #[serde(rename = "emoties")]
    Emotions,
    /// General mood.
    #[serde(rename = "stemming")]
    Mood,
    /// Self-efficacy: the feeling of being able to.
    #[serde(rename = "eigen_kunnen")]
    SelfEfficacy,
    /// The pupil's resilience.
    #[serde(rename = "veerkracht")]
    Resilience,
    /// Resilience in the family.
    #[serde(rename = "gezin")]
    Family,
    /// Behaviour; outside the school scan.
    #[serde(rename = "gedrag")]
    Behaviour,
    /// Safety; outside the school scan.
    #[serde(rename = "veiligheid")]
    Safety,
}

impl Domain {
    /// All domains, in the order of the school scan.
    pub const ALL: [Self; 13] = [
        Self::Attendance,
        Self::Energy,
        Self::Concentration,
        Self::Peers,
        Self::Teachers,
        Self::Motivation,
        Self::Emotions,
        Self::Mood,
        Self::SelfEfficacy,
        Self::Resilience,
        Self::Family,
        Self::Behaviour,
        Self::Safety,
    ];

    /// The code in files, addresses and the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Attendance => "aanwezigheid",
            Self::Energy => "energie",
            Self::Concentration => "concentratie",
            Self::Peers => "leeftijdgenoten",
            Self::Teachers => "docenten",
            Self::Motivation => "motivatie",
            Self::Emotions => "emoties",
            Self::Mood => "stemming",
            Self::SelfEfficacy => "eigen_kunnen",
            Self::Resilience => "veerkracht",
            Self::Family => "gezin",
            Self::Behaviour => "gedrag",
            Self::Safety => "veiligheid",
        }
    }

    /// The domain with this code, in any case.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|domain| domain.code().eq_ignore_ascii_case(code.trim()))
    }
}
