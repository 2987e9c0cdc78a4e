//! The finding as it is kept with a signal: the sentence and the series it was raised on, so that the row,
//! its small chart and the explanation read the same years later.

use serde::{Deserialize, Serialize};

use crate::ground::Message;

/// One round of the series behind a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The round's label.
    pub round: String,
    /// The score as given (for a group: the mean).
    pub score: f64,
}

/// What is kept of a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The sentence.
    pub reason: Message,
    /// The scale's name as people know it.
    pub scale_name: String,
    /// The lowest score the scale can give.
    pub min: f64,
    /// The highest score the scale can give.
    pub max: f64,
    /// Whether a high score is good.
    pub high_is_good: bool,
    /// The score expected from all earlier rounds, with its 90 % interval.
    pub expected: Option<(f64, f64, f64)>,
    /// The scores between which eight of ten lie, by the norm or the pool. Findings kept before it was have none.
    #[serde(default)]
    pub band: Option<(f64, f64)>,
    /// What would have changed the outcome. Findings kept before it was have none.
    #[serde(default)]
    pub hinge: Option<Message>,
    /// The rule's threshold.
    pub threshold: Option<f64>,
    /// The series, oldest first, the finding's own round last.
    pub history: Vec<Point>,
    /// All figures of the finding.
    pub figures: serde_json::Value,
}

impl Kept {
    /// Of a group or school: which share of what is at least so far out is expected to be chance (`Tested::adjusted`).
    #[must_use]
    pub fn adjusted(&self) -> Option<f64> {
        self.figures.get("tested")?.get("adjusted")?.as_f64()
    }

    /// Reads what was kept; nothing for a person's concern, which has no figures.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }
}
