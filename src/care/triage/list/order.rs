//! Which rows wait for whom, which fit the filter, and which come first.

use super::Filter;
use super::row::Row;
use crate::signals::model::{Level, Severity};
use crate::signals::state::State;

/// Whether a row waits for this person: for a coordinator what is new, what a person worries about and what
/// asks again; for a mentor what is with the mentor or taken up.
#[must_use]
pub fn waits(row: &Row) -> bool {
    match row.state {
        State::New => true,
        State::WithMentor => row.mine || row.human,
        State::InConversation => row.mine || row.held_by_me || row.again,
        _ => row.again && row.coordinated,
    }
}

impl Row {
    /// Whether it is this person's: in hand, or, with nobody, to be answered as the mentor.
    #[must_use]
    pub fn is_mine(&self) -> bool {
        self.held_by_me || (self.owner.is_none() && self.mine && self.state == State::WithMentor)
    }
}

/// Urgent first, then what people worry about, then school and groups above pupils.
pub(super) fn order(row: &Row) -> (Severity, bool, u8, String) {
    let level = match row.level {
        Level::School => 0,
        Level::Group => 1,
        Level::Pupil => 2,
    };
    (row.severity, !row.human, level, row.name.clone())
}

pub(super) fn fits(row: &Row, filter: &Filter) -> bool {
    let school = filter.school.as_ref().is_none_or(|id| *id == row.school_id);
    let group = filter.group.as_ref().is_none_or(|id| row.group.as_ref().is_some_and(|(own, _)| own == id));
    let mine = !filter.mine || row.is_mine();
    school && group && mine && filter.level.is_none_or(|level| level == row.level)
}
