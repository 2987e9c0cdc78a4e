//! What a signal is, as a row, and the words it is told in. What hangs on one: `evidence`, `decision`.

mod decision;
mod evidence;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use super::state::State;
use crate::ground::db::schema::signals;
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, GroupId, PupilId, SchoolId, SignalId};

pub use self::decision::Decision;
pub use self::evidence::Evidence;

words_enum! {
    /// What a signal is about.
    Level {
        /// One pupil.
        Pupil = "pupil",
        /// One group.
        Group = "group",
        /// The school.
        School = "school",
    }
}

words_enum! {
    /// How soon it asks for attention; statistics alone never say A.
    Severity {
        /// Act now: a person said so, or an answer of which the school wants each one read at once.
        A = "A",
        /// Talk about it this round.
        B = "B",
        /// A note on the pupil's page.
        C = "C",
    }
}

/// A signal: one subject, one domain, one life.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset, Serialize)]
#[diesel(table_name = signals, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Signal {
    /// Its id.
    pub id: SignalId,
    /// The school.
    pub school_id: SchoolId,
    /// Pupil, group or school.
    pub level: Level,
    /// The group it is about, or the pupil's group when it was raised.
    pub group_id: Option<GroupId>,
    /// The pupil it is about.
    pub pupil_id: Option<PupilId>,
    /// The id of what it is about.
    pub subject: String,
    /// The domain; may be empty.
    pub domain: String,
    /// The highest severity of its evidence.
    pub severity: Severity,
    /// Whether a person's concern is among the evidence.
    pub human: bool,
    /// Whether it rests on scales that are for the coordinator alone (about teachers, safety, home).
    pub restricted: bool,
    /// The teacher it is about as the one who filled in: sees it beside the coordinator, though it is restricted.
    pub only_for: Option<AccountId>,
    /// Where it stands.
    pub state: State,
    /// The round it was raised on.
    pub round: String,
    /// When it was raised.
    pub raised_at: NaiveDateTime,
    /// When it last moved or got evidence.
    pub changed_at: NaiveDateTime,
    /// The day on which the mentor's term ends.
    pub mentor_until: Option<NaiveDate>,
    /// Whether the mentor recognises it.
    pub mentor_view: Option<String>,
    /// What the mentor does with it.
    pub mentor_choice: Option<String>,
    /// What the mentor added.
    pub mentor_note: String,
    /// The day to look back, or to watch until.
    pub look_on: Option<NaiveDate>,
    /// The reason or outcome of the last decision.
    pub reason: String,
    /// Whether it came back after it had ended.
    pub reopened: bool,
    /// By when it must be read: it rests on critical answers, and the school's two readers alone see it.
    pub read_until: Option<NaiveDate>,
    /// When a reader read it.
    pub read_at: Option<NaiveDateTime>,
    /// Which reader.
    pub read_by: Option<AccountId>,
    /// When the second reader was reminded.
    pub reminded_at: Option<NaiveDateTime>,
}

impl Signal {
    /// Whether it may be spoken of from paper, with others at the table: it rests on no scale that is for the coordinator
    /// alone and on no critical answer, and says nothing of who filled in.
    #[must_use]
    pub const fn may_lie_open(&self) -> bool {
        self.may_leave_school()
    }

    /// Whether a plan keeps it quiet today: until its day of evaluation and two weeks past it.
    #[must_use]
    pub fn is_quiet(&self, today: NaiveDate) -> bool {
        self.state == State::Planned && self.look_on.is_some_and(|on| today < on)
    }
}
