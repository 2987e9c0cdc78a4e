//! A row of the list: a subject and everything open about it. Which rows are shown, in which order: `list`.

use chrono::{NaiveDate, NaiveDateTime};

use crate::care::triage::assign::Assignment;
use crate::evidence::observations::Source;
use crate::ground::{GroupId, Message, PupilId, SchoolId, SignalId};
use crate::signals::kept::Kept;
use crate::signals::model::{Level, Severity, Signal};
use crate::signals::state::State;

/// What a signal rests on, as far as it says under which group it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The rule's name.
    pub rule: String,
    /// Instrument and informant, joined by `/`.
    pub list: String,
    /// The round's label.
    pub round: String,
    /// How much it weighs.
    pub severity: Severity,
}

/// Whether a critical answer was read, and by when it must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// By when.
    pub until: NaiveDate,
    /// When it was.
    pub read_at: Option<NaiveDateTime>,
    /// Whether the second reader was reminded.
    pub is_reminded: bool,
}

/// One signal within a row.
#[derive(Debug, Clone)]
pub struct Part {
    /// The signal.
    pub id: SignalId,
    /// The domain.
    pub domain: String,
    /// The sentence, as the rules said it; none for a person's concern.
    pub sentence: Option<Message>,
    /// What was found, unless it was taken back: the rule, the list and scale, and the round.
    pub found: Vec<Found>,
    /// The series for the small chart.
    pub kept: Option<Kept>,
    /// Whose words a person's concern is in, and of which day; the latest.
    pub concern: Option<(Source, NaiveDate)>,
    /// Whether all evidence was taken back with its import.
    pub withdrawn: bool,
    /// Whether a plan keeps it quiet while the rest of the row asks for attention.
    pub quiet: bool,
    /// Of critical answers: whether they were read.
    pub reading: Option<Reading>,
    /// Whether it may be spoken of from paper.
    pub on_paper: bool,
}

/// Who has a row in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The name.
    pub name: String,
    /// Since when, from whom, with which words.
    pub held: Assignment,
}

/// One row: a subject and everything open about it.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that a row may have beside the others"
)]
pub struct Row {
    /// The first signal's id: the decision is made on it and covers the row.
    pub id: SignalId,
    /// Pupil, group or school.
    pub level: Level,
    /// The pupil, when it is one.
    pub pupil: Option<PupilId>,
    /// The name of the subject.
    pub name: String,
    /// The group's id and name.
    pub group: Option<(GroupId, String)>,
    /// The school's id.
    pub school_id: SchoolId,
    /// The school's name.
    pub school: String,
    /// The highest severity.
    pub severity: Severity,
    /// Whether a person worries.
    pub human: bool,
    /// The state of the row: the one that asks most.
    pub state: State,
    /// The day to look back or watch until.
    pub look_on: Option<NaiveDate>,
    /// The day the mentor's term ends.
    pub mentor_until: Option<NaiveDate>,
    /// How many school days that is from now, while it is with the mentor.
    pub days_left: Option<u32>,
    /// What the mentor said: view, choice, note.
    pub mentor: Option<(String, Option<String>, String)>,
    /// Who has it in hand, where somebody has.
    pub owner: Option<Owner>,
    /// Whether that is this person.
    pub held_by_me: bool,
    /// Whether it came back after it had ended.
    pub reopened: bool,
    /// Whether it asks for the coordinator again while somebody works on it.
    pub again: bool,
    /// Whether it is about a pupil or group of this person's own.
    pub mine: bool,
    /// Whether this person coordinates the care of its school. Roles combine: both may hold.
    pub coordinated: bool,
    /// When it was raised.
    pub raised_at: NaiveDateTime,
    /// When the signal that is decided on last changed.
    pub changed_at: NaiveDateTime,
    /// The signals of the row.
    pub parts: Vec<Part>,
    /// Under a group that moved: the rows of its pupils who have no other reason to stand in the list.
    pub folded: Vec<Self>,
}

/// The state that asks most comes first.
const fn asks(state: State) -> u8 {
    match state {
        State::New => 0,
        State::WithMentor => 1,
        State::InConversation => 2,
        State::Watching => 3,
        State::Planned => 4,
        State::Referred => 5,
        State::NoAction | State::Closed => 6,
    }
}

pub(super) fn join(row: &mut Row, signal: &Signal, part: Part) {
    row.severity = row.severity.min(signal.severity);
    row.human |= signal.human;
    row.reopened |= signal.reopened;
    row.raised_at = row.raised_at.max(signal.raised_at);
    if asks(signal.state) < asks(row.state) {
        row.state = signal.state;
        row.id = signal.id.clone();
        row.changed_at = signal.changed_at;
    }
    row.look_on = [row.look_on, signal.look_on].into_iter().flatten().min();
    row.mentor_until = [row.mentor_until, signal.mentor_until].into_iter().flatten().min();
    row.mentor = row.mentor.take().or_else(|| mentor(signal));
    row.parts.push(part);
}

pub(super) fn mentor(signal: &Signal) -> Option<(String, Option<String>, String)> {
    signal.mentor_view.clone().map(|view| (view, signal.mentor_choice.clone(), signal.mentor_note.clone()))
}
