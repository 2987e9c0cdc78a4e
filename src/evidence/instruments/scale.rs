//! A scale of an instrument: its range, its direction and for whom it is.

use serde::{Deserialize, Serialize};

use super::domain::Domain;

/// Which end of a scale asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// High scores are worse.
    Concern,
    /// High scores are better.
    Strength,
}

/// Who may see a scale's signals first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// The pupil's mentor.
    #[default]
    Mentor,
    /// The coordinator: scales about teachers, safety, home.
    Coordinator,
}

/// One scale of an instrument.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The code, as in the column `schaal`; compared without case.
    pub code: String,
    /// The name for people.
    pub name: String,
    /// What the scale is about.
    pub domain: Domain,
    /// The lowest possible raw score.
    pub min: f64,
    /// The highest possible raw score.
    pub max: f64,
    /// Which end asks for attention.
    pub high_is: Direction,
    /// The scales this one is the sum of: a total, judged apart from its parts.
    #[serde(default)]
    pub sum_of: Vec<String>,
    /// Whether it may raise signals; a scale that only explains does not.
    #[serde(default = "yes")]
    pub signals: bool,
    /// Who sees its signals first.
    #[serde(default)]
    pub audience: Audience,
    /// Whether the file gives a developmental age in months: what counts is how many months the pupil is ahead of (+) or
    /// behind (−) the own age on the day of the list. `min` and `max` are those of the difference.
    #[serde(default)]
    pub developmental_age: bool,
    /// On a control scale: the score from which, towards concern, the answers of the whole list cannot be relied upon.
    pub control_from: Option<f64>,
}

impl Scale {
    /// Whether the scale sums others.
    #[must_use]
    pub const fn is_total(&self) -> bool {
        !self.sum_of.is_empty()
    }

    /// Whether a score on this control scale says that the answers cannot be relied upon.
    #[must_use]
    pub fn doubts(&self, score: f64) -> bool {
        self.control_from.is_some_and(|from| match self.high_is {
            Direction::Concern => score >= from,
            Direction::Strength => score <= from,
        })
    }

    /// Whether a raw score is possible on this scale.
    #[must_use]
    pub fn allows(&self, score: f64) -> bool {
        (self.min..=self.max).contains(&score)
    }
}

const fn yes() -> bool {
    true
}
