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

/// Whether a row that is shown asks something of this person: a mentor answers for pupils, and reads along what is new or
/// about a group.
pub(super) fn asks(row: &Row) -> bool {
    waits(row) && (row.coordinated || (row.level == Level::Pupil && row.state != State::New))
}

impl Row {
    /// Whether it is this person's: in hand, or, with nobody, to be answered as the mentor.
    #[must_use]
    pub fn is_mine(&self) -> bool {
        self.held_by_me || (self.owner.is_none() && self.mine && self.state == State::WithMentor)
    }
}

/// Urgent first, then what people worry about, then school and groups above pupils; of those, what is least likely to be
/// chance among all that was tested of the school (signals::rules::many).
pub(super) fn order(row: &Row) -> (Severity, bool, u8, u64, String) {
    let level = match row.level {
        Level::School => 0,
        Level::Group => 1,
        Level::Pupil => 2,
    };
    (row.severity, !row.human, level, by_chance(row), row.name.clone())
}

/// How likely what a row says best is chance; 0 where nothing was tested so. Shares are not below 0, and of such figures
/// the bits stand in the same order.
fn by_chance(row: &Row) -> u64 {
    let told = row.parts.iter().filter(|part| !part.withdrawn);
    let tested = told.filter_map(|part| part.kept.as_ref()?.adjusted());
    tested.min_by(f64::total_cmp).map_or(0, |share| share.max(0.0).to_bits())
}

pub(super) fn fits(row: &Row, filter: &Filter) -> bool {
    let school = filter.school.as_ref().is_none_or(|id| *id == row.school_id);
    let group = filter.group.as_ref().is_none_or(|id| row.group.as_ref().is_some_and(|(own, _)| own == id));
    let mine = !filter.mine || row.is_mine();
    school && group && mine && filter.level.is_none_or(|level| level == row.level)
}
