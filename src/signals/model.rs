//! What a signal, its evidence and a decision are, as rows.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use super::state::State;
use crate::ground::db::schema::{decisions, signal_evidence, signals};
use crate::ground::ids::words_enum;
use crate::ground::{AccountId, GroupId, PupilId, SchoolId, SignalId};

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
        /// Act now: a person said so.
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
}

/// Why a signal was raised: kept as it was, whatever happens to the scores later.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = signal_evidence, treat_none_as_default_value = false)]
pub struct Evidence {
    /// Its id.
    pub id: String,
    /// The signal.
    pub signal_id: SignalId,
    /// The rule's name, or `concern` for what a person saw.
    pub rule: String,
    /// The severity this rule gives.
    pub severity: Severity,
    /// Instrument, informant and scale, joined by `/`.
    pub series: String,
    /// The round's label.
    pub round: String,
    /// The rule's statistic: what "worse" is measured in.
    pub statistic: Option<f64>,
    /// Name and date of the ruleset.
    pub ruleset: String,
    /// The observation, for a person's concern.
    pub observation_id: Option<String>,
    /// The finding as JSON: all figures and the sentence.
    pub finding: String,
    /// Whether the import it came from was taken back.
    pub withdrawn: bool,
    /// When it was raised.
    pub raised_at: NaiveDateTime,
}

/// A move in a signal's life.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = decisions, treat_none_as_default_value = false)]
pub struct Decision {
    /// Its id.
    pub id: String,
    /// The signal.
    pub signal_id: SignalId,
    /// What happened.
    pub event: String,
    /// The state before.
    pub from_state: State,
    /// The state after.
    pub to_state: State,
    /// Who; none for the system.
    pub account_id: Option<AccountId>,
    /// A coded reason or outcome.
    pub reason: String,
    /// What was typed.
    pub note: String,
    /// The day to look back.
    pub look_on: Option<NaiveDate>,
    /// When.
    pub at: NaiveDateTime,
    /// When it was copied to the official file.
    pub transferred_on: Option<NaiveDate>,
}
