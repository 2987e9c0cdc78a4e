//! What a file of the meldcode is, as rows. What may follow on what: `state`.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use crate::ground::db::schema::{meldcode_files, meldcode_papers, meldcode_people, meldcode_steps};
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, PupilId, SchoolId};

words_enum! {
    /// Where a file stands.
    State {
        /// Work is under way.
        Open = "open",
        /// Both decisions were taken; what follows from them is followed.
        Decided = "decided",
        /// The suspicion was unfounded: recorded as such.
        Unfounded = "unfounded",
        /// Done.
        Closed = "closed",
    }
}

words_enum! {
    /// What is written in a file: the five steps of the meldcode, and what follows.
    Step {
        /// Step 1: the signals, gathered.
        Signals = "signals",
        /// Step 2: a colleague or Veilig Thuis was consulted, without a name.
        Consultation = "consultation",
        /// Step 3: the conversation with parents and child.
        Conversation = "conversation",
        /// Step 4: weighing, with the professional's own framework.
        Weighing = "weighing",
        /// Step 5: two decisions: is reporting necessary, is help possible.
        Decisions = "decisions",
        /// A person reported to Veilig Thuis.
        Reported = "reported",
        /// Veilig Thuis told what happens with the report.
        Answered = "answered",
        /// The suspicion is unfounded.
        Unfounded = "unfounded",
        /// The file is closed.
        Closed = "closed",
        /// It is opened again.
        Reopened = "reopened",
    }
}

impl Step {
    /// The five of the meldcode, in their order.
    pub const FIVE: [Self; 5] =
        [Self::Signals, Self::Consultation, Self::Conversation, Self::Weighing, Self::Decisions];
}

/// A file.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = meldcode_files, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct File {
    /// Its id.
    pub id: String,
    /// The pupil.
    pub pupil_id: PupilId,
    /// The pupil's name when it was opened: it stands here whatever a list makes of the pupil.
    pub pupil_name: String,
    /// The school.
    pub school_id: SchoolId,
    /// The officer who opened it, or for whom it was opened.
    pub officer_id: AccountId,
    /// Where it stands.
    pub state: State,
    /// When it was opened.
    pub opened_at: NaiveDateTime,
    /// The day it ended.
    pub closed_on: Option<NaiveDate>,
    /// By when Veilig Thuis should have answered.
    pub answer_by: Option<NaiveDate>,
}

/// A step that was taken.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = meldcode_steps, treat_none_as_default_value = false)]
pub struct Taken {
    /// Its id.
    pub id: String,
    /// The file.
    pub file_id: String,
    /// Which.
    pub step: Step,
    /// On which day.
    pub on_date: NaiveDate,
    /// What was seen and heard.
    pub facts: String,
    /// What somebody makes of it.
    pub opinion: String,
    /// With whom, by function.
    pub consulted: String,
    /// Whether reporting is necessary.
    pub report: Option<bool>,
    /// Why.
    pub report_reason: String,
    /// Whether help is possible.
    pub help: Option<bool>,
    /// Why.
    pub help_reason: String,
    /// Who wrote it down.
    pub account_id: AccountId,
    /// When.
    pub at: NaiveDateTime,
}

/// Somebody who may read a file.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = meldcode_people, treat_none_as_default_value = false)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// The file.
    pub file_id: String,
    /// Who.
    pub account_id: AccountId,
    /// From this day
    pub from_on: NaiveDate,
    /// up to and including this one.
    pub until_on: NaiveDate,
    /// Named by whom.
    pub by_account: AccountId,
}

/// What stood elsewhere and was moved here.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = meldcode_papers, treat_none_as_default_value = false)]
pub struct Paper {
    /// Its id.
    pub id: String,
    /// The file.
    pub file_id: String,
    /// What it was: `observation`.
    pub came_from: String,
    /// All of it (JSON of [`super::Content`]).
    pub content: String,
    /// Who had read it there (JSON of [`super::Reader`]).
    pub read_by: String,
    /// Who moved it.
    pub moved_by: AccountId,
    /// When.
    pub moved_at: NaiveDateTime,
}
