//! What goes along with a referral, as chosen so far. What the partner then sees: `packet`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ground::AccountId;

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
    /// How the parents see it, in their own words.
    pub parent_view: String,
    /// With whom of them these words were gone through and corrected.
    pub parent_view_with: String,
    /// On which day.
    pub parent_view_on: Option<NaiveDate>,
    /// Who of the school did.
    pub parent_view_by: Option<AccountId>,
}

impl Choice {
    /// Whether the parents' words were gone through with them as they stand.
    #[must_use]
    pub fn is_parent_view_checked(&self) -> bool {
        !self.parent_view_with.trim().is_empty() && self.parent_view_on.is_some()
    }
}
