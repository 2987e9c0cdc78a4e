//! What a run is asked, and what it did. Doing it: `run`.

use chrono::NaiveDate;

use crate::ground::SchoolId;
use crate::ground::audit::Entry;
use crate::signals::model::Level;

/// What to run.
#[derive(Debug, Clone)]
pub struct Order {
    /// The school.
    pub school: SchoolId,
    /// Another ruleset than the school's own.
    pub ruleset: Option<String>,
    /// Whoever asks that pupils' findings of the starting picture are raised too, standing ones included: the line
    /// for the log. Asked for once.
    pub starting_picture: Option<Entry>,
    /// Only count: it is all done and taken back, so that the count is what would come.
    pub dry_run: bool,
}

/// What a run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ran {
    /// Findings that were new (or, asked for the starting picture, that held).
    pub findings: usize,
    /// New signals, by level: pupil, group, school; notes (C) are not counted.
    pub raised: [usize; 3],
    /// Findings that joined an open signal.
    pub joined: usize,
    /// Ended signals that came back.
    pub reopened: usize,
    /// Findings on pupils that the starting picture holds back until the coordinator asks.
    pub withheld: usize,
    /// The school is closed: the day on which it is done.
    pub waits_until: Option<NaiveDate>,
}

pub(super) const fn count(ran: &mut Ran, level: Level) {
    let [pupil, group, school] = &mut ran.raised;
    match level {
        Level::Pupil => *pupil += 1,
        Level::Group => *group += 1,
        Level::School => *school += 1,
    }
}
