//! Something that asks for attention, on its way to becoming a signal, the terms it is raised under, and what
//! became of it. Raising it: `raise`.

use chrono::{NaiveDate, NaiveDateTime};

use super::model::{Level, Severity};
use crate::ground::{AccountId, GroupId, PupilId, SchoolId};

/// What stands before the teacher in the place of a domain, in a signal on lists that another person filled in: each
/// teacher's is a signal of its own.
pub const OF_RATER: &str = "rater-effect/";

/// The domain of a signal as it is shown: empty where it has none.
#[must_use]
pub fn shown_domain(domain: &str) -> &str {
    if domain.starts_with(OF_RATER) { "" } else { domain }
}

/// Something that asks for attention, on its way to becoming a signal.
#[derive(Debug, Clone)]
pub struct Cause {
    /// Pupil, group or school.
    pub level: Level,
    /// The school.
    pub school: SchoolId,
    /// The group: the subject itself, or the pupil's group now.
    pub group: Option<GroupId>,
    /// The pupil.
    pub pupil: Option<PupilId>,
    /// The domain; may be empty.
    pub domain: String,
    /// Whether it is for the coordinator alone: the scale is, or it speaks of who filled in.
    pub restricted: bool,
    /// The teacher who sees it all the same, as the one who filled in.
    pub only_for: Option<AccountId>,
    /// The severity.
    pub severity: Severity,
    /// The rule's name, or `concern`.
    pub rule: String,
    /// Instrument, informant and scale, joined by `/`.
    pub series: String,
    /// The round's label.
    pub round: String,
    /// The rule's statistic.
    pub statistic: Option<f64>,
    /// Name and date of the ruleset.
    pub ruleset: String,
    /// The observation, for a person's concern.
    pub observation: Option<String>,
    /// The finding as JSON.
    pub finding: String,
    /// By when somebody must have read it: of critical answers alone.
    pub read_until: Option<NaiveDate>,
}

impl Cause {
    pub(super) fn subject(&self) -> String {
        match self.level {
            Level::Pupil => self.pupil.as_ref().map(|id| id.0.clone()),
            Level::Group => self.group.as_ref().map(|id| id.0.clone()),
            Level::School => Some(self.school.0.clone()),
        }
        .unwrap_or_default()
    }

    pub(super) const fn is_human(&self) -> bool {
        self.observation.is_some()
    }
}

/// What raising did with a cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A new signal.
    New,
    /// More evidence for an open one.
    Joined,
    /// An ended one that came back.
    Reopened,
    /// Known already.
    Nothing,
}

/// When and under which terms a signal is raised.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// Now.
    pub now: NaiveDateTime,
    /// The day on which a mentor's term ends that begins today.
    pub mentor_until: NaiveDate,
    /// Whether the pupil's group has a mentor to ask.
    pub has_mentor: bool,
}
