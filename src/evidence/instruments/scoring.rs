//! How items become the score of a scale.

use serde::Deserialize;

/// One item of a list whose items may be processed; never its text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The item's code.
    pub code: String,
    /// The scale it counts for.
    pub scale: String,
    /// Whether its answers are turned round before they count.
    #[serde(default)]
    pub reverse: bool,
    /// The answer from which the item is critical by itself.
    pub critical_from: Option<f64>,
}

/// How item answers become scale scores.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// Least share of a scale's items answered (0–1).
    pub minimum_answered: f64,
    /// How a prorated score is rounded.
    pub rounding: Rounding,
}

impl Default for Scoring {
    fn default() -> Self {
        Self { minimum_answered: 0.6, rounding: Rounding::HalfUp }
    }
}

/// How a prorated score is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// Halves go up (7.5 becomes 8).
    HalfUp,
    /// Not rounded.
    None,
}
