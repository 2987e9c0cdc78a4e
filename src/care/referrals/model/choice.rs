//! What goes along with a referral, as chosen so far. What the partner then sees: `packet`.

use serde::{Deserialize, Serialize};

/// What goes along, as chosen so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// Whether the birth date goes along.
    pub birth_date: bool,
    /// Signals whose sentence goes along.
    pub signals: Vec<String>,
    /// Whether the score series of those signals goes along.
    pub series: bool,
    /// Observations, chosen one by one.
    pub observations: Vec<String>,
    /// Conversations, chosen one by one.
    pub conversations: Vec<String>,
    /// What was tried already.
    pub tried: String,
    /// How the pupil sees it.
    pub pupil_view: String,
    /// How the parents see it.
    pub parent_view: String,
}
