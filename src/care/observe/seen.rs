//! What was seen, as somebody types it, and whom it is about. Writing it down: `observe`.

use chrono::NaiveDate;

use crate::evidence::observations::{Source, Tone};
use crate::ground::{GroupId, PupilId};

/// Whom it is about.
#[derive(Debug, Clone)]
pub enum Subject {
    /// A pupil the writer may see.
    Pupil(PupilId),
    /// A pupil the writer may not see, by full name: staff write and read nothing.
    FullName(String),
    /// A group the writer may see.
    Group(GroupId),
}

/// What was seen.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Whom it is about.
    pub subject: Subject,
    /// The domain.
    pub domain: String,
    /// Worrying, going well, or for information.
    pub tone: Tone,
    /// Whether it cannot wait.
    pub urgent: bool,
    /// Whose words they are.
    pub source: Source,
    /// Who saw it, when somebody else writes it down.
    pub seen_by: String,
    /// For a parent's words: whether the other parent may read them.
    pub other_parent_may_read: Option<bool>,
    /// What was seen or heard.
    pub text: String,
    /// On which day.
    pub seen_on: NaiveDate,
}
